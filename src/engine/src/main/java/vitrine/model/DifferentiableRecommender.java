package vitrine.model;

/** A recommender whose score has a gradient with respect to the parts of the query. */
public interface DifferentiableRecommender extends Recommender {
    /** The score of {@code item} as a function of the query's history weights and the user's own vector. */
    PartedScore parted(Query query, int item);
}
