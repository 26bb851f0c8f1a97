package vitrine.desktop.screen.train;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.action.Models;
import vitrine.action.TrainedRun;
import vitrine.desktop.workspace.ModelRun;
import vitrine.train.EpochRecord;
import vitrine.train.Objective;
import vitrine.train.TrainingHistory;

/**
 * What the three charts show: a run that is training now, or one that is done.
 *
 * @param live points inside epochs; nothing for a finished run
 * @param asked epochs the run was asked for: the length of the axis while it trains
 * @param objective what loss and accuracy are those of
 * @param stopped the epoch after which early stopping ended it
 * @param patience epochs without progress it allowed
 */
record Curves(
        List<EpochRecord> epochs,
        LiveCurve.Snapshot live,
        int asked,
        Objective objective,
        double baseRateLoss,
        double alwaysNoAccuracy,
        OptionalInt best,
        OptionalInt stopped,
        int patience,
        SortedMap<String, SortedMap<String, Double>> yardsticks) {
    static final Curves NOTHING = new Curves(
            List.of(),
            LiveCurve.Snapshot.NOTHING,
            1,
            Objective.POINTWISE,
            Double.NaN,
            Double.NaN,
            OptionalInt.empty(),
            OptionalInt.empty(),
            0,
            new TreeMap<>());

    static Curves of(ModelRun run) {
        List<EpochRecord> epochs = run.history().epochs();
        int last = epochs.size();
        int best = run.history().bestEpoch();
        boolean early = run.ending() == TrainedRun.Ending.STOPPED_EARLY;
        return new Curves(
                epochs,
                LiveCurve.Snapshot.NOTHING,
                Math.max(1, last),
                Models.objective(run.model()),
                run.history().baseRateLoss(),
                run.history().alwaysNoAccuracy(),
                best > 0 ? OptionalInt.of(best) : OptionalInt.empty(),
                early ? OptionalInt.of(last) : OptionalInt.empty(),
                run.result().parameters().get("patience") instanceof Integer p ? p : 0,
                run.yardsticks());
    }

    /** @param model its registry name */
    static Curves of(
            LiveCurve.Snapshot live,
            int asked,
            String model,
            int negatives,
            int patience,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {
        TrainingHistory ignorant = Models.ignorance(model, negatives);
        int best = 0;
        double value = Double.NEGATIVE_INFINITY;
        for (EpochRecord epoch : live.epochs()) {
            double quality = epoch.validation().getOrDefault("ndcg", -epoch.loss());
            if (quality > value) {
                value = quality;
                best = epoch.epoch();
            }
        }
        return new Curves(
                live.epochs(),
                live,
                Math.max(1, asked),
                Models.objective(model),
                ignorant.baseRateLoss(),
                ignorant.alwaysNoAccuracy(),
                best > 0 ? OptionalInt.of(best) : OptionalInt.empty(),
                OptionalInt.empty(),
                patience,
                yardsticks);
    }

    boolean isEmpty() {
        return epochs.isEmpty() && live.x().length == 0;
    }

    double[] validation(String measure) {
        return epochs.stream()
                .mapToDouble(e -> e.validation().getOrDefault(measure, Double.NaN))
                .toArray();
    }
}
