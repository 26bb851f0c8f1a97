package vitrine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import vitrine.model.Recommender;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;
import vitrine.run.DivergedException;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/** One training from its beginning, or from a kept state, to its end. Used once, by one thread. */
final class TrainingRun {
    private final TrainingSettings settings;
    private final long seed;
    private final Learner learner;
    private final JobContext context;
    private final TrainingListener listener;
    private final LongSupplier clock;
    private final Validation validation;
    private final Lessons batches;
    private final SnapshotTaker snapshots;

    private final List<EpochRecord> epochs = new ArrayList<>();
    private int bestEpoch;
    private Parameters best;
    private int epoch = 1;
    private int batch;
    private StepOutcome sums = StepOutcome.NOTHING;
    private long epochStart;

    TrainingRun(
            TrainingSettings settings,
            long seed,
            Learner learner,
            TrainingData data,
            JobContext context,
            TrainingListener listener,
            LongSupplier clock) {
        this.settings = settings;
        this.seed = seed;
        this.learner = learner;
        this.context = context;
        this.listener = listener;
        this.clock = clock;
        this.validation = new Validation(data, learner.objective(), settings.negatives(), seed);
        this.batches = learner.lessons(data, settings, seed);
        this.snapshots =
                new SnapshotTaker(listener.snapshots(), learner, data, settings.epochs(), batches.count(), clock);
        this.best = learner.parameters().copy();
        this.epochStart = clock.getAsLong();
    }

    /** @throws BadInputException when the state is not one of this training */
    void continueFrom(TrainingState state) {
        if (state.seed() != seed || state.batch() > batches.count() || !fits(state.parameters())) {
            throw new BadInputException("The state at epoch " + state.epoch() + ", batch " + state.batch()
                    + " belongs to another training, so this one cannot go on from it. Train from the beginning.");
        }
        epochs.addAll(state.epochs());
        bestEpoch = state.bestEpoch();
        best = state.best().copy();
        epoch = state.epoch();
        batch = state.batch();
        sums = state.sums();
        epochStart = clock.getAsLong() - (long) (state.seconds() * 1e9);
        put(state.parameters());
        learner.restore(state.optimizer());
        snapshots.continueFrom(state);
    }

    private boolean fits(Parameters parameters) {
        var own = learner.parameters().tensors();
        return own.keySet().equals(parameters.tensors().keySet())
                && own.entrySet().stream()
                        .allMatch(e -> Arrays.equals(
                                e.getValue().shape(),
                                parameters.tensor(e.getKey()).shape()));
    }

    TrainingHistory toTheEnd() {
        try (Workers workers = new Workers(context.threads())) {
            while (epoch <= settings.epochs() && !isOutOfPatience()) {
                takeBatches(workers);
                endEpoch(workers);
            }
        }
        put(best);
        return TrainingHistory.of(epochs, learner.objective(), settings.negatives(), bestEpoch);
    }

    private boolean isOutOfPatience() {
        return settings.patience() > 0 && epochs.size() - bestEpoch >= settings.patience();
    }

    private void takeBatches(Workers workers) {
        batches.begin(epoch);
        long steps = steps();
        while (batch < batches.count()) {
            if (context.cancellation().isCancelled()) {
                listener.onStopped(moment(false));
                context.cancellation().throwIfCancelled();
            }
            long step = (epoch - 1L) * batches.count() + batch + 1;
            double rate = settings.learningRateAt(step, steps);
            learner.learningRate(rate);
            StepOutcome outcome = batches.step(batch, workers);
            batch++;
            requireNumbers(Double.isFinite(outcome.lossSum()));
            sums = sums.plus(outcome);
            listener.onBatch(epoch, batch, batches.count(), outcome);
            snapshots.afterStep(epoch, batch, outcome, rate);
            context.progress().report("Training, epoch " + epoch + " of " + settings.epochs(), step, steps);
            listener.onState(moment(false));
        }
    }

    private void endEpoch(Workers workers) {
        double seconds = seconds();
        requireNumbers(learner.parameters().isFinite());
        SortedMap<String, Double> measured = validation.measure(learner.model(), workers);
        EpochRecord record =
                new EpochRecord(epoch, sums.meanLoss(), sums.accuracy(), measured, seconds, sums.examples() / seconds);
        epochs.add(record);
        if (bestEpoch == 0 || record.quality() > epochs.get(bestEpoch - 1).quality()) {
            best = learner.parameters().copy();
            bestEpoch = epoch;
        }
        epoch++;
        batch = 0;
        sums = StepOutcome.NOTHING;
        epochStart = clock.getAsLong();
        listener.onEpoch(record, learner::snapshot);
        double rate = settings.learningRateAt((long) record.epoch() * batches.count(), steps());
        snapshots.afterEpoch(record, rate);
        listener.onState(moment(true));
    }

    /** Of the whole training. */
    private long steps() {
        return (long) settings.epochs() * batches.count();
    }

    private double seconds() {
        return (clock.getAsLong() - epochStart) / 1e9;
    }

    private TrainingMoment moment(boolean endsAnEpoch) {
        return new TrainingMoment() {
            @Override
            public boolean endsAnEpoch() {
                return endsAnEpoch;
            }

            @Override
            public TrainingState state() {
                return TrainingRun.this.state();
            }

            @Override
            public Recommender snapshot() {
                return learner.snapshot();
            }
        };
    }

    private TrainingState state() {
        return new TrainingState(
                seed,
                epoch,
                batch,
                sums,
                seconds(),
                epochs,
                bestEpoch,
                learner.parameters().copy(),
                best,
                learner.optimizer());
    }

    private void put(Parameters parameters) {
        learner.parameters().set(parameters);
        learner.parametersChanged();
    }

    private void requireNumbers(boolean holds) {
        if (!holds) {
            put(best);
            throw DivergedException.at(
                    "Training diverged at epoch " + epoch + ", batch " + batch + ": the loss is not a number. "
                            + (bestEpoch == 0
                                    ? "No epoch was finished."
                                    : "The last good state (epoch " + bestEpoch + ") is kept."),
                    settings.learningRate());
        }
    }
}
