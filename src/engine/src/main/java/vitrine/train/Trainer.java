package vitrine.train;

import java.util.function.LongSupplier;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/**
 * Teaches a {@link Learner} epoch by epoch: targets in a shuffled order, fresh negatives every time, validation after each
 * epoch, the best epoch's parameters kept (validation nDCG@10). All randomness derives from the seed, the epoch and the
 * number of the target, never from a thread; so a training that was stopped and resumed gives the bytes of one that was
 * not.
 */
public final class Trainer {
    private final TrainingSettings settings;
    private final long seed;
    private final LongSupplier clock;

    public Trainer(TrainingSettings settings, long seed) {
        this(settings, seed, System::nanoTime);
    }

    /** @param clock nanoseconds from any origin */
    Trainer(TrainingSettings settings, long seed, LongSupplier clock) {
        this.settings = settings;
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * @return what happened; the learner's parameters are those of the best epoch
     * @throws vitrine.run.CancelledException within one batch after cancellation
     * @throws vitrine.run.DivergedException when the loss stops being a number; the best finished epoch has been restored
     */
    public TrainingHistory train(Learner learner, TrainingData data, JobContext context, TrainingListener listener) {
        return run(learner, data, context, listener).toTheEnd();
    }

    /**
     * Goes on from {@code state}, which a listener of a training with the same settings, seed and data was given: any
     * batch, any epoch. Only the number of threads may differ, and, without a share of warm-up, the number of epochs.
     *
     * @param learner of the same model; what it has learned so far is overwritten
     * @throws BadInputException when the state cannot be one of this training, or as in {@link #train}
     */
    public TrainingHistory resume(
            Learner learner, TrainingData data, JobContext context, TrainingListener listener, TrainingState state) {
        TrainingRun run = run(learner, data, context, listener);
        run.continueFrom(state);
        return run.toTheEnd();
    }

    private TrainingRun run(Learner learner, TrainingData data, JobContext context, TrainingListener listener) {
        return new TrainingRun(settings, seed, learner, data, context, listener, clock);
    }
}
