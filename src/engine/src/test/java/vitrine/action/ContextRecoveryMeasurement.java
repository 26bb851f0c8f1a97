package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * How many of the showcase's planted effects of region (6 x 10 items) and daypart (4 x 15 items) a trained context model has
 * found; the truth comes from the truth file. It runs only when named, on a shop and a model made before:
 *
 * <pre>
 * ./vitrine generate --out shop
 * ./vitrine train --interactions shop/interactions.csv --items shop/items.csv --users shop/users.csv \
 *     --model context --split loo --out shop/context.vitrine
 * mvn test -pl src/engine -Dtest=ContextRecoveryMeasurement -Dvitrine.shop=$PWD/shop -Djacoco.skip
 * </pre>
 */
class ContextRecoveryMeasurement {
    private static final int USERS = 200;

    @Test
    void plantedEffectsAreFound() throws IOException {
        String place = System.getProperty("vitrine.shop", "");
        Assumptions.assumeTrue(!place.isEmpty(), "name a generated shop with a context.vitrine: -Dvitrine.shop=FOLDER");
        Path shop = Path.of(place);
        ModelSession session = ModelSession.open(shop.resolve("context.vitrine"));
        Planted planted = Planted.read(shop);
        List<String> users =
                session.model().users().ids().stream().sorted().limit(USERS).toList();
        ContextEffects regions = ContextEffects.ofRegions(session, planted.regions(), users);
        ContextEffects dayparts = ContextEffects.ofDayparts(session, planted.dayparts(), users);
        System.out.println("regions " + regions + ", dayparts " + dayparts + ", lists of users that differ between"
                + " Monday 9:00 in the North and Saturday 22:00 at the Coast: " + different(session, users) + " of "
                + users.size());
        assertTrue(regions.better() * 2 > regions.planted());
        assertTrue(dayparts.better() * 2 > dayparts.planted());
    }

    private static long different(ModelSession session, List<String> users) {
        return users.stream()
                .filter(user ->
                        !top(session, user, "9", "mon", "North").equals(top(session, user, "22", "sat", "Coast")))
                .count();
    }

    private static List<String> top(ModelSession session, String user, String hour, String weekday, String region) {
        var query = session.query(
                Optional.of(user), Optional.empty(), Map.of("hour", hour, "weekday", weekday, "region", region));
        return IntStream.of(RankedItems.of(session.model(), query, session.unseen(query), 10)
                        .items())
                .mapToObj(session::itemId)
                .toList();
    }

    /** What the truth file says: items that were drawn by the region or by the daypart, and which. */
    private record Planted(SortedMap<String, String> regions, SortedMap<String, String> dayparts) {
        /** The lines of the truth file stand in the order of the purchase rows of the interactions. */
        static Planted read(Path shop) throws IOException {
            List<String[]> purchases = rows(shop.resolve("interactions.csv")).stream()
                    .filter(row -> row[3].equals("purchase"))
                    .toList();
            List<String[]> truth = rows(shop.resolve("truth.csv"));
            assertTrue(purchases.size() == truth.size(), "truth and interactions must be of one shop");
            SortedMap<String, String> regions = new TreeMap<>();
            SortedMap<String, String> dayparts = new TreeMap<>();
            Set<String> doubtful = new HashSet<>();
            for (int i = 0; i < truth.size(); i++) {
                String item = truth.get(i)[1];
                if (truth.get(i)[2].equals("region")) {
                    put(regions, item, purchases.get(i)[6], doubtful);
                } else if (truth.get(i)[2].equals("daypart")) {
                    int hour = Instant.parse(purchases.get(i)[2])
                            .atOffset(ZoneOffset.UTC)
                            .getHour();
                    put(dayparts, item, Integer.toString(hour / ContextEffects.DAYPART_HOURS), doubtful);
                }
            }
            assertTrue(doubtful.isEmpty(), doubtful::toString);
            return new Planted(regions, dayparts);
        }

        private static void put(SortedMap<String, String> places, String item, String place, Set<String> doubtful) {
            String before = places.put(item, place);
            if (before != null && !before.equals(place)) {
                doubtful.add(item);
            }
        }

        private static List<String[]> rows(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
