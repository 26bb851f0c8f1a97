package vitrine.action;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.run.SeededRandom;

/**
 * A shop with a cause in the moment: three regions with six products sold nowhere else, four quarters of the day with six
 * products sold at no other time, eight products for everybody. Products of a region are of one category, segments and
 * devices mean nothing.
 */
final class ContextShop {
    static final int USERS = 150;
    static final String[] REGIONS = {"North", "South", "East"};
    private static final int OF_A_PLACE = 6;
    private static final int FOR_ALL = 8;

    final DataOptions data;
    final SortedMap<String, String> regions = new TreeMap<>();
    final SortedMap<String, String> dayparts = new TreeMap<>();
    private final Path folder;

    ContextShop(Path folder) {
        this.folder = folder;
        StringBuilder items = new StringBuilder("item,title,price,category\n");
        for (int r = 0; r < REGIONS.length; r++) {
            for (int i = 0; i < OF_A_PLACE; i++) {
                regions.put("r%d%d".formatted(r, i), REGIONS[r]);
                items.append("r%d%d,Local %s %d,%d.5,Local\n".formatted(r, i, REGIONS[r], i, 1 + i));
            }
        }
        for (int d = 0; d < 4; d++) {
            for (int i = 0; i < OF_A_PLACE; i++) {
                dayparts.put("d%d%d".formatted(d, i), Integer.toString(d));
                items.append("d%d%d,Timely %d %d,2,Timely\n".formatted(d, i, d, i));
            }
        }
        for (int i = 0; i < FOR_ALL; i++) {
            items.append("a%d,All %d,,General\n".formatted(i, i));
        }
        StringBuilder rows = new StringBuilder("user,item,time,region,device\n");
        StringBuilder users = new StringBuilder("user,segment,region\n");
        for (int user = 0; user < USERS; user++) {
            SeededRandom random = SeededRandom.stream(5, "context-shop", user);
            int region = random.nextInt(REGIONS.length);
            users.append("u%03d,%s,%s\n".formatted(user, random.nextInt(2) == 0 ? "s" : "t", REGIONS[region]));
            for (int day = 1; day <= 14; day++) {
                int hour = random.nextInt(24);
                int kind = random.nextInt(5);
                String item = kind < 2
                        ? "r%d%d".formatted(region, random.nextInt(OF_A_PLACE))
                        : kind < 4
                                ? "d%d%d".formatted(hour / ContextEffects.DAYPART_HOURS, random.nextInt(OF_A_PLACE))
                                : "a%d".formatted(random.nextInt(FOR_ALL));
                rows.append("u%03d,%s,2024-01-%02dT%02d:30:00Z,%s,%s\n"
                        .formatted(user, item, day, hour, REGIONS[region], random.nextInt(2) == 0 ? "phone" : "desk"));
            }
        }
        TinyShop.write(folder.resolve("events.csv"), rows.toString());
        TinyShop.write(folder.resolve("goods.csv"), items.toString());
        TinyShop.write(folder.resolve("people.csv"), users.toString());
        DataOptions log = DataOptions.of(folder.resolve("events.csv"));
        this.data = new DataOptions(
                log.interactions(),
                Optional.of(folder.resolve("goods.csv")),
                Optional.of(folder.resolve("people.csv")),
                log.format(),
                log.mapping(),
                log.columns(),
                log.cleaning(),
                log.eventWeights(),
                log.minValue(),
                0,
                0,
                false);
    }

    static Map<String, String> parameters() {
        return Map.of("epochs", "12", "batch", "128", "lr", "0.01", "dim", "8", "layers", "16,8", "patience", "0");
    }

    /** @param threads of training */
    Path trained(String name, Map<String, String> parameters, int threads) {
        Path out = folder.resolve(name + ".vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(data, "context", "loo", parameters, 42, Optional.of(out), true),
                        new vitrine.run.JobContext(
                                vitrine.run.Progress.NONE, vitrine.run.CancellationToken.NEVER, threads));
        return out;
    }
}
