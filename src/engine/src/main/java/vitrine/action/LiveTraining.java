package vitrine.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vitrine.assess.Reliability;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.model.Calibration;
import vitrine.model.Recommender;
import vitrine.model.TrainableRecommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.provenance.Provenance;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.DivergedException;
import vitrine.run.JobContext;
import vitrine.run.VitrineException;
import vitrine.train.CalibrationFit;
import vitrine.train.CheckpointSchedule;
import vitrine.train.EpochRecord;
import vitrine.train.KeptEpochs;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingHistory;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingMoment;
import vitrine.train.TrainingSnapshot;
import vitrine.train.TrainingState;

/**
 * {@code train} for a window: on data that is already loaded, watched live, answering with a model that can be asked at
 * once. Where the command line stops with a checkpoint, this keeps the best finished epoch as the model; checkpoints on the
 * way, and at a stop, are written only when {@link TrainRequest#checkpointEvery} asks for them. It goes on from one, and
 * from any epoch of a run whose states are still in memory.
 */
public final class LiveTraining implements Action<TrainRequest, TrainedRun> {
    /** Memory for epochs to go back to, about. */
    private static final long KEPT_BYTES = 64L << 20;

    private static final String REWOUND = "rewoundToEpoch";
    private static final String STOPPED = "stoppedAfterEpoch";
    private static final String CONTINUED = "continuedAfterEpoch";
    private static final String CONTINUED_FROM = "continuedFrom";
    private static final String EPOCHS = "epochs";
    private static final String PATIENCE = "patience";

    /** How a model is taught, not what it is: may be others from some epoch on. */
    private static final Set<String> TEACHING = Set.of(
            EPOCHS,
            PATIENCE,
            "batch",
            "lr",
            "negatives",
            "weight-decay",
            "l2",
            "sampling",
            "warmup",
            "clip",
            "dropout");

    private final DataSession data;
    private final TrainingListener listener;
    private volatile KeptEpochs kept = new KeptEpochs(KEPT_BYTES);

    /** @param listener hears every batch and epoch on the training thread */
    public LiveTraining(DataSession data, TrainingListener listener) {
        this.data = data;
        this.listener = listener;
    }

    /** The epochs that can be gone back to once the training that runs is stopped; of the last one when none runs. */
    public KeptEpochs kept() {
        return kept;
    }

    /**
     * @throws CancelledException when stopped before the first epoch was finished
     * @throws BadInputException when nothing can be learned, or training diverged in its first epoch
     */
    @Override
    public TrainedRun run(TrainRequest asked, JobContext context) {
        Optional<Resumption> from = Resumption.of(asked);
        from.ifPresent(resumption -> resumption.requireData(data.fingerprint(), data.log()));
        TrainRequest request = from.map(Resumption::request).orElse(asked);
        return train(
                request,
                context,
                from.map(resumption -> new Beginning(
                        resumption.state(), resumption.checkpoint().model().recommender(), Optional.empty())),
                new TreeMap<>());
    }

    /**
     * Where a training goes on from.
     *
     * @param finished the model after the last finished epoch, if there was one
     * @param earlier where the states of the epochs so far are kept
     */
    private record Beginning(TrainingState state, Recommender finished, Optional<KeptEpochs> earlier) {}

    /**
     * Goes on from an earlier epoch of a run, as a run of its own. How it is taught may be other than before (steps,
     * patience, learning rate and so on); with the same, the epochs that follow come out the same.
     *
     * @param request model, seed and split of {@code run}; its {@code out} is the new run's file
     * @param epoch kept by {@code run}
     * @return a run whose history begins with the epochs of {@code run} up to {@code epoch}
     * @throws CannotAnswerException when that epoch is not kept any more, when the request is for a model of other sizes,
     *     or when it asks for no epoch after that one
     * @throws vitrine.run.WrongUsageException when a hyper-parameter is impossible
     */
    public TrainedRun goOn(TrainRequest request, TrainedRun run, int epoch, JobContext context) {
        TrainingState state = kept(run, epoch);
        SortedMap<String, Object> asked = Models.recorded(request.model(), request.parameters());
        requireSameModel(changed(request, run));
        if (whole(asked, EPOCHS) <= epoch) {
            throw new CannotAnswerException("The settings ask for no epoch after epoch " + epoch
                    + ", so there is nothing to go on with. Ask for more epochs.");
        }
        int patience = whole(asked, PATIENCE);
        if (patience > 0 && epoch - state.bestEpoch() >= patience) {
            throw new CannotAnswerException("Epoch " + epoch + " is " + (epoch - state.bestEpoch())
                    + " epochs after the best one, epoch " + state.bestEpoch() + ", and the patience is " + patience
                    + ", so training would stop at once. Raise the patience, or set it to 0.");
        }
        Recommender best = run.session().trained().recommender();
        Recommender finished = best instanceof TrainableRecommender model
                ? model.with(state.parameters().copy())
                : best;
        return train(
                request,
                context,
                Optional.of(new Beginning(state, finished, Optional.of(run.kept()))),
                turn(request, run, epoch));
    }

