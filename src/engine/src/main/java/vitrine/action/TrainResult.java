package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import vitrine.train.EpochRecord;

/** Result of {@code train}. */
public record TrainResult(
        String model,
        List<EpochRecord> epochs,
        SortedMap<String, Object> parameters,
        TrainProvenance provenance,
        double baseRateLoss,
        double alwaysNoAccuracy,
        String file) {
    public TrainResult {
        epochs = List.copyOf(epochs);
    }

    /** Provenance with the thread count of this run; the model file itself does not know it. */
    public record TrainProvenance(
            String dataSha256, String split, long seed, int threads, SortedMap<String, String> versions) {}
}
