package vitrine.train;

import vitrine.model.Recommender;

/** A training between two steps. To be asked during the call that hands it over, not later. */
public interface TrainingMoment {
    /** Whether an epoch has just been finished. */
    boolean endsAnEpoch();

    /** Copies all that is needed to go on from here. */
    TrainingState state();

    /** A lasting copy of the model as it stands. */
    Recommender snapshot();
}
