package vitrine.desktop.screen.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vitrine.model.Recommender;
import vitrine.train.EpochRecord;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/**
 * Hears training on its thread and hands the screen a copy now and then. Batches are put together by twentieths of an
 * epoch: their mean is a point. Thread-safe.
 */
final class LiveCurve implements TrainingListener {
    private static final int POINTS_AN_EPOCH = 20;

    /**
     * A copy at one moment.
     *
     * @param x in epochs, 0 at the beginning
     */
    record Snapshot(double[] x, double[] loss, double[] accuracy, List<EpochRecord> epochs, int epoch) {
        static final Snapshot NOTHING = new Snapshot(new double[0], new double[0], new double[0], List.of(), 0);
    }

    private final List<EpochRecord> epochs = new ArrayList<>();
    private double[] x = new double[256];
    private double[] loss = new double[256];
    private double[] accuracy = new double[256];
    private int size;
    private int epochNow;
    private StepOutcome bucket = StepOutcome.NOTHING;
    private Optional<Pretraining> pretraining = Optional.empty();
    private boolean taught;

    /** A part that is taught alone before the curves begin. */
    record Pretraining(String part, int epoch, int epochs) {}

    @Override
    public synchronized void onPretraining(String part, int epoch, int epochs) {
        pretraining = Optional.of(new Pretraining(part, epoch, epochs));
    }

    @Override
    public synchronized void onTaught() {
        taught = true;
    }

    /** Whether no epoch follows any more. */
    synchronized boolean isTaught() {
        return taught;
    }

    /** Empty before, after and without it. */
    synchronized Optional<Pretraining> pretraining() {
        return epochNow == 0 ? pretraining : Optional.empty();
    }

    @Override
    public synchronized void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {
        epochNow = epoch;
        bucket = bucket.plus(outcome);
        int before = (int) ((long) POINTS_AN_EPOCH * (batchInEpoch - 1) / batches);
        int now = (int) ((long) POINTS_AN_EPOCH * batchInEpoch / batches);
        if (now > before) {
            add(epoch - 1 + (double) batchInEpoch / batches, bucket);
            bucket = StepOutcome.NOTHING;
        }
    }

    /** Begins with the epochs another run has finished. */
    synchronized void continueFrom(List<EpochRecord> finished) {
        for (EpochRecord epoch : finished) {
            add(epoch.epoch(), epoch.loss(), epoch.accuracy());
            epochs.add(epoch);
            epochNow = epoch.epoch();
        }
    }

    private void add(double at, StepOutcome outcome) {
        add(at, outcome.meanLoss(), outcome.accuracy());
    }

    private void add(double at, double meanLoss, double share) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            loss = Arrays.copyOf(loss, 2 * size);
            accuracy = Arrays.copyOf(accuracy, 2 * size);
        }
        x[size] = at;
        loss[size] = meanLoss;
        accuracy[size++] = share;
    }

    @Override
    public synchronized void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
        epochs.add(epoch);
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(
                Arrays.copyOf(x, size),
                Arrays.copyOf(loss, size),
                Arrays.copyOf(accuracy, size),
                List.copyOf(epochs),
                epochNow);
    }
}
