package vitrine.assess.tournament;

import java.util.List;
import vitrine.metric.MeanInterval;

/**
 * Whether an explanation depends on what the model has learned: mean rank correlation (Spearman) of the sizes of the
 * contributions before and after layers forget, over users with at least {@value #FEWEST_ITEMS} history items. A method
 * that says the same of a model that knows nothing cannot have said anything of the trained one.
 *
 * @param curve mean correlation with the first layers from the top forgotten: 1, 2, ... all; NaN where nothing could be
 *     compared
 * @param sd over users, with all forgotten
 * @param upper upper end of the mean's 95 % interval with all forgotten
 * @param users compared with all forgotten; an explanation that gives every item the same has no order to compare
 */
public record RandomisationCheck(List<Double> curve, double sd, double upper, int users) {
    /** Fewest history items of a user who counts. */
    public static final int FEWEST_ITEMS = 10;
    /** Fewest users for a judgement. */
    public static final int FEWEST_USERS = 50;

    private static final double LARGEST = .3;

    public RandomisationCheck {
        curve = List.copyOf(curve);
    }

    /** @param correlations by number of layers forgotten (1 to all), one a user, without NaN */
    static RandomisationCheck of(double[][] correlations) {
        List<Double> curve = java.util.Arrays.stream(correlations)
                .map(byUser -> java.util.Arrays.stream(byUser).average().orElse(Double.NaN))
                .toList();
        double[] last = correlations[correlations.length - 1];
        if (last.length == 0) {
            return new RandomisationCheck(curve, Double.NaN, Double.NaN, 0);
        }
        MeanInterval interval = MeanInterval.of(last);
        return new RandomisationCheck(curve, interval.sd(), interval.high(), last.length);
    }

    /** Mean correlation with all layers forgotten. */
    public double correlation() {
        return curve.get(curve.size() - 1);
    }

    /** Enough users to judge. */
    public boolean isJudged() {
        return users >= FEWEST_USERS;
    }

    /** Upper end below .3. */
    public boolean passes() {
        return isJudged() && upper < LARGEST;
    }

    /** Judged, and not passed. */
    public boolean fails() {
        return isJudged() && !passes();
    }
}
