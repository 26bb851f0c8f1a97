package vitrine.explain.counterfactual;

import java.util.Arrays;
import java.util.stream.IntStream;
import vitrine.model.LinearRecommender;
import vitrine.model.Query;

/**
 * By how much an item is ahead of each rival under a model that is linear in the history, and what each removal takes off:
 * after removing S the item is ahead of rival c by exactly {@code ahead_c - sum over i in S of loss_ic}, where {@code
 * loss_ic = w_i (B_iy - B_ic)}.
 *
 * @param ahead one a rival, in score units
 * @param loss one row a removable position, one number a rival
 * @param before whether the rival comes first where both scores are equal
 */
record LinearMargins(double[] ahead, double[][] loss, boolean[] before) {
    static LinearMargins of(LinearRecommender model, Query query, ItemPlace place, int[] positions) {
        int[] candidates = place.candidates();
        double[] scores = place.scores(query);
        int[] rivals = IntStream.range(0, candidates.length)
                .filter(i -> i != place.at())
                .toArray();
        double[] ahead = Arrays.stream(rivals)
                .mapToDouble(r -> scores[place.at()] - scores[r])
                .toArray();
        double[][] loss = new double[positions.length][rivals.length];
        for (int i = 0; i < positions.length; i++) {
            int history = query.history()[positions[i]];
            double weight = query.weights()[positions[i]];
            double own = model.slope(history, place.item());
            for (int r = 0; r < rivals.length; r++) {
                loss[i][r] = weight * (own - model.slope(history, candidates[rivals[r]]));
            }
        }
        boolean[] before = new boolean[rivals.length];
        for (int r = 0; r < rivals.length; r++) {
            before[r] = rivals[r] < place.at();
        }
        return new LinearMargins(ahead, loss, before);
    }

    /** The item's lead over its k-th best rival when one option is removed, for each option; cf. {@link Outcome#margin}. */
    double[] afterEach(int k) {
        double[] margins = new double[loss.length];
        double[] left = new double[ahead.length];
        for (int i = 0; i < margins.length; i++) {
            for (int r = 0; r < left.length; r++) {
                left[r] = ahead[r] - loss[i][r];
            }
            Arrays.sort(left);
            margins[i] = left.length < k ? Double.POSITIVE_INFINITY : left[k - 1];
        }
        return margins;
    }

    /** The same with options in another order. */
    LinearMargins ordered(int[] order) {
        return new LinearMargins(
                ahead, Arrays.stream(order).mapToObj(i -> loss[i]).toArray(double[][]::new), before);
    }
}
