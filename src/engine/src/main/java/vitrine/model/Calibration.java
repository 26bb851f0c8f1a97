package vitrine.model;

import java.util.Arrays;

/**
 * Turns the scores of one question into probabilities of one event: <em>the next new item this user takes is this one, among
 * all items the user has not taken</em>. With the scores s of all those items,
 *
 * <pre>P(i) = exp(slope s_i) / sum over j of exp(slope s_j)</pre>
 *
 * Exactly one item is the next, so the probabilities of a question add up to 1. It is Platt's sigmoid with its slope learned
 * and its intercept given, question by question, by that sum; a constant added to all scores of a question, of which a score
 * may have any, changes nothing. An order is never changed. Not to be used for scores of a part of the items, nor for
 * another event ("ever buys it").
 *
 * <p>Platt, "Probabilistic Outputs for Support Vector Machines", 1999; as temperature scaling (1 / slope) in Guo, Pleiss, Sun
 * and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 *
 * @param slope above 0, at most {@value #STEEPEST}
 * @param users whose held-back item it was learned from
 */
public record Calibration(double slope, int users) {
    /** The name of the method in files and results. */
    public static final String METHOD = "temperature";
    /** The name of the event in files and results. */
    public static final String EVENT = "next-new-item";

    public static final double STEEPEST = 1e6;

    public Calibration {
        if (!isPossible(slope, users)) {
            throw new IllegalArgumentException("the slope must lie in (0, " + STEEPEST + "], not be " + slope
                    + ", and be learned from users, not from " + users);
        }
    }

    public static boolean isPossible(double slope, int users) {
        return slope > 0 && slope <= STEEPEST && users > 0;
    }

    /**
     * @param scores of all items the user has not taken, each once
     * @return one probability a score, adding up to 1; NaN each when a score is NaN or positively infinite
     */
    public double[] probabilities(double[] scores) {
        double log = logSum(slope, scores);
        return Arrays.stream(scores)
                .map(score -> Double.isFinite(log) ? Math.exp(slope * score - log) : Double.NaN)
                .toArray();
    }

    /** Log of the sum of exp(slope s): what all probabilities are divided by. */
    public static double logSum(double slope, double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, slope * score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(slope * score - largest);
        }
        return largest + Math.log(sum);
    }
}
