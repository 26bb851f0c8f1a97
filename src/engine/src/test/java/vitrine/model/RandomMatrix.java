package vitrine.model;

import java.util.stream.IntStream;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.explain.TestIds;
import vitrine.run.SeededRandom;

/** A random log with repeats, and its rows. */
final class RandomMatrix {
    private RandomMatrix() {}

    static InteractionLog log(int users, int items, int rows, long seed) {
        SeededRandom random = new SeededRandom(seed);
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", users), TestIds.of("i", items));
        for (int row = 0; row < rows; row++) {
            // Skewed, so that there are popular and rare items.
            int item = (int) (items * random.nextDouble() * random.nextDouble());
            builder.add(random.nextInt(users), item, row, EventType.PURCHASE, 1, Float.NaN, 1);
        }
        return builder.build();
    }

    static InteractionMatrix of(InteractionLog log) {
        return InteractionMatrix.of(log, IntStream.range(0, log.size()).toArray());
    }

    /** The same as a plain table of user and item. */
    static boolean[][] table(InteractionLog log) {
        boolean[][] table = new boolean[log.users().size()][log.items().size()];
        for (int row = 0; row < log.size(); row++) {
            table[log.user(row)][log.item(row)] = true;
        }
        return table;
    }
}
