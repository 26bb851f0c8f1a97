package vitrine.train;

import java.util.List;

/**
 * What happened during training, with the yardsticks without which no curve can be judged.
 *
 * @param epochs in order; empty for models that are computed, not trained
 * @param baseRateLoss binary cross-entropy of always saying the base rate (0.5004 for four negatives a positive)
 * @param alwaysNoAccuracy accuracy of always saying "no" (0.8 for four negatives a positive)
 * @param bestEpoch epoch whose parameters were kept; 0 when none was trained
 */
public record TrainingHistory(List<EpochRecord> epochs, double baseRateLoss, double alwaysNoAccuracy, int bestEpoch) {
    /** Of a model that is computed, not trained. */
    public static final TrainingHistory NONE = new TrainingHistory(List.of(), 0, 0, 0);

    public TrainingHistory {
        epochs = List.copyOf(epochs);
    }

    /** With the yardsticks of so many negatives a positive. */
    public static TrainingHistory of(List<EpochRecord> epochs, int negatives, int bestEpoch) {
        double positives = 1.0 / (1 + negatives);
        double baseRateLoss = -positives * Math.log(positives) - (1 - positives) * Math.log(1 - positives);
        return new TrainingHistory(epochs, baseRateLoss, 1 - positives, bestEpoch);
    }
}
