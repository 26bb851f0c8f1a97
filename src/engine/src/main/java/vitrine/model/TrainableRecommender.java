package vitrine.model;

import vitrine.network.Parameters;

/** A recommender that is a network whose parameters are learned: they can be kept, put back and exchanged. */
public interface TrainableRecommender extends LayeredRecommender {
    /** Live while a model is being trained, else never changed. */
    Parameters parameters();

    /** The same model over other parameters of the same shapes. */
    TrainableRecommender with(Parameters other);

    /** To be called after the live parameters were changed: what was worked out from them is worked out anew. */
    default void parametersChanged() {}
}
