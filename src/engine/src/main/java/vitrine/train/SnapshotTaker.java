package vitrine.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vitrine.model.LayeredRecommender;
import vitrine.model.Query;
import vitrine.network.LayerActivation;
import vitrine.run.TimeLeft;

/** Takes at most five snapshots a second, and one at the end of each epoch, for a listener that wants them. */
final class SnapshotTaker {
    private static final long INTERVAL_NANOS = 200_000_000L;
    private static final int PROBES = 8;

    private final Optional<Consumer<TrainingSnapshot>> listener;
    private final Learner learner;
    private final TrainingData data;
    private final int epochs;
    private final int batches;
    private final LongSupplier clock;

    private StepOutcome sums = StepOutcome.NOTHING;
    private SortedMap<String, Double> validation = new TreeMap<>();
    private TimeLeft timeLeft;
    private long takenAt;

    /** @param batches of an epoch */
    SnapshotTaker(
            Optional<Consumer<TrainingSnapshot>> listener,
            Learner learner,
            TrainingData data,
            int epochs,
            int batches,
            LongSupplier clock) {
        this.listener = listener;
        this.learner = learner;
        this.data = data;
        this.epochs = epochs;
        this.batches = batches;
        this.clock = clock;
        this.takenAt = clock.getAsLong();
        this.timeLeft = new TimeLeft(takenAt, 0);
    }

    /** Begins after earlier epochs and batches. */
    void continueFrom(TrainingState state) {
        timeLeft = new TimeLeft(clock.getAsLong(), done(state.epoch(), state.batch()));
        state.epochs().forEach(epoch -> validation = epoch.validation());
    }

    private long done(int epoch, int batch) {
        return (epoch - 1L) * batches + batch;
    }

    void afterStep(int epoch, int batch, StepOutcome outcome, double learningRate) {
        sums = sums.plus(outcome);
        if (listener.isPresent() && clock.getAsLong() - takenAt >= INTERVAL_NANOS) {
            take(epoch, batch, learningRate);
        }
    }

    void afterEpoch(EpochRecord epoch, double learningRate) {
        validation = epoch.validation();
        if (listener.isPresent()) {
            take(epoch.epoch(), batches, learningRate);
        }
    }

    private void take(int epoch, int batch, double learningRate) {
        long now = clock.getAsLong();
        // At the end of an epoch all its examples may have been told of already.
        boolean any = sums.examples() > 0;
        TrainingSnapshot snapshot = new TrainingSnapshot(
                epoch,
                epochs,
                batch,
                batches,
                any ? sums.meanLoss() : Double.NaN,
                any ? sums.accuracy() : Double.NaN,
                validation,
                learner.gradients().norm(),
                learningRate,
                layers(),
                now > takenAt ? sums.examples() * 1e9 / (now - takenAt) : 0,
                timeLeft.estimate(now, done(epoch, batch), (long) epochs * batches));
        sums = StepOutcome.NOTHING;
        takenAt = now;
        listener.ifPresent(hears -> hears.accept(snapshot));
    }

    /** Over the first validation targets, else the first targets: always the same questions. */
    private List<LayerStatistics> layers() {
        boolean held = data.validationTargets() > 0;
        int probes = Math.min(PROBES, held ? data.validationTargets() : data.targets());
        if (!(learner.model() instanceof LayeredRecommender model) || probes == 0) {
            return Collections.emptyList();
        }
        List<List<LayerActivation>> examples = new ArrayList<>();
        for (int i = 0; i < probes; i++) {
            Query question = held ? data.validationQuestion(i, model) : data.question(i, model);
            examples.add(model.activations(question, held ? data.validationItem(i) : data.targetItem(i)));
        }
        return LayerStatistics.of(examples);
    }
}
