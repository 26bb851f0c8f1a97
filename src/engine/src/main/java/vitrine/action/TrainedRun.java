package vitrine.action;

import java.util.Optional;
import vitrine.data.split.Split;
import vitrine.train.KeptEpochs;
import vitrine.train.TrainingHistory;

/**
 * A model just trained, ready to be asked, with everything the screens show about how it came to be.
 *
 * @param history epochs and yardsticks; its best epoch is the model
 * @param failure what went wrong, a sentence; only when {@code ending} is {@link Ending#DIVERGED}
 * @param kept the epochs one can go back to with {@link LiveTraining#rewind}; none for models that are computed
 */
public record TrainedRun(
        ModelSession session,
        Split split,
        TrainingHistory history,
        TrainResult result,
        Ending ending,
        Optional<String> failure,
        KeptEpochs kept) {
    /** How training ended. */
    public enum Ending {
        FINISHED,
        STOPPED_EARLY,
        STOPPED,
        DIVERGED
    }
}
