package vitrine.data.split;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.function.IntPredicate;
import vitrine.data.InteractionLog;

/**
 * What each user had done before a moment, seen through the rows that may be seen. A history never holds an event of
 * the asked moment itself: a basket is one moment, so its items do not explain each other. Rows of weight 0 never count.
 * Immutable and safe for many threads.
 */
public final class Histories {
    /** Up to this length a scan of the collected items is faster than a hash set. */
    private static final int SCAN = 64;

    private final int[] start;
    private final int[] item;
    private final long[] time;

    private Histories(int[] start, int[] item, long[] time) {
        this.start = start;
        this.item = item;
        this.time = time;
    }

    /** Every positive row counts. */
    public static Histories of(InteractionLog log) {
        return of(log, row -> true);
    }

    /** @param counts which rows may be seen; asked for positive rows only */
    public static Histories of(InteractionLog log, IntPredicate counts) {
        int users = log.users().size();
        int[] start = new int[users + 1];
        int[] item = new int[log.size()];
        long[] time = new long[log.size()];
        int size = 0;
        for (int user = 0; user < users; user++) {
            start[user] = size;
            for (int row = log.userStart(user); row < log.userStart(user + 1); row++) {
                if (log.isPositive(row) && counts.test(row)) {
                    item[size] = log.item(row);
                    time[size] = log.time(row);
                    size++;
                }
            }
        }
        start[users] = size;
        return new Histories(start, Arrays.copyOf(item, size), Arrays.copyOf(time, size));
    }

    /**
     * The last {@code max} distinct items with a time strictly earlier than {@code time}, oldest first; an item that
     * occurs more than once stands at its latest occurrence.
     *
     * @param exceptItem never in the answer (the target); -1 for none
     */
    public int[] before(int user, long time, int exceptItem, int max) {
        return collect(start[user], firstNotBefore(user, time), exceptItem, max);
    }

    /** The last {@code max} distinct items of all, oldest first. */
    public int[] latest(int user, int max) {
        return collect(start[user], start[user + 1], -1, max);
    }

    /** Number of rows of {@code user} that count; an item may be among them more than once. */
    public int events(int user) {
        return start[user + 1] - start[user];
    }

    private int firstNotBefore(int user, long moment) {
        int low = start[user];
        int high = start[user + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] collect(int from, int to, int exceptItem, int max) {
        int[] newestFirst = new int[Math.min(Math.max(max, 0), to - from)];
        IntOpenHashSet seen = newestFirst.length > SCAN ? new IntOpenHashSet(newestFirst.length) : null;
        int size = 0;
        for (int i = to - 1; i >= from && size < newestFirst.length; i--) {
            int candidate = item[i];
            boolean fresh = seen == null ? !contains(newestFirst, size, candidate) : seen.add(candidate);
            if (fresh && candidate != exceptItem) {
                newestFirst[size++] = candidate;
            }
        }
        int[] oldestFirst = new int[size];
        for (int i = 0; i < size; i++) {
            oldestFirst[i] = newestFirst[size - 1 - i];
        }
        return oldestFirst;
    }

    private static boolean contains(int[] values, int size, int wanted) {
        for (int i = 0; i < size; i++) {
            if (values[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
