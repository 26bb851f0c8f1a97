package vitrine.train;

import vitrine.network.Parameters;

/** Hears what training does, on the training thread; must return at once. */
public interface TrainingListener {
    TrainingListener NONE = new TrainingListener() {};

    /** After each step; batches are counted from 1. */
    default void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {}

    /** After each epoch; {@code live} holds the parameters now: copy what is to be kept. */
    default void onEpoch(EpochRecord epoch, Parameters live) {}
}
