package vitrine.data.split;

import java.util.stream.IntStream;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;

/** Small logs for tests: users {@code u0, u1 ...}, items {@code i0, i1 ...}. */
final class Logs {
    private Logs() {}

    /** @param rows one {@code {user, item, time}} or {@code {user, item, time, weight}} an event, in file order */
    static InteractionLog of(int users, int items, long[]... rows) {
        InteractionLog.Builder builder = builder(users, items);
        for (long[] row : rows) {
            float weight = row.length > 3 ? row[3] : 1;
            builder.add((int) row[0], (int) row[1], row[2], EventType.PURCHASE, 1, Float.NaN, weight);
        }
        return builder.build();
    }

    static InteractionLog.Builder builder(int users, int items) {
        return new InteractionLog.Builder(ids("u", users), ids("i", items));
    }

    private static IdIndex ids(String prefix, int size) {
        return IdIndex.of(
                IntStream.range(0, size).mapToObj(number -> prefix + number).toList());
    }

    static long[] row(long... cells) {
        return cells;
    }
}
