package vitrine.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vitrine.data.split.Split;
import vitrine.model.NetworkRecommender;
import vitrine.model.Recommender;
import vitrine.model.file.Checkpoint;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.provenance.Provenance;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.VitrineException;
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
 * once. Where the command line stops with a checkpoint, this keeps the best finished epoch as the model, and writes no
 * checkpoints on the way. It does go on from one.
 */
public final class LiveTraining implements Action<TrainRequest, TrainedRun> {
    /** Memory for epochs to go back to, about. */
    private static final long KEPT_BYTES = 64L << 20;

    private final DataSession data;
    private final TrainingListener listener;

    /** @param listener hears every batch and epoch on the training thread */
    public LiveTraining(DataSession data, TrainingListener listener) {
        this.data = data;
        this.listener = listener;
    }

    /**
     * @throws CancelledException when stopped before the first epoch was finished
     * @throws BadInputException when nothing can be learned, or training diverged in its first epoch
     */
    @Override
    public TrainedRun run(TrainRequest asked, JobContext context) {
        Optional<Resumption> from = Resumption.of(asked);
        from.ifPresent(resumption -> resumption.requireData(data.fingerprint()));
        TrainRequest request = from.map(Resumption::request).orElse(asked);
        context.progress().report("Splitting", 0, 0);
        Split split = Models.splitter(request.split(), request.seed()).split(data.log());
        Optional<TrainingState> state = from.map(Resumption::state);
        Watch watch = new Watch();
        from.ifPresent(resumption -> watch.continueFrom(resumption.checkpoint(), resumption.state()));
        try {
            FittedModel fitted = Models.fit(
                    request.model(),
                    split,
                    Catalogs.of(data.read()),
                    request.parameters(),
                    request.seed(),
                    context,
                    watch,
                    state);
            boolean early = fitted.history().epochs().size() < epochsAsked(fitted.parameters());
            return finish(
                    request,
                    context,
                    split,
                    fitted,
                    early ? TrainedRun.Ending.STOPPED_EARLY : TrainedRun.Ending.FINISHED,
                    Optional.empty(),
                    watch.kept);
        } catch (CancelledException e) {
            return finish(
                    request,
                    context,
                    split,
                    watch.best(request, e),
                    TrainedRun.Ending.STOPPED,
                    Optional.empty(),
                    watch.kept);
        } catch (BadInputException e) {
            return finish(
                    request,
                    context,
                    split,
                    watch.best(request, e),
                    TrainedRun.Ending.DIVERGED,
                    Optional.ofNullable(e.getMessage()),
                    watch.kept);
        }
    }

    /**
     * Makes the model after an earlier epoch the model of a run; its file, if it has one, is replaced.
     *
     * @param request as the run was trained
     * @return the run with that epoch as its best
     * @throws CannotAnswerException when that epoch is not kept any more
     */
    public TrainedRun rewind(TrainRequest request, TrainedRun run, int epoch, JobContext context) {
        Optional<TrainingState> state = run.kept().after(epoch);
        if (state.isEmpty() || !(run.session().trained().recommender() instanceof NetworkRecommender model)) {
            throw new CannotAnswerException(
                    "Epoch " + epoch + " of this run is not kept, so there is no way back to it." + " Kept: "
                            + run.kept().epochs() + ".");
        }
        SortedMap<String, Object> parameters =
                new TreeMap<>(run.session().trained().provenance().parameters());
        parameters.put("rewoundToEpoch", epoch);
        TrainingHistory history = new TrainingHistory(
                run.history().epochs(),
                run.history().baseRateLoss(),
                run.history().alwaysNoAccuracy(),
                epoch);
        FittedModel fitted = new FittedModel(model.with(state.get().parameters().copy()), history, parameters);
        return finish(request, context, run.split(), fitted, run.ending(), run.failure(), run.kept());
    }

    private TrainedRun finish(
            TrainRequest request,
            JobContext context,
            Split split,
            FittedModel fitted,
            TrainedRun.Ending ending,
            Optional<String> failure,
            KeptEpochs kept) {
        Provenance provenance = Provenance.of(data.fingerprint(), request.split(), request.seed(), fitted.parameters());
        TrainedModel trained =
                new TrainedModel(fitted.recommender(), data.items(), Optional.of(split.trainingLog()), provenance);
        request.out().ifPresent(out -> ModelFile.write(trained, out));
        String name = request.out().map(Path::getFileName).map(String::valueOf).orElse(request.model());
        TrainResult result = new TrainResult(
                request.model(),
                fitted.history().epochs(),
                fitted.parameters(),
                new TrainResult.TrainProvenance(
                        data.fingerprint(), request.split(), request.seed(), context.threads(), provenance.versions()),
                fitted.history().baseRateLoss(),
                fitted.history().alwaysNoAccuracy(),
                request.out().map(Path::toString).orElse(""));
        return new TrainedRun(new ModelSession(trained, name), split, fitted.history(), result, ending, failure, kept);
    }

    private static int epochsAsked(SortedMap<String, Object> parameters) {
        return parameters.get("epochs") instanceof Integer epochs ? epochs : 0;
    }

    /** Keeps the best finished epoch, by the same measure as the trainer. */
    private final class Watch implements TrainingListener {
        private final List<EpochRecord> epochs = new ArrayList<>();
        private final KeptEpochs kept = new KeptEpochs(KEPT_BYTES);
        private @Nullable Recommender best;
        private int bestEpoch;

        void continueFrom(Checkpoint checkpoint, TrainingState state) {
            if (state.bestEpoch() > 0 && checkpoint.model().recommender() instanceof NetworkRecommender model) {
                epochs.addAll(state.epochs());
                bestEpoch = state.bestEpoch();
                best = model.with(state.best());
            }
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

        /** @throws VitrineException {@code failure}, when no epoch was finished */
        FittedModel best(TrainRequest request, VitrineException failure) {
            if (best == null) {
                throw failure;
            }
            SortedMap<String, Object> parameters =
                    new TreeMap<>(Models.recorded(request.model(), request.parameters()));
            int negatives = parameters.get("negatives") instanceof Integer n ? n : 1;
            parameters.put("stoppedAfterEpoch", epochs.size());
            TrainingHistory history =
                    TrainingHistory.of(epochs, Models.objective(request.model()), negatives, bestEpoch);
            return new FittedModel(best, history, parameters);
        }
    }
}