    private static void requireSameModel(SortedMap<String, Object> changed) {
        List<String> fixed = changed.entrySet().stream()
                .filter(entry -> !TEACHING.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " (" + entry.getValue() + " so far)")
                .toList();
        if (!fixed.isEmpty()) {
            throw new CannotAnswerException(
                    String.join(", ", fixed) + " cannot change on the way; keep it, or start a new training.");
        }
    }

    /** The values of a run that are others in a request, as they were in the run. */
    private static SortedMap<String, Object> changed(TrainRequest request, TrainedRun run) {
        SortedMap<String, Object> before = all(request.model(), run.result().parameters());
        SortedMap<String, Object> after = all(request.model(), Models.recorded(request.model(), request.parameters()));
        before.entrySet().removeIf(entry -> entry.getValue().equals(after.get(entry.getKey())));
        return before;
    }

    /** Every hyper-parameter: what is left out where it has its default, too. */
    private static SortedMap<String, Object> all(String model, SortedMap<String, Object> recorded) {
        SortedMap<String, Object> all = new TreeMap<>();
        Stream.concat(Models.parameters(model).stream(), Models.furtherParameters(model).stream())
                .forEach(p -> all.put(p.name(), recorded.getOrDefault(p.name(), p.defaultValue())));
        return all;
    }

    /** What a model's provenance must say of a training whose settings changed on the way. */
    private static SortedMap<String, Object> turn(TrainRequest request, TrainedRun run, int epoch) {
        SortedMap<String, Object> changed = changed(request, run);
        changed.keySet().removeAll(List.of(EPOCHS, PATIENCE));
        SortedMap<String, Object> turn = new TreeMap<>();
        if (!changed.isEmpty()) {
            turn.put(CONTINUED, epoch);
            turn.put(CONTINUED_FROM, String.valueOf(changed));
        } else {
            turn.putAll(run.result().parameters());
            turn.keySet().retainAll(List.of(CONTINUED, CONTINUED_FROM));
            turn.computeIfPresent(
                    CONTINUED, (name, since) -> since instanceof Integer earlier ? Math.min(earlier, epoch) : since);
        }
        return turn;
    }

    private TrainedRun train(
            TrainRequest request, JobContext context, Optional<Beginning> from, SortedMap<String, Object> turn) {
        SortedMap<String, Object> recorded = Models.recorded(request.model(), request.parameters());
        Splitter splitter = Models.splitter(request.split(), request.seed());
        Optional<CheckpointSchedule> schedule = request.checkpointEvery().map(CheckpointSchedule::of);
        context.progress().report("Splitting", 0, 0);
        Split split = splitter.split(data.log());
        Watch watch = new Watch();
        Optional<CheckpointKeeper> keeper = schedule.map(s -> new CheckpointKeeper(
                watch,
                request.out(),
                schedule,
                recorded,
                (model, parameters) -> complete(request, split, model, parameters, Optional.empty()),
                System::nanoTime));
        from.ifPresent(beginning -> {
            watch.continueFrom(beginning);
            keeper.ifPresent(k -> k.continueFrom(beginning.state(), beginning.finished()));
        });
        TrainingListener hearing = keeper.<TrainingListener>map(k -> k).orElse(watch);
        Taught taught = taught(request, context, split, from.map(Beginning::state), watch, hearing);
        hearing.onTaught();
        Measured measured = measuredThoughCancelled(request, context, split, taught);
        FittedModel fitted = with(turn, taught.fitted());
        TrainedRun run =
                finish(request, context, split, fitted, taught.ending(), taught.failure(), watch.kept, measured);
        if (taught.ending() == TrainedRun.Ending.FINISHED || taught.ending() == TrainedRun.Ending.STOPPED_EARLY) {
            keeper.ifPresent(CheckpointKeeper::finished);
        }
        return run;
    }

    /** What the epochs made, however they ended. */
    private record Taught(FittedModel fitted, TrainedRun.Ending ending, Optional<String> failure) {}

