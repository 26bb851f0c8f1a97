package vitrine.train;

import java.util.List;

/**
 * What happened during training, with the yardsticks without which no curve can be judged.
 *
 * @param epochs in order; empty for models that are computed, not trained
 * @param baseRateLoss binary cross-entropy of always saying the base rate (0.5004 for four negatives a positive)
 * @param alwaysNoAccuracy accuracy of always saying "no" (0.8 for four negatives a positive)
 */
public record TrainingHistory(List<EpochRecord> epochs, double baseRateLoss, double alwaysNoAccuracy) {
    public TrainingHistory {
        epochs = List.copyOf(epochs);
    }
}
