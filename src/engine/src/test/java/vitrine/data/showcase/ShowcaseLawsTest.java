package vitrine.data.showcase;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.data.showcase.GeneratedShop.Line;
import vitrine.data.showcase.GeneratedShop.Planted;
import vitrine.data.showcase.GeneratedShop.Truth;

/** The laws of the recipe, checked on the files of the default shop. */
class ShowcaseLawsTest {
    private static final double SIGMAS = 4;

    @TempDir
    static Path folder;

    static GeneratedShop shop;

    @BeforeAll
    static void generate() {
        shop = new GeneratedShop(folder);
    }

    private static void assertShare(String what, double expected, long hits, long trials) {
        double error = Math.sqrt(expected * (1 - expected) / trials);
        assertTrue(
                Math.abs((double) hits / trials - expected) < SIGMAS * error,
                what + ": " + hits + " of " + trials + ", expected " + expected + " within " + SIGMAS * error);
    }

    @Test
    void theTablesHaveTheSizesOfTheRecipe() {
        assertEquals(2000, shop.users.size());
        assertEquals(800, shop.items.size());
        assertEquals(
                20,
                shop.items.values().stream().map(cells -> cells[4]).distinct().count());
        assertEquals(
                Map.of("plain", 4L, "confounded", 12L, "conjunction", 4L, "inhibitor", 4L),
                shop.rules.stream().collect(Collectors.groupingBy(Planted::kind, Collectors.counting())));
        assertEquals(shop.lines.size(), shop.summary.rows());
        assertEquals(shop.truth.size(), shop.summary.events());
        assertEquals(4, shop.users.values().stream().map(c -> c[1]).distinct().count());
        assertEquals(6, shop.users.values().stream().map(c -> c[2]).distinct().count());
    }

    @Test
    void theShippedShowcaseIsTheDefaultShop() throws IOException {
        for (Path made : shop.summary.files()) {
            Path shipped = SampleDataTest.SAMPLE_DATA.resolve("showcase").resolve(made.getFileName() + ".gz");
            try (InputStream expected = new BufferedInputStream(Files.newInputStream(made));
                    InputStream actual = new GZIPInputStream(Files.newInputStream(shipped))) {
                assertArrayEquals(expected.readAllBytes(), actual.readAllBytes(), shipped.toString());
            }
        }
    }

    @Test
    void visitsOfAUserArePoissonAroundSeventyFive() {
        double sum = 0;
        double squares = 0;
        for (List<Line> purchases : shop.purchasesByUser.values()) {
            double visits = GeneratedShop.visits(purchases)[purchases.size() - 1] + 1;
            sum += visits;
            squares += visits * visits;
        }
        double mean = sum / 2000;
        double variance = squares / 2000 - mean * mean;
        assertTrue(Math.abs(mean - 75) < SIGMAS * Math.sqrt(75.0 / 2000), "mean " + mean);
        assertTrue(Math.abs(variance - 75) < SIGMAS * 75 * Math.sqrt(2.0 / 2000), "variance " + variance);
    }

    @Test
    void ordinaryEventsHaveTheSharesOfTheRecipe() {
        Map<String, Long> counts =
                shop.truth.stream().collect(Collectors.groupingBy(Truth::mechanism, Collectors.counting()));
        long ordinary = shop.truth.size() - counts.getOrDefault("rule", 0L);
        Map<String, Double> recipe = Map.of(
                "popularity",
                .13,
                "sources",
                .36,
                "staples",
                .25,
                "taste",
                .10,
                "region",
                .06,
                "daypart",
                .06,
                "noise",
                .04);
        assertAll(recipe.entrySet().stream()
                .map(e -> () -> assertShare(e.getKey(), e.getValue(), counts.getOrDefault(e.getKey(), 0L), ordinary)));
    }

    @Test
    void aConsequenceIsSoldOnlyAsAConsequence() {
        Map<String, Planted> byTarget = new HashMap<>();
        shop.rules.stream().filter(r -> !r.kind().equals("inhibitor")).forEach(r -> byTarget.put(r.target(), r));
        assertEquals(20, byTarget.size());
        Set<String> fired = new HashSet<>();
        for (Truth truth : shop.truth) {
            Planted rule = byTarget.get(truth.item());
            assertEquals(rule != null, truth.mechanism().equals("rule"), truth::toString);
            if (rule != null) {
                List<String> causes = rule.a2().isEmpty() ? List.of(rule.a()) : List.of(rule.a(), rule.a2());
                assertEquals(causes, truth.causes());
                assertEquals(1, truth.responsibilities()[7]);
                assertTrue(rule.segment().isEmpty() || rule.segment().equals(shop.segment(truth.user())));
                assertTrue(fired.add(truth.user() + truth.item()), "fires once a user");
            } else {
                assertEquals(List.of(), truth.causes());
                assertEquals(0, truth.responsibilities()[7]);
            }
        }
        for (Line line : shop.lines) {
            assertTrue(
                    !byTarget.containsKey(line.item()) || fired.contains(line.user() + line.item()),
                    () -> "a view or cart without its purchase: " + line);
        }
    }

