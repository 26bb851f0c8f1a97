package vitrine.train;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vitrine.model.Recommender;

/** Hears what training does, on the training thread; must return at once. */
public interface TrainingListener {
    TrainingListener NONE = new TrainingListener() {};

    /**
     * While a part of a model is taught alone before the training itself, of which no other call speaks.
     *
     * @param part its name: {@code GMF}, {@code MLP}
     * @param epoch of that part, from 1
     * @param epochs asked for
     */
    default void onPretraining(String part, int epoch, int epochs) {}

    /** After each step; batches are counted from 1. */
    default void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {}

    /** After each epoch; {@code snapshot} makes a lasting copy of the model as it stands. */
    default void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {}

    /** Who wants to be told how training goes, at most five times a second and after each epoch; asked once. */
    default Optional<Consumer<TrainingSnapshot>> snapshots() {
        return Optional.empty();
    }

    /** After each step, and once more after the last one of an epoch, when the epoch was measured. */
    default void onState(TrainingMoment moment) {}

    /** Cancelled between two steps; training ends after this call. */
    default void onStopped(TrainingMoment moment) {}

    /** Of a training in the window: no epoch follows, however it ended; its model is calibrated and measured now. */
    default void onTaught() {}
}
