package vitrine.assess.faithfulness;

import vitrine.data.InteractionLog;
import vitrine.explain.control.ItemStatistics;

/**
 * The binary user-item matrix of a log by columns: the distinct users with a positive row for each item, ascending.
 * Carries both orders of controls: {@link #similarity} is the cosine of two columns, {@link #popularity} the number of
 * users. Items are addressed as in {@link InteractionLog#items()}, which must be the model's numbering too. Memory: one
 * int a distinct pair.
 */
public final class ItemUsers implements ItemSimilarity, ItemPopularity, ItemStatistics {
    private final int[] start;
    private final int[] users;

    public ItemUsers(InteractionLog log) {
        int items = log.items().size();
        int[] last = new int[items];
        int[] from = new int[items + 1];
        for (int row = 0; row < log.size(); row++) {
            if (isNewPair(log, row, last)) {
                from[log.item(row) + 1]++;
            }
        }
        for (int item = 0; item < items; item++) {
            from[item + 1] += from[item];
        }
        int[] next = from.clone();
        int[] column = new int[from[items]];
        last = new int[items];
        for (int row = 0; row < log.size(); row++) {
            if (isNewPair(log, row, last)) {
                column[next[log.item(row)]++] = log.user(row);
            }
        }
        start = from;
        users = column;
    }

    /** Rows come sorted by user, so a pair was seen before exactly when this user was the item's last one. */
    private static boolean isNewPair(InteractionLog log, int row, int[] lastUserPlusOne) {
        int item = log.item(row);
        if (!log.isPositive(row) || lastUserPlusOne[item] == log.user(row) + 1) {
            return false;
        }
        lastUserPlusOne[item] = log.user(row) + 1;
        return true;
    }

    /** Number of distinct users. */
    @Override
    public double popularity(int item) {
        return (double) start[item + 1] - start[item];
    }

    /** Cosine of the two columns, {@code |both| / sqrt(|a| |b|)}; 0 when either is empty. */
    @Override
    public double similarity(int a, int b) {
        int i = start[a];
        int j = start[b];
        int both = 0;
        while (i < start[a + 1] && j < start[b + 1]) {
            int order = Integer.compare(users[i], users[j]);
            if (order == 0) {
                both++;
            }
            if (order <= 0) {
                i++;
            }
            if (order >= 0) {
                j++;
            }
        }
        return both == 0 ? 0 : both / Math.sqrt(popularity(a) * popularity(b));
    }
}