    /** @throws VitrineException when no epoch was finished */
    private Taught taught(
            TrainRequest request,
            JobContext context,
            Split split,
            Optional<TrainingState> from,
            Watch watch,
            TrainingListener hearing) {
        try {
            FittedModel fitted = Models.fit(
                    request.model(),
                    split,
                    Catalogs.of(data.read()),
                    request.parameters(),
                    request.seed(),
                    context,
                    hearing,
                    from);
            boolean early = fitted.history().epochs().size() < whole(fitted.parameters(), EPOCHS);
            return new Taught(
                    fitted, early ? TrainedRun.Ending.STOPPED_EARLY : TrainedRun.Ending.FINISHED, Optional.empty());
        } catch (CancelledException e) {
            return new Taught(watch.best(request, e), TrainedRun.Ending.STOPPED, Optional.empty());
        } catch (DivergedException e) {
            return new Taught(watch.best(request, e), TrainedRun.Ending.DIVERGED, Optional.ofNullable(e.getMessage()));
        }
    }

    private static FittedModel with(SortedMap<String, Object> turn, FittedModel fitted) {
        SortedMap<String, Object> parameters = new TreeMap<>(fitted.parameters());
        parameters.putAll(turn);
        return new FittedModel(fitted.recommender(), fitted.history(), parameters);
    }

    private static TrainingState kept(TrainedRun run, int epoch) {
        return run.kept()
                .after(epoch)
                .orElseThrow(() -> new CannotAnswerException("Epoch " + epoch
                        + " of this run is not kept, so there is no way back to it. Kept: "
                        + run.kept().epochs() + "."));
    }

    /**
     * Makes a model of a run's parameters after an earlier epoch. Taken back to its best epoch, a run has the file it had
     * at first.
     *
     * @param request as the run was trained; its {@code out} is written
     * @return the run with that epoch as its best
     * @throws CannotAnswerException when that epoch is not kept any more
     * @throws CancelledException when stopped before the file was written
     */
    public TrainedRun rewind(TrainRequest request, TrainedRun run, int epoch, JobContext context) {
        TrainingState state = kept(run, epoch);
        if (!(run.session().trained().recommender() instanceof TrainableRecommender model)) {
            throw new CannotAnswerException("The model " + request.model() + " was not trained in epochs.");
        }
        SortedMap<String, Object> parameters =
                new TreeMap<>(run.session().trained().provenance().parameters());
        if (epoch == EpochRecord.best(run.history().epochs())) {
            parameters.remove(REWOUND);
        } else {
            parameters.put(REWOUND, epoch);
        }
        TrainingHistory history = new TrainingHistory(
                run.history().epochs(),
                run.history().baseRateLoss(),
                run.history().alwaysNoAccuracy(),
                epoch);
        FittedModel fitted = new FittedModel(model.with(state.parameters().copy()), history, parameters);
        context.cancellation().throwIfCancelled();
        Measured measured = run.ending() == TrainedRun.Ending.STOPPED
                ? Measured.quickly(request, context, run.split(), fitted)
                : Measured.of(request, context, run.split(), fitted);
        return finish(request, context, run.split(), fitted, run.ending(), run.failure(), run.kept(), measured);
    }

    /** Probabilities of a model, and whether they came true. */
    private record Measured(CalibrationFit calibrated, Optional<Reliability> reliability) {
        /** @throws CancelledException when stopped on the way */
        static Measured of(TrainRequest request, JobContext context, Split split, FittedModel fitted) {
            CalibrationFit calibrated = Calibrating.of(fitted.recommender(), split, request.seed(), context);
            return new Measured(
                    calibrated,
                    Calibrating.reliability(fitted.recommender(), calibrated.calibration(), split, context));
        }

        /** For somebody who wants to stop: not measured, and not stopped again. */
        static Measured quickly(TrainRequest request, JobContext context, Split split, FittedModel fitted) {
            return new Measured(
                    Calibrating.ofStopped(fitted.recommender(), split, request.seed(), context), Optional.empty());
        }
    }

    /** A stop after the last epoch takes nothing from what was learned: only the measuring is cut short. */
    private static Measured measuredThoughCancelled(
            TrainRequest request, JobContext context, Split split, Taught taught) {
        if (taught.ending() == TrainedRun.Ending.STOPPED) {
            return Measured.quickly(request, context, split, taught.fitted());
        }
        Recommender model = taught.fitted().recommender();
        CalibrationFit calibrated;
        try {
            calibrated = Calibrating.of(model, split, request.seed(), context);
        } catch (CancelledException e) {
            return Measured.quickly(request, context, split, taught.fitted());
        }
        try {
            return new Measured(calibrated, Calibrating.reliability(model, calibrated.calibration(), split, context));
        } catch (CancelledException e) {
            return new Measured(calibrated, Optional.empty());
        }
    }

