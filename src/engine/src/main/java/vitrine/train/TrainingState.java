package vitrine.train;

import java.util.List;
import vitrine.network.OptimizerState;
import vitrine.network.Parameters;

/**
 * All that is needed to go on with a training as if it had never stopped, bit for bit. Immutable. There is no random state
 * to keep: order, negatives and unknown users derive from the seed, the epoch and the number of the target.
 *
 * @param seed of the training
 * @param epoch being trained, from 1; one more than asked for when all are done
 * @param batch batches of that epoch already done
 * @param sums over those batches
 * @param seconds spent on those batches
 * @param epochs finished before, in order
 * @param bestEpoch of those; 0 when none is finished
 * @param parameters as they stand
 * @param best parameters of the best epoch; as they stood at the start when none is finished
 * @param optimizer its memory
 */
public record TrainingState(
        long seed,
        int epoch,
        int batch,
        StepOutcome sums,
        double seconds,
        List<EpochRecord> epochs,
        int bestEpoch,
        Parameters parameters,
        Parameters best,
        OptimizerState optimizer) {
    public TrainingState {
        epochs = List.copyOf(epochs);
        boolean holds = epoch >= 1
                && batch >= 0
                && epochs.size() == epoch - 1
                && bestEpoch >= 0
                && bestEpoch <= epochs.size()
                && (bestEpoch == 0) == epochs.isEmpty();
        if (!holds) {
            throw new IllegalArgumentException("epoch " + epoch + ", batch " + batch + ", best epoch " + bestEpoch
                    + " and " + epochs.size() + " finished epochs do not fit together");
        }
    }
}
