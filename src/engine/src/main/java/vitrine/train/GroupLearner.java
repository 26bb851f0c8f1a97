package vitrine.train;

import java.util.function.IntFunction;
import vitrine.run.Workers;

/** A learner whose examples are a target with its sampled negatives. */
public interface GroupLearner extends Learner {
    /**
     * One step on {@code groups} groups.
     *
     * @param source builds group {@code 0 … groups - 1}; called from several threads, must depend on the number only
     */
    StepOutcome step(int groups, IntFunction<ExampleGroup> source, Workers workers);

    @Override
    default Lessons lessons(TrainingData data, TrainingSettings settings, long seed) {
        return new EpochBatches(this, data, settings, seed);
    }
}
