package vitrine.action;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vitrine.assess.Evaluation;
import vitrine.assess.Protocol;
import vitrine.assess.Protocols;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.data.split.Split;
import vitrine.model.ContextRecommender;
import vitrine.model.Recommender;
import vitrine.model.file.ModelFile;
import vitrine.model.file.TrainedModel;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingListener;

/** Measures a model under a named protocol. A file trained on another split or on other data is refused. */
public final class EvaluateAction implements Action<EvaluateRequest, EvaluateResult> {
    @Override
    public EvaluateResult run(EvaluateRequest request, JobContext context) {
        Protocol protocol = Protocols.named(request.protocol(), request.k(), request.seed());
        boolean file = isFile(request);
        if (!file && !Models.isName(request.model())) {
            throw new WrongUsageException("There is no model file " + request.model() + ", and no model of that name."
                    + " Known names: " + String.join(", ", Models.names()) + ".");
        }
        long start = System.nanoTime();
        ReadResult read = DataLoading.read(request.data(), context);
        Split split = protocol.splitter().split(read.log());
        Recommender model = file
                ? fitting(ModelFile.read(request.modelFile()), read, split, request)
                : Models.fit(
                                request.model(),
                                split,
                                Catalogs.of(read),
                                request.parameters(),
                                request.seed(),
                                context,
                                TrainingListener.NONE,
                                Optional.empty())
                        .recommender();
        Evaluation evaluation = protocol.evaluate(model, split, read.items(), context);
        return new EvaluateResult(
                model.name(),
                evaluation.protocol(),
                evaluation.k(),
                evaluation.users(),
                named(evaluation.metrics()),
                (System.nanoTime() - start) / 1e9);
    }

    /** Every name of the contract, null where this protocol does not measure it. */
    private static SortedMap<String, @Nullable Double> named(SortedMap<String, Double> measured) {
        SortedMap<String, @Nullable Double> all = new TreeMap<>();
        for (String name : List.of("loss", "accuracy", "coverage", "novelty", "diversity", "popularityBias")) {
            all.put(name, null);
        }
        all.putAll(measured);
        return all;
    }

    /** A name that cannot be a path on this system is no file. */
    private static boolean isFile(EvaluateRequest request) {
        try {
            return Files.isRegularFile(request.modelFile());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Recommender fitting(TrainedModel trained, ReadResult read, Split split, EvaluateRequest request) {
        String trainedOn = trained.provenance().split();
        if (!trainedOn.equals(split.name())) {
            throw new CannotAnswerException(request.model() + " was trained on the split \"" + trainedOn
                    + "\", so " + request.protocol() + " would ask it for interactions it has seen. Train it with"
                    + " --split " + split.name() + ", or name a model to be trained here: "
                    + String.join(", ", Models.names()) + ".");
        }
        boolean drawn = split.isDrawn() && trained.provenance().seed() != request.seed();
        if (drawn) {
            throw new CannotAnswerException(request.model() + " was trained with the seed "
                    + trained.provenance().seed() + ", which drew another split " + split.name()
                    + " than --seed " + request.seed() + " does, so " + request.protocol()
                    + " would ask it for interactions it has seen. Say --seed "
                    + trained.provenance().seed() + ".");
        }
        if (!trained.provenance().dataSha256().equals(LogFingerprint.of(read.log()))) {
            throw new CannotAnswerException(request.model() + " was trained on other data (or the same data cleaned"
                    + " otherwise): its numbers would mean nothing here. Give the same data options as in training.");
        }
        if (trained.recommender() instanceof ContextRecommender model
                && !model.features().fits(read.log())) {
            throw new CannotAnswerException(request.model() + " was trained on other regions or devices: the context of"
                    + " an event would mean something else here. Give the same data options as in training.");
        }
        return trained.recommender();
    }
}
