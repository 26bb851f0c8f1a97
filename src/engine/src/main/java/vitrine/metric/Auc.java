package vitrine.metric;

import java.util.Arrays;

/**
 * Area under the ROC curve: the probability that a random positive is scored above a random negative, ties counting
 * one half (Mann-Whitney). .5 is chance, 1 is perfect. Only the positives are sorted.
 */
public final class Auc {
    private Auc() {}

    /**
     * @param scores no NaN
     * @return NaN when only one of the two classes occurs
     */
    public static double of(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(scores.length + " scores but " + positive.length + " labels");
        }
        double[] positives = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                positives[count++] = scores[i];
            }
        }
        long negatives = scores.length - (long) count;
        if (count == 0 || negatives == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(positives, count);
        Arrays.sort(sorted);
        double won = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!positive[i]) {
                won += count - standing(sorted, scores[i]);
            }
        }
        return won / ((double) count * negatives);
    }

    /** How many of the ascending values lie below, those that are equal counting one half. */
    private static double standing(double[] sorted, double score) {
        if (score < sorted[0]) {
            return 0;
        }
        return (below(sorted, score) + notAbove(sorted, score)) / 2.0;
    }

    /** How many of the ascending values lie below {@code score}. */
    private static int below(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int notAbove(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
