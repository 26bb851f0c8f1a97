package vitrine.action;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vitrine.data.InteractionLog;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.Split;
import vitrine.model.Cnn;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.network.dl4j.Dl4jExport;
import vitrine.network.dl4j.NativeSpace;
import vitrine.provenance.Provenance;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.VitrineException;
import vitrine.train.EpochRecord;
import vitrine.train.TrainingListener;

/**
 * Reads data, trains a model, writes it. When stopped, or when the loss diverges, the last finished epoch is kept beside
 * the target as {@code <out>.checkpoint}, a model file like any other; the target itself is only ever replaced by a
 * finished model.
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
    public TrainResult run(TrainRequest request, JobContext context) {
        Models.requireKnown(request.model());
        request.out().ifPresent(out -> {
            ModelFile.requireKept(request.model());
            requireWritable(out);
        });
        request.dl4j().ifPresent(TrainAction::requireWritable);
        ReadResult read = DataLoading.read(request.data(), context);
        Split split = Models.splitter(request.split()).split(read.log());
        String fingerprint = LogFingerprint.of(read.log());
        FittedModel fitted = fit(request, read, split, fingerprint, context);
        Provenance provenance = Provenance.of(fingerprint, request.split(), request.seed(), fitted.parameters());
        request.out()
                .ifPresent(out -> ModelFile.write(
                        new TrainedModel(fitted.recommender(), read.items(), log(request, split), provenance), out));
        request.dl4j().ifPresent(target -> exportDl4j(fitted.recommender(), target));
        return new TrainResult(
                request.model(),
                fitted.history().epochs(),
                fitted.parameters(),
                new TrainResult.TrainProvenance(
                        fingerprint, request.split(), request.seed(), context.threads(), provenance.versions()),
                fitted.history().baseRateLoss(),
                fitted.history().alwaysNoAccuracy(),
                request.out().map(Path::toString).orElse(""));
    }

    private FittedModel fit(
            TrainRequest request, ReadResult read, Split split, String fingerprint, JobContext context) {
        AtomicReference<LastEpoch> last = new AtomicReference<>();
        try {
            return Models.fit(request.model(), split, request.parameters(), request.seed(), context, remember(last));
        } catch (CancelledException | BadInputException e) {
            throw kept(e, last.get(), request, read, split, fingerprint);
        }
    }

    private static void exportDl4j(Recommender model, Path target) {
        if (!(model instanceof Cnn cnn)) {
            throw new CannotAnswerException("The model " + model.name()
                    + " is no DL4J network, so there is nothing to export. The model itself was written.");
        }
        NativeSpace.require();
        Dl4jExport.write(cnn.parameters(), cnn.kernel().shape(), target);
    }

    /** The state after a finished epoch. */
    private record LastEpoch(int epoch, Recommender model) {}

    private TrainingListener remember(AtomicReference<LastEpoch> last) {
        return new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batchInEpoch, int batches, vitrine.train.StepOutcome outcome) {
                listener.onBatch(epoch, batchInEpoch, batches, outcome);
            }

            @Override
            public void onEpoch(EpochRecord epoch, Supplier<Recommender> snapshot) {
                last.set(new LastEpoch(epoch.epoch(), snapshot.get()));
                listener.onEpoch(epoch, snapshot);
            }
        };
    }

    private static Optional<InteractionLog> log(TrainRequest request, Split split) {
        return request.withHistories() ? Optional.of(split.trainingLog()) : Optional.empty();
    }

    /** The same failure, saying what was kept and where. */
    private static VitrineException kept(
            VitrineException failure,
            @org.jspecify.annotations.Nullable LastEpoch last,
            TrainRequest request,
            ReadResult read,
            Split split,
            String fingerprint) {
        if (last == null || request.out().isEmpty()) {
            return failure;
        }
        Path out = request.out().get();
        Path checkpoint = out.resolveSibling(out.getFileName() + ".checkpoint");
        Provenance provenance = Provenance.of(
                fingerprint, request.split(), request.seed(), java.util.Map.of("checkpointEpoch", last.epoch()));
        ModelFile.write(new TrainedModel(last.model(), read.items(), log(request, split), provenance), checkpoint);
        String kept = " The state after epoch " + last.epoch() + " is kept in " + checkpoint
                + ", which answers like any model; " + out + " was not touched.";
        return failure instanceof CancelledException
                ? new CancelledException("Stopped." + kept)
                : new BadInputException(failure.getMessage() + kept, failure);
    }

    /** Better now than after minutes of training. */
    private static void requireWritable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        while (folder != null && !java.nio.file.Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !java.nio.file.Files.isWritable(folder) || java.nio.file.Files.isDirectory(out)) {
            throw new BadInputException(
                    "Cannot write " + out
                            + ": the folder is read-only for you, or it is a folder itself. Nothing was trained; choose another --out.");
        }
    }
}
