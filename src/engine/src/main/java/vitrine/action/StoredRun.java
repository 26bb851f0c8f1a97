package vitrine.action;

import java.nio.file.Path;
import java.util.SortedMap;
import vitrine.train.TrainingHistory;

/**
 * A model of a study on disk with the history the model file itself does not keep.
 *
 * @param id unique in the study: one letter and a number, such as {@code a1}
 * @param file the model file
 * @param yardsticks measure to model name to value, as in {@link Yardsticks}
 */
public record StoredRun(
        String id,
        Path file,
        TrainResult result,
        int bestEpoch,
        TrainedRun.Ending ending,
        SortedMap<String, SortedMap<String, Double>> yardsticks) {
    public TrainingHistory history() {
        return new TrainingHistory(result.epochs(), result.baseRateLoss(), result.alwaysNoAccuracy(), bestEpoch);
    }
}
