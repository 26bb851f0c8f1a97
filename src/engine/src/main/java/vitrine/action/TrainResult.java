package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vitrine.train.EpochRecord;

/**
 * Result of {@code train}.
 *
 * @param probabilities whether scores become probabilities; null in results of older versions
 */
public record TrainResult(
        String model,
        List<EpochRecord> epochs,
        SortedMap<String, Object> parameters,
        TrainProvenance provenance,
        double baseRateLoss,
        double alwaysNoAccuracy,
        String file,
        @Nullable Probabilities probabilities) {
    public TrainResult {
        epochs = List.copyOf(epochs);
    }

    /** Provenance with the thread count of this run; the model file itself does not know it. */
    public record TrainProvenance(
            String dataSha256, String split, long seed, int threads, SortedMap<String, String> versions) {}
}
