package vitrine.metric;

import java.util.Arrays;

/** How alike two ranked lists of the same length are; items are distinct within a list. */
public final class ListOverlap {
    /** The usual persistence: the first ten places hold 86 % of the weight. */
    public static final double PERSISTENCE = .9;

    private ListOverlap() {}

    /**
     * Rank-biased overlap, extrapolated from what the lists show (Webber, Moffat and Zobel, 2010, equation 30): with
     * X_d common items among the first d of k, {@code X_k / k p^k + (1 - p) / p sum over d of X_d / d p^d}. 1 for the same
     * list, 0 for lists without a common item, more for agreement at the top.
     *
     * @param p persistence, above 0 and below 1
     * @return 1 for two empty lists
     */
    public static double rankBiased(int[] a, int[] b, double p) {
        requireSameLength(a, b);
        if (a.length == 0) {
            return 1;
        }
        double sum = 0;
        double weight = 1;
        int common = 0;
        for (int d = 1; d <= a.length; d++) {
            common += contains(b, d, a[d - 1]) ? 1 : 0;
            common += contains(a, d - 1, b[d - 1]) ? 1 : 0;
            weight *= p;
            sum += (double) common / d * weight;
        }
        return (double) common / a.length * weight + (1 - p) / p * sum;
    }

    /** Common items over items in either list; 1 for two empty lists. */
    public static double jaccard(int[] a, int[] b) {
        long common =
                Arrays.stream(a).filter(item -> contains(b, b.length, item)).count();
        long either = a.length + b.length - common;
        return either == 0 ? 1 : (double) common / either;
    }

    private static void requireSameLength(int[] a, int[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("lists of " + a.length + " and " + b.length + " items");
        }
    }

    private static boolean contains(int[] list, int size, int item) {
        for (int i = 0; i < size; i++) {
            if (list[i] == item) {
                return true;
            }
        }
        return false;
    }
}
