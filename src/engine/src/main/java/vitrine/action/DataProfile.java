package vitrine.action;

import java.util.Arrays;
import vitrine.data.InteractionLog;
import vitrine.metric.Gini;

/**
 * What a log looks like: when things happened, and how unevenly they fall on the products. Counts, no judgement.
 *
 * @param bucketDays width of a bucket of the time line in days: 1, 7 or 30; 0 in a log without times
 * @param bucketStarts milliseconds since 1970 UTC, ascending
 * @param bucketCounts events in each bucket; empty buckets are there with 0
 * @param itemCounts events of each product by its number
 * @param userCounts events of each user by its number
 * @param itemGini 0: every product alike, towards 1: a few take all
 * @param topFifthShare share of the events that falls on the most popular fifth of the products
 */
public record DataProfile(
        int bucketDays,
        long[] bucketStarts,
        long[] bucketCounts,
        int[] itemCounts,
        int[] userCounts,
        double itemGini,
        double topFifthShare) {
    private static final long DAY = 86_400_000L;
    private static final int MOST_DAYS = 92;
    private static final int MOST_WEEKS = 260;

    public static DataProfile of(DataSession data) {
        InteractionLog log = data.log();
        int[] items = new int[log.items().size()];
        int[] users = new int[log.users().size()];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < log.size(); row++) {
            items[log.item(row)]++;
            users[log.user(row)]++;
            first = Math.min(first, log.time(row));
            last = Math.max(last, log.time(row));
        }
        boolean timed = log.hasTimes() && log.size() > 0;
        int days = timed ? width(last - first) : 0;
        long[] counts = timed ? counts(log, first, last, days * DAY) : new long[0];
        long[] starts = new long[counts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = first - Math.floorMod(first, DAY) + i * days * DAY;
        }
        double[] values = Arrays.stream(items).asDoubleStream().toArray();
        return new DataProfile(days, starts, counts, items, users, Gini.of(values), topFifth(items));
    }

    private static int width(long span) {
        long days = span / DAY;
        if (days <= MOST_DAYS) {
            return 1;
        }
        return days / 7 <= MOST_WEEKS ? 7 : 30;
    }

    private static long[] counts(InteractionLog log, long first, long last, long bucket) {
        long from = first - Math.floorMod(first, DAY);
        long[] counts = new long[(int) ((last - from) / bucket) + 1];
        for (int row = 0; row < log.size(); row++) {
            counts[(int) ((log.time(row) - from) / bucket)]++;
        }
        return counts;
    }

    private static double topFifth(int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        long all = Arrays.stream(sorted).asLongStream().sum();
        long top = Arrays.stream(sorted, sorted.length - (sorted.length + 4) / 5, sorted.length)
                .asLongStream()
                .sum();
        return all == 0 ? 0 : (double) top / all;
    }

    /** Cumulative share of the events by share of the products, most popular first; 0 to 1, {@code points + 1} values. */
    public double[] concentration(int points) {
        int[] sorted = itemCounts.clone();
        Arrays.sort(sorted);
        double all = Math.max(1, Arrays.stream(sorted).asLongStream().sum());
        double[] shares = new double[points + 1];
        long sum = 0;
        int taken = 0;
        for (int point = 1; point <= points; point++) {
            int until = (int) ((long) sorted.length * point / points);
            while (taken < until) {
                sum += sorted[sorted.length - 1 - taken++];
            }
            shares[point] = sum / all;
        }
        return shares;
    }
}
