package vitrine.train;

import java.util.List;
import java.util.SortedMap;

/**
 * One line of a training history.
 *
 * @param epoch from 1
 * @param loss mean binary cross-entropy over the epoch's examples, while the weights moved
 * @param accuracy share of examples on the right side of 0.5
 * @param validation measures on held-back training targets: {@code loss, accuracy, hr, ndcg}
 * @param seconds wall time; never part of a model file
 * @param examplesPerSecond training rate; never part of a model file
 */
public record EpochRecord(
        int epoch,
        double loss,
        double accuracy,
        SortedMap<String, Double> validation,
        double seconds,
        double examplesPerSecond) {
    /** What epochs are chosen by, higher is better: validation nDCG@10; where nothing was held back, minus the loss. */
    public double quality() {
        Double ndcg = validation.get("ndcg");
        return ndcg == null ? -loss : ndcg;
    }

    /** Number of the epoch of highest quality, the first of equals; 0 for none. */
    public static int best(List<EpochRecord> epochs) {
        int best = 0;
        for (int i = 0; i < epochs.size(); i++) {
            if (best == 0 || epochs.get(i).quality() > epochs.get(best - 1).quality()) {
                best = i + 1;
            }
        }
        return best;
    }
}
