package vitrine.train;

import vitrine.model.Recommender;
import vitrine.network.OptimizerState;
import vitrine.network.Parameters;

/** A model while it is being taught: one optimiser step at a time. */
public interface Learner {
    /** Cuts the data into the batches it learns from. */
    Lessons lessons(TrainingData data, TrainingSettings settings, long seed);

    /** What its scores are taught by. */
    default Objective objective() {
        return Objective.POINTWISE;
    }

    /** What its questions are asked without, now and then. */
    default Hiding hiding() {
        return Hiding.THE_USER;
    }

    /** The model as it stands; changes with every step. */
    Recommender model();

    /** A lasting copy of the model as it stands. */
    Recommender snapshot();

    /** Live parameters. */
    Parameters parameters();

    /** Gradients of the last step as the optimiser saw them, weight decay included; live. */
    Parameters gradients();

    /** To be called after the parameters were changed from outside (rewind). */
    void parametersChanged();

    /** For the steps to come; in (0, 1]. */
    void learningRate(double rate);

    /** A lasting copy of the optimiser's memory. */
    OptimizerState optimizer();

    /** Puts the optimiser's memory back; parameters are put back by writing into {@link #parameters}. */
    void restore(OptimizerState optimizer);
}