    @Test
    void aMetRuleFiresInNineOfTenCasesTwoToTenVisitsLater() {
        Map<String, long[]> lagsByKind = new HashMap<>();
        Map<String, long[]> firingByKind = new HashMap<>();
        shop.purchasesByUser.forEach((user, purchases) -> {
            int[] visits = GeneratedShop.visits(purchases);
            int last = visits[visits.length - 1];
            for (Planted rule : shop.rules) {
                boolean works = rule.segment().isEmpty() || rule.segment().equals(shop.segment(user));
                int met = works ? metAt(rule, purchases, visits) : -1;
                if (rule.kind().equals("inhibitor") || met < 0 || met + 10 > last) {
                    continue;
                }
                int b = firstVisit(rule.target(), purchases, visits);
                long[] firing = firingByKind.computeIfAbsent(rule.kind(), k -> new long[2]);
                firing[0] += b < 0 ? 0 : 1;
                firing[1]++;
                if (b >= 0) {
                    assertTrue(b - met >= 2 && b - met <= 10, () -> rule + " after " + (b - met));
                    lagsByKind.computeIfAbsent(rule.kind(), k -> new long[11])[b - met]++;
                }
            }
        });
        assertEquals(Set.of("plain", "confounded", "conjunction"), firingByKind.keySet());
        firingByKind.forEach((kind, firing) -> assertShare(kind + " fires", .9, firing[0], firing[1]));
        lagsByKind.forEach((kind, lags) -> {
            long fired = java.util.Arrays.stream(lags).sum();
            assertTrue(fired > 1000, kind + " fired " + fired);
            for (int lag = 2; lag <= 10; lag++) {
                assertShare(kind + " lag " + lag, 1.0 / 9, lags[lag], fired);
            }
        });
    }

    /** The visit at which the rule's condition is first met, or -1. */
    private static int metAt(Planted rule, List<Line> purchases, int[] visits) {
        if (rule.a2().isEmpty()) {
            return firstVisit(rule.a(), purchases, visits);
        }
        int a = -100;
        int a2 = -100;
        for (int i = 0; i < visits.length; i++) {
            a = purchases.get(i).item().equals(rule.a()) ? visits[i] : a;
            a2 = purchases.get(i).item().equals(rule.a2()) ? visits[i] : a2;
            if (a >= 0 && a2 >= 0 && Math.abs(a - a2) <= 12) {
                return visits[i];
            }
        }
        return -1;
    }

    private static int firstVisit(String item, List<Line> purchases, int[] visits) {
        for (int i = 0; i < visits.length; i++) {
            if (purchases.get(i).item().equals(item)) {
                return visits[i];
            }
        }
        return -1;
    }

    @Test
    void aStapleIsSoldInOneSegmentOnly() {
        Map<String, Set<String>> segmentsOf = new HashMap<>();
        Map<String, Set<String>> staplesOf = new HashMap<>();
        for (Truth truth : shop.truth) {
            segmentsOf.computeIfAbsent(truth.item(), i -> new HashSet<>()).add(shop.segment(truth.user()));
            if (truth.mechanism().equals("staples")) {
                assertEquals(1, truth.responsibilities()[Mechanism.STAPLES.ordinal()]);
                staplesOf
                        .computeIfAbsent(shop.segment(truth.user()), s -> new HashSet<>())
                        .add(truth.item());
            }
        }
        assertEquals(4, staplesOf.size());
        staplesOf.forEach((segment, staples) -> {
            assertEquals(6, staples.size());
            staples.forEach(staple -> assertEquals(Set.of(segment), segmentsOf.get(staple)));
        });
    }

    @Test
    void anInhibitorEndsTheSalesOfItsItem() {
        for (Planted rule : shop.rules) {
            if (!rule.kind().equals("inhibitor")) {
                continue;
            }
            long stopped = 0;
            long met = 0;
            long before = 0;
            for (Map.Entry<String, List<Line>> user : shop.purchasesByUser.entrySet()) {
                List<String> items = user.getValue().stream().map(Line::item).toList();
                int a = items.indexOf(rule.a());
                if (!shop.segment(user.getKey()).equals(rule.segment()) || a < 0 || items.size() - a < 60) {
                    continue;
                }
                met++;
                before += items.subList(0, a).contains(rule.target()) ? 1 : 0;
                stopped += items.subList(a, items.size()).contains(rule.target()) ? 0 : 1;
            }
            // About sixty more visits without c also happen by chance, to one in twelve of the tenth left alone.
            double chance = Math.pow(1 - .25 / 6, 58);
            double expected = .9 + .1 * chance;
            assertTrue(before > 0 && met > 80, rule + " met " + met);
            assertShare(rule + " stops", expected, stopped, met);
        }
    }

