package vitrine.model;

/** A recommender whose score is a log-odds under its training sample: loss and accuracy at 0.5 make sense. */
public interface LogitRecommender extends Recommender {}
