package vitrine.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vitrine.model.Recommender;
import vitrine.model.TrainableRecommender;
import vitrine.model.file.CheckpointFile;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.VitrineException;
import vitrine.train.CheckpointSchedule;
import vitrine.train.EpochRecord;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingMoment;
import vitrine.train.TrainingSnapshot;
import vitrine.train.TrainingState;

/**
 * Keeps a training that is not finished beside its target, as {@code <out>.checkpoint}: each so often when asked, when it is
 * stopped, and, as a plain model, the best epoch when it diverges.
 */
final class CheckpointKeeper implements TrainingListener {
    private final TrainingListener inner;
    private final Optional<Path> out;
    private final Optional<CheckpointSchedule> schedule;
    private final SortedMap<String, Object> parameters;
    private final BiFunction<Recommender, SortedMap<String, Object>, TrainedModel> complete;
    private final LongSupplier clock;

    private @Nullable Finished last;
    private @Nullable Finished best;
    private long batchesSince;
    private long writtenAt;
    private boolean wrote;
    private boolean pretrained;
    private String kept = "";

    /** A model after a finished epoch. */
    private record Finished(int epoch, double quality, Recommender model) {}

    /**
     * @param out the target; empty: nothing is kept
     * @param parameters the hyper-parameters
     * @param complete makes a model that can be written from a recommender and the parameters of its provenance
     * @param clock nanoseconds from any origin
     */
    CheckpointKeeper(
            TrainingListener inner,
            Optional<Path> out,
            Optional<CheckpointSchedule> schedule,
            SortedMap<String, Object> parameters,
            BiFunction<Recommender, SortedMap<String, Object>, TrainedModel> complete,
            LongSupplier clock) {
        this.inner = inner;
        this.out = out;
        this.schedule = schedule;
        this.parameters = parameters;
        this.complete = complete;
        this.clock = clock;
        this.writtenAt = clock.getAsLong();
    }

    /**
     * Begins where another training ended.
     *
     * @param finished the model after that training's last finished epoch, if it finished one
     */
    void continueFrom(TrainingState state, Recommender finished) {
        if (state.bestEpoch() > 0 && finished instanceof TrainableRecommender model) {
            int epochs = state.epochs().size();
            last = new Finished(epochs, state.epochs().get(epochs - 1).quality(), model);
            best = new Finished(
                    state.bestEpoch(),
                    state.epochs().get(state.bestEpoch() - 1).quality(),
                    model.with(state.best().copy()));
        }
    }

    @Override
    public void onPretraining(String part, int epoch, int epochs) {
        pretrained = true;
        inner.onPretraining(part, epoch, epochs);
    }

    @Override
    public void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {
        batchesSince++;
        inner.onBatch(epoch, batchInEpoch, batches, outcome);
    }

    @Override
    public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
        Finished finished = new Finished(epoch.epoch(), epoch.quality(), snapshot.get());
        last = finished;
        if (best == null || finished.quality() > best.quality()) {
            best = finished;
        }
        inner.onEpoch(epoch, snapshot);
    }

    @Override
    public Optional<Consumer<TrainingSnapshot>> snapshots() {
        return inner.snapshots();
    }

    @Override
    public void onState(TrainingMoment moment) {
        boolean due = schedule.filter(s -> s.isDue(batchesSince, clock.getAsLong() - writtenAt))
                .isPresent();
        if (due && out.isPresent() && write(moment, place(out.get()))) {
            batchesSince = 0;
            writtenAt = clock.getAsLong();
        }
        inner.onState(moment);
    }

    @Override
    public void onStopped(TrainingMoment moment) {
        if (out.isPresent() && write(moment, place(out.get()))) {
            Path checkpoint = place(out.get());
            kept = " The model "
                    + (last == null ? "as it stands" : "after epoch " + last.epoch())
                    + " is kept in " + checkpoint + ", which answers like any model; go on with --resume " + checkpoint
                    + ". " + out.get() + " was not touched.";
        } else if (pretrained && moment.state().optimizer().step() == 0) {
            kept = " The pre-training was done, but nothing of it is kept before the first step of the joint training,"
                    + " so there is nothing to resume.";
        }
        inner.onStopped(moment);
    }

    /** @return false, and nothing is written, before the first step and after numbers were lost (training will say so) */
    private boolean write(TrainingMoment moment, Path checkpoint) {
        TrainingState state = moment.state();
        if (state.optimizer().step() == 0 || !state.parameters().isFinite()) {
            return false;
        }
        Recommender model = last == null ? moment.snapshot() : last.model();
        TrainedModel whole = complete.apply(model, recorded(state.epochs().size()));
        CheckpointFile.write(Resumption.checkpoint(whole, state), checkpoint);
        wrote = true;
        return true;
    }

    private SortedMap<String, Object> recorded(int epoch) {
        SortedMap<String, Object> recorded = new TreeMap<>(parameters);
        recorded.put(Resumption.CHECKPOINT_EPOCH, epoch);
        return recorded;
    }

    private static Path place(Path out) {
        return out.resolveSibling(out.getFileName() + ".checkpoint");
    }

    /** The same failure, saying what was kept and where. */
    VitrineException explain(VitrineException failure) {
        if (failure instanceof CancelledException) {
            return kept.isEmpty() ? failure : new CancelledException("Stopped." + kept);
        }
        if (out.isEmpty() || (best == null && !wrote)) {
            return failure;
        }
        Path checkpoint = place(out.get());
        if (best == null) {
            return new BadInputException(
                    failure.getMessage() + " The state at the last checkpoint is kept in " + checkpoint + ".", failure);
        }
        ModelFile.write(complete.apply(best.model(), recorded(best.epoch())), checkpoint);
        return new BadInputException(
                failure.getMessage() + " The model after epoch " + best.epoch() + " is kept in " + checkpoint
                        + ", which answers like any model; " + out.get() + " was not touched.",
                failure);
    }

    @Override
    public void onTaught() {
        inner.onTaught();
    }

    /** The target is written: what was kept on the way is no longer needed. */
    void finished() {
        if (wrote && out.isPresent()) {
            try {
                Files.deleteIfExists(place(out.get()));
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(CheckpointKeeper.class).warn("Could not remove a checkpoint", e);
            }
        }
    }
}
