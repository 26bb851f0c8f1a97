package vitrine.desktop.screen.compare;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vitrine.action.DataSession;
import vitrine.action.LiveComparison;
import vitrine.action.LiveTraining;
import vitrine.action.StudySession;
import vitrine.action.TrainRequest;
import vitrine.action.TrainedRun;
import vitrine.action.Yardsticks;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.JobView;
import vitrine.desktop.task.Slot;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;
import vitrine.train.TrainingListener;

/** Trains a run that is to stand beside the chosen ones: EASE, or one of them again as the protocol needs it. */
final class Joining {
    private static final int USUAL_NEGATIVES = 4;

    private record Outcome(TrainedRun run, SortedMap<String, SortedMap<String, Double>> yardsticks) {}

    private final Texts texts;
    private final Workspace workspace;
    private final Lineup lineup;
    private final Slot slot;
    private final ReadOnlyObjectWrapper<String> error = new ReadOnlyObjectWrapper<>(this, "error", "");

    Joining(ScreenContext context, Lineup lineup) {
        this.texts = context.texts();
        this.workspace = context.workspace();
        this.lineup = lineup;
        this.slot = context.tasks().slot();
        workspace.studyProperty().addListener((o, before, now) -> {
            slot.drop();
            error.set("");
        });
    }

    /** The training that runs; empty while none does. */
    ReadOnlyObjectProperty<Optional<JobView>> jobProperty() {
        return slot.currentProperty();
    }

    /** Why the last one gave no model. */
    ReadOnlyObjectProperty<String> errorProperty() {
        return error.getReadOnlyProperty();
    }

    void addPlain() {
        train(Lineup.PLAIN, Map.of(), Optional.empty());
    }

    /** The same model and settings on the loaded data, split and drawn as the protocol needs it. */
    void again(ModelRun run) {
        train(run.model(), run.changed(), Optional.of(run.id()));
    }

    void stop() {
        slot.cancel();
    }

    private void train(String model, Map<String, String> parameters, Optional<String> inPlaceOf) {
        Optional<DataSession> data = workspace.dataProperty().get();
        Optional<StudySession> study = workspace.studyProperty().get();
        if (data.isEmpty() || study.isEmpty() || slot.currentProperty().get().isPresent()) {
            return;
        }
        error.set("");
        Path file = study.get().nextModelFile(model);
        TrainRequest request = new TrainRequest(
                data.get().options(),
                model,
                LiveComparison.split(lineup.protocolProperty().get()),
                parameters,
                lineup.seed(),
                Optional.of(file),
                true);
        slot.run(
                texts.bind("job.train", texts.bind("model." + model)),
                context -> {
                    // First, so that a training that is stopped keeps its best epoch.
                    var yardsticks =
                            Yardsticks.of(data.get(), request.split(), negatives(parameters), request.seed(), context);
                    return new Outcome(
                            new LiveTraining(data.get(), TrainingListener.NONE).run(request, context), yardsticks);
                },
                outcome -> {
                    lineup.await(file, inPlaceOf);
                    workspace.addBeside(study.get(), request, outcome.run(), outcome.yardsticks());
                },
                failure -> error.set(failure.cancelled() ? "" : failure.sentence()));
    }

    private static int negatives(Map<String, String> parameters) {
        return Integer.parseInt(parameters.getOrDefault("negatives", String.valueOf(USUAL_NEGATIVES)));
    }
}