    private TrainedRun finish(
            TrainRequest request,
            JobContext context,
            Split split,
            FittedModel fitted,
            TrainedRun.Ending ending,
            Optional<String> failure,
            KeptEpochs kept,
            Measured measured) {
        TrainedModel trained = complete(
                request,
                split,
                fitted.recommender(),
                fitted.parameters(),
                measured.calibrated().calibration());
        request.out().ifPresent(out -> ModelFile.write(trained, out));
        String name = request.out().map(Path::getFileName).map(String::valueOf).orElse(request.model());
        TrainResult result = new TrainResult(
                request.model(),
                fitted.history().epochs(),
                fitted.parameters(),
                new TrainResult.TrainProvenance(
                        data.fingerprint(),
                        request.split(),
                        request.seed(),
                        context.threads(),
                        trained.provenance().versions()),
                fitted.history().baseRateLoss(),
                fitted.history().alwaysNoAccuracy(),
                request.out().map(Path::toString).orElse(""),
                Probabilities.of(measured.calibrated(), measured.reliability()));
        return new TrainedRun(new ModelSession(trained, name), split, fitted.history(), result, ending, failure, kept);
    }

    private TrainedModel complete(
            TrainRequest request,
            Split split,
            Recommender model,
            SortedMap<String, Object> parameters,
            Optional<Calibration> calibration) {
        return new TrainedModel(
                model,
                data.items(),
                Optional.of(split.trainingLog()),
                Provenance.of(data.fingerprint(), request.split(), request.seed(), parameters),
                calibration);
    }

    private static int whole(SortedMap<String, Object> parameters, String name) {
        return parameters.get(name) instanceof Integer number ? number : 0;
    }

    /** Keeps the best finished epoch, by the same measure as the trainer. */
    private final class Watch implements TrainingListener {
        private final List<EpochRecord> epochs = new ArrayList<>();
        private final KeptEpochs kept = new KeptEpochs(KEPT_BYTES);
        private @Nullable Recommender best;
        private int bestEpoch;

        Watch() {
            LiveTraining.this.kept = kept;
        }

        void continueFrom(Beginning beginning) {
            TrainingState state = beginning.state();
            beginning
                    .earlier()
                    .ifPresent(k -> kept.continueFrom(k, state.epochs().size()));
            if (state.bestEpoch() > 0 && beginning.finished() instanceof TrainableRecommender model) {
                epochs.addAll(state.epochs());
                bestEpoch = state.bestEpoch();
                best = model.with(state.best().copy());
            }
        }

        @Override
        public void onPretraining(String part, int epoch, int epochs) {
            listener.onPretraining(part, epoch, epochs);
        }

        @Override
        public void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {
            listener.onBatch(epoch, batchInEpoch, batches, outcome);
        }

        @Override
        public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
            epochs.add(epoch);
            if (bestEpoch == 0 || epoch.quality() > epochs.get(bestEpoch - 1).quality()) {
                bestEpoch = epoch.epoch();
                best = snapshot.get();
            }
            listener.onEpoch(epoch, snapshot);
        }

        @Override
        public Optional<Consumer<TrainingSnapshot>> snapshots() {
            return listener.snapshots();
        }

        @Override
        public void onState(TrainingMoment moment) {
            kept.onState(moment);
            listener.onState(moment);
        }

        @Override
        public void onStopped(TrainingMoment moment) {
            listener.onStopped(moment);
        }

        @Override
        public void onTaught() {
            listener.onTaught();
        }

        /** @throws VitrineException {@code failure}, when no epoch was finished */
        FittedModel best(TrainRequest request, VitrineException failure) {
            if (best == null) {
                throw failure;
            }
            SortedMap<String, Object> parameters =
                    new TreeMap<>(Models.recorded(request.model(), request.parameters()));
            int negatives = parameters.get("negatives") instanceof Integer n ? n : 1;
            parameters.put(STOPPED, epochs.size());
            TrainingHistory history =
                    TrainingHistory.of(epochs, Models.objective(request.model()), negatives, bestEpoch);
            return new FittedModel(best, history, parameters);
        }
    }
}
