package vitrine.action;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vitrine.assess.Evaluation;
import vitrine.assess.Protocol;
import vitrine.data.Catalog;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.model.Calibration;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingListener;

/**
 * A model made ready for a protocol, and what was measured. A file trained on another split or on other data is refused; a
 * name is trained on the protocol's own training part.
 *
 * @param calibration of a file that has one
 */
record MeasuredModel(
        Recommender model,
        Optional<Calibration> calibration,
        Evaluation evaluation,
        double trainSeconds,
        double scoreSeconds) {
    static MeasuredModel of(
            String model,
            Map<String, String> parameters,
            Protocol protocol,
            ReadResult read,
            Split split,
            long seed,
            JobContext context) {
        long start = System.nanoTime();
        Optional<TrainedModel> file =
                isFile(model) ? Optional.of(fitting(model, protocol, read, split, seed)) : Optional.empty();
        Recommender ready = file.isPresent()
                ? file.get().recommender()
                : Models.fit(
                                model,
                                split,
                                Catalogs.of(read),
                                parameters,
                                seed,
                                context,
                                TrainingListener.NONE,
                                Optional.empty())
                        .recommender();
        double trainSeconds = (System.nanoTime() - start) / 1e9;
        return of(ready, file.flatMap(TrainedModel::calibration), trainSeconds, protocol, split, read.items(), context);
    }

    /** @param ready trained on the training part of {@code split} */
    static MeasuredModel of(
            Recommender ready,
            Optional<Calibration> calibration,
            double trainSeconds,
            Protocol protocol,
            Split split,
            Catalog items,
            JobContext context) {
        long start = System.nanoTime();
        Evaluation evaluation = protocol.evaluate(ready, split, items, context);
        return new MeasuredModel(ready, calibration, evaluation, trainSeconds, (System.nanoTime() - start) / 1e9);
    }

    /** @throws WrongUsageException when it is neither a file nor a name */
    static void requireFileOrName(String model) {
        if (!isFile(model) && !Models.isName(model)) {
            throw new WrongUsageException("There is no model file " + model + ", and no model of that name."
                    + " Known names: " + String.join(", ", Models.names()) + ".");
        }
    }

    /** A name that cannot be a path on this system is no file. */
    static boolean isFile(String model) {
        try {
            return Files.isRegularFile(Path.of(model));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static TrainedModel fitting(String model, Protocol protocol, ReadResult read, Split split, long seed) {
        TrainedModel trained = ModelFile.read(Path.of(model));
        Optional<Misfit> misfit = Misfit.of(trained, protocol, seed, read.log(), LogFingerprint.of(read.log()));
        if (misfit.isPresent()) {
            throw new CannotAnswerException(
                    switch (misfit.get()) {
                        case OTHER_SPLIT ->
                            otherSplit(model, trained.provenance().split(), protocol, split);
                        case OTHER_SEED ->
                            model + " was trained with the seed "
                                    + trained.provenance().seed() + ", which drew another split " + split.name()
                                    + " than --seed " + seed + " does, so " + protocol.name()
                                    + " would ask it for interactions it has seen. Say --seed "
                                    + trained.provenance().seed() + ".";
                        case OTHER_DATA ->
                            model + " was trained on other data (or the same data cleaned"
                                    + " otherwise): its numbers would mean nothing here. Give the same data options as"
                                    + " in training.";
                        case OTHER_PLACES -> TrainedPlaces.refusal(model);
                    });
        }
        return trained;
    }

    private static String otherSplit(String model, String trainedOn, Protocol protocol, Split split) {
        return model + " was trained on the split \"" + trainedOn + "\", so "
                + (split.name().equals(NoSplit.NAME)
                        ? "it has not seen all of the data, as " + protocol.name() + " supposes"
                        : protocol.name() + " would ask it for interactions it has seen")
                + ". Train it with --split "
                + split.name() + ", or name a model to be trained here: " + String.join(", ", Models.names()) + ".";
    }
}
