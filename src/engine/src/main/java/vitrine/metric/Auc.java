package vitrine.metric;

import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Area under the ROC curve: the probability that a random positive is scored above a random negative, ties counting
 * one half (Mann-Whitney). .5 is chance, 1 is perfect.
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
        long positives = 0;
        for (boolean label : positive) {
            positives += label ? 1 : 0;
        }
        long negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        double[] ranks = new NaturalRanking().rank(scores);
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (positive[i]) {
                sum += ranks[i];
            }
        }
        return (sum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
