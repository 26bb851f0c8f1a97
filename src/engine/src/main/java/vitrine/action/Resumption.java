package vitrine.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vitrine.data.InteractionLog;
import vitrine.model.file.Checkpoint;
import vitrine.model.file.CheckpointFile;
import vitrine.model.file.TrainedModel;
import vitrine.model.file.TrainingProgress;
import vitrine.network.OptimizerState;
import vitrine.provenance.Provenance;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
import vitrine.run.WrongUsageException;
import vitrine.train.EpochRecord;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingState;

/** A training read from a checkpoint, to go on with; and the way of a training's state into one. */
final class Resumption {
    private static final String EPOCHS = "epochs";
    /** Beside the hyper-parameters in a checkpoint's provenance: the last finished epoch. */
    static final String CHECKPOINT_EPOCH = "checkpointEpoch";

    private final Path file;
    private final Checkpoint checkpoint;
    private final TrainRequest request;

    private Resumption(Path file, Checkpoint checkpoint, TrainRequest request) {
        this.file = file;
        this.checkpoint = checkpoint;
        this.request = request;
    }

    /**
     * @return empty when the request is to begin from the beginning
     * @throws WrongUsageException when a hyper-parameter is given that cannot change on the way
     * @throws BadInputException when the checkpoint is damaged
     */
    static Optional<Resumption> of(TrainRequest asked) {
        return asked.resume().map(file -> read(file, asked));
    }

    private static Resumption read(Path file, TrainRequest asked) {
        Checkpoint checkpoint = CheckpointFile.read(file);
        Provenance made = checkpoint.model().provenance();
        Map<String, String> parameters = new TreeMap<>();
        made.parameters().forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        parameters.remove(CHECKPOINT_EPOCH);
        asked.parameters().forEach((name, value) -> {
            if (!name.equals(EPOCHS)) {
                throw new WrongUsageException("With --resume the hyper-parameters are the checkpoint's, so leave out --"
                        + name + "; only --epochs may be given. To train otherwise, begin anew.");
            }
            parameters.put(name, value);
        });
        String model = checkpoint.model().recommender().name();
        requirePossible(file, model, made, parameters);
        requireEnough(checkpoint.progress(), asked.parameters().get(EPOCHS), parameters);
        TrainRequest request = new TrainRequest(
                asked.data(),
                model,
                made.split(),
                parameters,
                made.seed(),
                asked.out(),
                asked.dl4j(),
                asked.withHistories(),
                asked.resume(),
                asked.checkpointEvery());
        return new Resumption(file, checkpoint, request);
    }

    /** The file's own values may be forged: then it is damaged, not the command line wrong. */
    private static void requirePossible(Path file, String model, Provenance made, Map<String, String> parameters) {
        Map<String, String> own = new TreeMap<>(parameters);
        own.computeIfPresent(
                EPOCHS, (name, value) -> String.valueOf(made.parameters().get(name)));
        try {
            Models.splitter(made.split(), made.seed());
            Models.recorded(model, own);
        } catch (WrongUsageException e) {
            throw new BadInputException(
                    file + " is damaged: its hyper-parameters or its split are impossible (" + e.getMessage()
                            + ") Train from the beginning, without --resume.",
                    e);
        }
    }

    private static void requireEnough(
            TrainingProgress progress, @org.jspecify.annotations.Nullable String epochs, Map<String, String> all) {
        if (epochs == null) {
            return;
        }
        boolean shareOfSteps = all.containsKey("warmup") && Double.parseDouble(all.getOrDefault("warmup", "0")) < 1;
        if (shareOfSteps) {
            throw new WrongUsageException("--epochs cannot change when resuming, since the warm-up is a share of all"
                    + " steps. Leave out --epochs, or train from the beginning.");
        }
        int finished = progress.epochs().size();
        if (epochs.strip().chars().allMatch(Character::isDigit)
                && epochs.strip().length() < 10
                && Integer.parseInt(epochs.strip()) < finished) {
            throw new WrongUsageException("--epochs must be at least " + finished
                    + " when resuming, since so many are finished, not " + epochs + ".");
        }
    }

    /** What was asked for, with the checkpoint's model, split, seed and hyper-parameters. */
    TrainRequest request() {
        return request;
    }

    TrainedModel model() {
        return checkpoint.model();
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** @throws CannotAnswerException when the data are not those the checkpoint was learned from */
    void requireData(String fingerprint, InteractionLog log) {
        if (!checkpoint.model().provenance().dataSha256().equals(fingerprint)) {
            throw new CannotAnswerException(file + " was trained on other data (or the same data cleaned otherwise), so"
                    + " its training cannot go on here. Give the same data options as before.");
        }
        TrainedPlaces.require(file.toString(), checkpoint.model().recommender(), log);
    }

    TrainingState state() {
        TrainingProgress p = checkpoint.progress();
        List<EpochRecord> epochs = new ArrayList<>();
        for (TrainingProgress.Epoch e : p.epochs()) {
            epochs.add(new EpochRecord(
                    epochs.size() + 1, e.loss(), e.accuracy(), e.validation(), e.seconds(), e.examplesPerSecond()));
        }
        return new TrainingState(
                request.seed(),
                p.epoch(),
                p.batch(),
                new StepOutcome(p.lossSum(), p.right(), p.examples()),
                p.seconds(),
                epochs,
                p.bestEpoch(),
                checkpoint.parameters(),
                checkpoint.best(),
                new OptimizerState(p.optimizerStep(), checkpoint.firstMoment(), checkpoint.secondMoment()));
    }

    /** @param model as after the last finished epoch */
    static Checkpoint checkpoint(TrainedModel model, TrainingState state) {
        List<TrainingProgress.Epoch> epochs = state.epochs().stream()
                .map(e -> new TrainingProgress.Epoch(
                        e.loss(), e.accuracy(), e.validation(), finite(e.seconds()), finite(e.examplesPerSecond())))
                .toList();
        TrainingProgress progress = new TrainingProgress(
                state.epoch(),
                state.batch(),
                state.sums().lossSum(),
                state.sums().right(),
                state.sums().examples(),
                finite(state.seconds()),
                state.bestEpoch(),
                state.optimizer().step(),
                epochs);
        return new Checkpoint(
                model,
                progress,
                state.parameters(),
                state.best(),
                state.optimizer().firstMoment(),
                state.optimizer().secondMoment());
    }

    /** A clock that stood still has no rate. */
    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
