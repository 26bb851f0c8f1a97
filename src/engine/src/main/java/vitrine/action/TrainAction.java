package vitrine.action;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.model.Calibration;
import vitrine.model.Cnn;
import vitrine.model.NetworkRecommender;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.dl4j.Dl4jExport;
import vitrine.network.dl4j.NativeSpace;
import vitrine.provenance.Platform;
import vitrine.provenance.Provenance;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.train.CalibrationFit;
import vitrine.train.CheckpointSchedule;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingState;

/**
 * Reads data, trains a model, writes it; or goes on with a training that was stopped. When stopped, the whole state of
 * training is kept beside the target as {@code <out>.checkpoint}, which answers like any model file and can be resumed;
 * when the loss diverges, the best finished epoch is. The target itself is only ever replaced by a finished model.
 */
public final class TrainAction implements Action<TrainRequest, TrainResult> {
    private final TrainingListener listener;

    public TrainAction() {
        this(TrainingListener.NONE);
    }

    /** @param listener hears every batch and epoch, for live curves */
    public TrainAction(TrainingListener listener) {
        this.listener = listener;
    }

    @Override
    public TrainResult run(TrainRequest asked, JobContext context) {
        Optional<CheckpointSchedule> schedule = asked.checkpointEvery().map(CheckpointSchedule::of);
        if (schedule.isPresent() && asked.out().isEmpty()) {
            throw new WrongUsageException("--checkpoint-every needs --out: the checkpoints lie beside it.");
        }
        Optional<Resumption> from = Resumption.of(asked);
        TrainRequest request = from.map(Resumption::request).orElse(asked);
        SortedMap<String, Object> recorded = Models.recorded(request.model(), request.parameters());
        Splitter splitter = Models.splitter(request.split(), request.seed());
        request.out().ifPresent(out -> {
            ModelFile.requireKept(request.model());
            requireWritable(out);
        });
        request.dl4j().ifPresent(TrainAction::requireWritable);
        ReadResult read = DataLoading.read(request.data(), context);
        Split split = splitter.split(read.log());
        String fingerprint = LogFingerprint.of(read.log());
        from.ifPresent(f -> f.requireData(fingerprint, read.log()));
        Made made = new Made(request, read, split, fingerprint);
        CheckpointKeeper keeper =
                new CheckpointKeeper(listener, request.out(), schedule, recorded, made::complete, System::nanoTime);
        FittedModel fitted = fit(made, from, keeper, context);
        CalibrationFit calibrated = calibrate(made, fitted, keeper, context);
        request.out().ifPresent(out -> {
            ModelFile.write(made.complete(fitted.recommender(), fitted.parameters(), calibrated.calibration()), out);
            keeper.finished();
        });
        request.dl4j().ifPresent(target -> exportDl4j(fitted.recommender(), target));
        return new TrainResult(
                request.model(),
                fitted.history().epochs(),
                fitted.parameters(),
                new TrainResult.TrainProvenance(
                        fingerprint, request.split(), request.seed(), context.threads(), Platform.versions()),
                fitted.history().baseRateLoss(),
                fitted.history().alwaysNoAccuracy(),
                request.out().map(Path::toString).orElse(""),
                Probabilities.of(calibrated, Optional.empty()));
    }

    /** Stopped meanwhile, the trained model is kept, without probabilities. */
    private static CalibrationFit calibrate(
            Made made, FittedModel fitted, CheckpointKeeper keeper, JobContext context) {
        TrainRequest request = made.request();
        try {
            return Calibrating.of(fitted.recommender(), made.split(), request.seed(), context);
        } catch (CancelledException stopped) {
            if (request.out().isEmpty()) {
                throw stopped;
            }
            ModelFile.write(
                    made.complete(fitted.recommender(), fitted.parameters()),
                    request.out().get());
            keeper.finished();
            throw new CancelledException(
                    "Stopped behind the training, before its probabilities were calibrated. The model is"
                            + " whole and in " + request.out().get() + ", without probabilities.");
        }
    }

    /** What every file of one training has in common. */
    private record Made(TrainRequest request, ReadResult read, Split split, String fingerprint) {
        /** Of a training that is not finished: nothing is calibrated yet. */
        TrainedModel complete(Recommender model, SortedMap<String, Object> parameters) {
            return complete(model, parameters, Optional.empty());
        }

        TrainedModel complete(
                Recommender model, SortedMap<String, Object> parameters, Optional<Calibration> calibration) {
            return new TrainedModel(
                    model,
                    read.items(),
                    request.withHistories() ? Optional.of(split.trainingLog()) : Optional.empty(),
                    Provenance.of(fingerprint, request.split(), request.seed(), parameters),
                    calibration);
        }
    }

    private static FittedModel fit(Made made, Optional<Resumption> from, CheckpointKeeper keeper, JobContext context) {
        TrainRequest request = made.request();
        Optional<TrainingState> state = from.map(Resumption::state);
        from.ifPresent(
                f -> keeper.continueFrom(f.state(), f.checkpoint().model().recommender()));
        try {
            return Models.fit(
                    request.model(),
                    made.split(),
                    Catalogs.of(made.read()),
                    request.parameters(),
                    request.seed(),
                    context,
                    keeper,
                    state);
        } catch (CancelledException | BadInputException e) {
            throw keeper.explain(e);
        }
    }

    /** The article's model in its own form, any other network layer by layer; both with the score as a logit. */
    private static void exportDl4j(Recommender model, Path target) {
        if (!(model instanceof NetworkRecommender network)) {
            throw new CannotAnswerException("The model " + model.name()
                    + " is no DL4J network, so there is nothing to export. The model itself was written.");
        }
        NativeSpace.require();
        if (network instanceof Cnn cnn) {
            Dl4jExport.write(cnn.parameters(), cnn.kernel().shape(), target);
        } else {
            Dl4jExport.write(network.network(), network.parameters(), new BinaryCrossEntropy(), target);
        }
    }

    /** Better now than after minutes of training. */
    private static void requireWritable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        while (folder != null && !java.nio.file.Files.exists(folder)) {
            folder = folder.getParent();
        }
        boolean writable = folder != null
                && java.nio.file.Files.isDirectory(folder)
                && java.nio.file.Files.isWritable(folder)
                && !java.nio.file.Files.isDirectory(out);
        if (!writable) {
            throw new BadInputException("Cannot write " + out
                    + ": its folder is read-only for you or a file, or it is a folder itself. Nothing was trained;"
                    + " choose another --out.");
        }
    }
}
