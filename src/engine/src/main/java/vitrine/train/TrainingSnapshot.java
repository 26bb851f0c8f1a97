package vitrine.train;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Training at a glance, a few times a second. Immutable, for any thread.
 *
 * @param epoch from 1
 * @param epochs asked for
 * @param batch batches of the epoch done
 * @param batches of an epoch
 * @param loss mean over the examples since the last snapshot
 * @param accuracy share of those on the right side of 0.5
 * @param validation measures of the last finished epoch: {@code loss, accuracy, hr, ndcg}; empty before
 * @param gradientNorm Euclidean norm of the last step's gradient over all parameters, weight decay included
 * @param learningRate of the last step
 * @param layers input to output; empty for models without layers
 * @param examplesPerSecond since the last snapshot
 * @param timeLeft to the last epoch asked for; empty while there is nothing to extrapolate from
 */
public record TrainingSnapshot(
        int epoch,
        int epochs,
        int batch,
        int batches,
        double loss,
        double accuracy,
        SortedMap<String, Double> validation,
        double gradientNorm,
        double learningRate,
        List<LayerStatistics> layers,
        double examplesPerSecond,
        Optional<Duration> timeLeft) {
    public TrainingSnapshot {
        validation = Collections.unmodifiableSortedMap(new TreeMap<>(validation));
        layers = List.copyOf(layers);
    }
}
