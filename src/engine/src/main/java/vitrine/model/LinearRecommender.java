package vitrine.model;

/** A recommender whose score is linear in the history weights, so that the true contributions are known by formula. */
public interface LinearRecommender extends DifferentiableRecommender {
    /** The exact contribution of each history item to the score of {@code item}: {@code w_i * B(i, item)}. */
    double[] exactContributions(Query query, int item);
}