    @Test
    void similarityPrefersADecoyToTheCauseOnConfoundedRules() {
        Map<String, Set<String>> buyers = new HashMap<>();
        Set<String> staples = new HashSet<>();
        for (Truth truth : shop.truth) {
            buyers.computeIfAbsent(truth.item(), i -> new HashSet<>()).add(truth.user());
            if (truth.mechanism().equals("staples")) {
                staples.add(truth.item());
            }
        }
        for (Planted rule : shop.rules) {
            if (rule.kind().equals("plain") || rule.kind().equals("confounded")) {
                double cause = cosine(buyers, rule.a(), rule.target());
                double decoy = staples.stream()
                        .mapToDouble(s -> cosine(buyers, s, rule.target()))
                        .max()
                        .orElseThrow();
                assertEquals(rule.kind().equals("confounded"), decoy > cause, rule + " " + cause + " " + decoy);
            }
        }
    }

    private static double cosine(Map<String, Set<String>> buyers, String a, String b) {
        Set<String> ofA = buyers.getOrDefault(a, Set.of());
        Set<String> ofB = buyers.getOrDefault(b, Set.of());
        double both = ofA.stream().filter(ofB::contains).count();
        return both / Math.sqrt((double) ofA.size() * ofB.size());
    }

    @Test
    void theResponsibilitiesOfAnEventSumToOneAndAreCalibrated() {
        long[] claimed = new long[8];
        double[] expected = new double[8];
        double[] variance = new double[8];
        for (Truth truth : shop.truth) {
            double sum = 0;
            for (int m = 0; m < 8; m++) {
                double r = truth.responsibilities()[m];
                assertTrue(r >= 0 && r <= 1);
                sum += r;
                expected[m] += r;
                variance[m] += r * (1 - r);
            }
            assertEquals(1, sum, 1e-9);
            claimed[
                    Mechanism.valueOf(truth.mechanism().toUpperCase(java.util.Locale.ROOT))
                            .ordinal()]++;
        }
        for (int m = 0; m < 8; m++) {
            // Half a hundredth of rounding an event is far less than this once averaged, but not zero.
            double allowed = SIGMAS * Math.sqrt(variance[m]) + .001 * shop.truth.size();
            assertTrue(Math.abs(claimed[m] - expected[m]) <= allowed, Mechanism.values()[m] + " " + claimed[m]);
        }
    }

    @Test
    void theTruthFollowsThePurchaseRowsInOrder() {
        List<Line> purchases = shop.purchases();
        assertEquals(purchases.size(), shop.truth.size());
        for (int i = 0; i < purchases.size(); i++) {
            assertEquals(purchases.get(i).user(), shop.truth.get(i).user());
            assertEquals(purchases.get(i).item(), shop.truth.get(i).item());
        }
    }

    @Test
    void aFirstPurchaseIsPrecededByItsFunnelAndAReorderByNothing() {
        Map<String, List<Line>> pairs = new HashMap<>();
        shop.lines.forEach(line -> pairs.computeIfAbsent(line.user() + line.item(), k -> new ArrayList<>())
                .add(line));
        long carts = 0;
        for (List<Line> pair : pairs.values()) {
            List<String> events = pair.stream().map(Line::event).toList();
            boolean cart = events.get(1).equals("cart");
            carts += cart ? 1 : 0;
            assertEquals("view", events.get(0));
            assertEquals("purchase", events.get(cart ? 2 : 1));
            assertTrue(events.subList(cart ? 3 : 2, events.size()).stream().allMatch("purchase"::equals));
            assertTrue(pair.get(0).time().isBefore(pair.get(1).time()));
            assertFalse(pair.get(0)
                    .time()
                    .plusSeconds(600)
                    .isBefore(pair.get(cart ? 2 : 1).time()));
        }
        assertShare("carts", Funnel.CART_SHARE, carts, pairs.size());
    }

    @Test
    void everyRowAgreesWithTheTablesAndEachUsersRowsAreInTimeOrder() {
        Line previous = shop.lines.get(0);
        for (Line line : shop.lines) {
            assertEquals(GeneratedShop.cell(shop.items, line.item(), 2), line.price());
            assertEquals(GeneratedShop.cell(shop.users, line.user(), 2), line.region());
            assertTrue(line.time().toString().startsWith("2025-"));
            assertTrue(line.quantity() >= 1 && line.quantity() <= 3);
            assertTrue(line.event().equals("purchase") || line.event().equals("cart") || line.quantity() == 1);
            assertTrue(!line.user().equals(previous.user()) || !line.time().isBefore(previous.time()));
            previous = line;
        }
    }
}
