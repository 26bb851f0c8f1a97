package vitrine.train;

import java.util.List;

/**
 * What happened during training, with the yardsticks without which no curve can be judged.
 *
 * @param epochs in order; empty for models that are computed, not trained
 * @param baseRateLoss the loss of who knows nothing of users and items: binary cross-entropy of always saying the base rate
 *     (0.5004 for four negatives a positive), of pairs log 2
 * @param alwaysNoAccuracy the accuracy of the same: always saying "no" (0.8 for four negatives a positive), of pairs 0.5
 * @param bestEpoch epoch whose parameters were kept; 0 when none was trained
 */
public record TrainingHistory(List<EpochRecord> epochs, double baseRateLoss, double alwaysNoAccuracy, int bestEpoch) {
    /** Of a model that is computed, not trained. */
    public static final TrainingHistory NONE = new TrainingHistory(List.of(), 0, 0, 0);

    public TrainingHistory {
        epochs = List.copyOf(epochs);
    }

    /** With the yardsticks of so many negatives a positive. */
    public static TrainingHistory of(List<EpochRecord> epochs, Objective objective, int negatives, int bestEpoch) {
        return new TrainingHistory(
                epochs, objective.ignorantLoss(negatives), objective.ignorantAccuracy(negatives), bestEpoch);
    }
}
