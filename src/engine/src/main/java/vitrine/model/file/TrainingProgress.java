package vitrine.model.file;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;

/**
 * How far a training had come when its checkpoint was written: {@code training.json}.
 *
 * @param epoch being trained, from 1
 * @param batch batches of it already done
 * @param lossSum over those batches
 * @param right examples on the right side among them
 * @param examples in those batches
 * @param seconds spent on them
 * @param bestEpoch of the finished ones; 0 when none is finished
 * @param optimizerStep steps the optimiser has taken
 * @param epochs finished ones, in order
 */
@JsonPropertyOrder({"epoch", "batch", "lossSum", "right", "examples", "seconds", "bestEpoch", "optimizerStep", "epochs"
})
public record TrainingProgress(
        int epoch,
        int batch,
        double lossSum,
        long right,
        long examples,
        double seconds,
        int bestEpoch,
        long optimizerStep,
        List<Epoch> epochs) {
    private static final int MOST_EPOCHS = 1000;
    private static final int MOST_MEASURES = 20;

    public TrainingProgress {
        epochs = List.copyOf(epochs);
    }

    /** A finished epoch: mean loss, accuracy, measures on validation data, wall time. */
    @JsonPropertyOrder({"loss", "accuracy", "validation", "seconds", "examplesPerSecond"})
    public record Epoch(
            double loss,
            double accuracy,
            SortedMap<String, Double> validation,
            double seconds,
            double examplesPerSecond) {
        private boolean isPossible() {
            return areFinite(loss, accuracy, seconds, examplesPerSecond)
                    && validation.size() <= MOST_MEASURES
                    && validation.values().stream().allMatch(value -> value != null && Double.isFinite(value));
        }
    }

    /** Whether the numbers can be those of a training. */
    boolean isPossible() {
        return epoch >= 1
                && epoch <= MOST_EPOCHS + 1
                && batch >= 0
                && right >= 0
                && right <= examples
                && optimizerStep >= 0
                && seconds >= 0
                && areFinite(lossSum, seconds)
                && epochs.size() == epoch - 1
                && bestEpoch >= 0
                && bestEpoch <= epochs.size()
                && (bestEpoch == 0) == epochs.isEmpty()
                && epochs.stream().allMatch(Epoch::isPossible);
    }

    private static boolean areFinite(double... values) {
        return java.util.Arrays.stream(values).allMatch(Double::isFinite);
    }
}
