package vitrine.train;

import vitrine.run.Workers;

/**
 * What a learner is taught, cut into batches: epochs come in ascending order, batches within them too, but a resumed
 * training begins anywhere. Everything follows from the seed, the epoch and the batch.
 */
public interface Lessons {
    /** Batches an epoch. */
    int count();

    /** @param epoch from 1 */
    void begin(int epoch);

    /**
     * One optimiser step.
     *
     * @param batch from 0
     */
    StepOutcome step(int batch, Workers workers);
}
