package vitrine.model;

/** A recommender whose score is linear in the history weights, so that the true contributions are known by formula. */
public interface LinearRecommender extends DifferentiableRecommender {
    /** B(i, y): what one unit of history item {@code i}'s weight adds to the score of {@code item}. */
    double slope(int historyItem, int item);

    /** The exact contribution of each history item to the score of {@code item}: {@code w_i * B(i, item)}. */
    default double[] exactContributions(Query query, int item) {
        double[] contributions = new double[query.history().length];
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = query.weights()[i] * slope(query.history()[i], item);
        }
        return contributions;
    }

    @Override
    default PartedScore parted(Query query, int item) {
        double[] slopes = new double[query.history().length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = slope(query.history()[i], item);
        }
        return LinearParts.of(query, slopes);
    }
}
