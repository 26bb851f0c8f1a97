package vitrine.desktop.screen.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.WritableValue;
import javafx.collections.ListChangeListener;
import vitrine.action.DataSession;
import vitrine.action.LiveTraining;
import vitrine.action.StudySession;
import vitrine.action.TrainRequest;
import vitrine.action.TrainedRun;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.JobView;
import vitrine.desktop.task.Slot;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;
import vitrine.train.EpochRecord;
import vitrine.train.TrainingListener;

/**
 * The way back to earlier epochs of the last runs. An earlier epoch becomes a run of its own: the run it came from, and what
 * was checked about it, stays as it is, and undo is the way back there.
 */
final class Rewinding {
    /** Runs whose epochs stay in memory; each may hold some dozens of megabytes. */
    private static final int REMEMBERED = 3;

    /** A run with what is needed to make another of it. */
    record Remembered(
            DataSession data,
            TrainRequest request,
            TrainedRun run,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {}

    /**
     * An epoch that can be gone back to.
     *
     * @param ndcg nDCG@10 on the validation targets
     * @param now whether it is the model already
     */
    record Choice(int epoch, Optional<Double> ndcg, boolean now) {}

    /** An epoch to go back to as soon as the run with that model file is in the study. */
    private record Wanted(Path file, int epoch) {}

    private final Texts texts;
    private final Workspace workspace;
    private final WritableValue<String> error;
    private final Slot slot;
    private final Map<Path, Remembered> remembered = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<ModelRun>> cameFrom =
            new ReadOnlyObjectWrapper<>(this, "cameFrom", Optional.empty());
    private final Map<Path, ModelRun> origins = new LinkedHashMap<>();
    private Optional<Wanted> wanted = Optional.empty();

    /** @param error takes a sentence when there is no way back */
    Rewinding(ScreenContext context, WritableValue<String> error) {
        this.texts = context.texts();
        this.workspace = context.workspace();
        this.error = error;
        this.slot = context.tasks().slot();
        workspace.runs().addListener((ListChangeListener<ModelRun>) change -> forgetWhatIsGone());
        workspace.modelProperty().addListener((o, before, now) -> {
            cameFrom.set(now.flatMap(run -> Optional.ofNullable(origins.get(run.file()))));
            goWhereWanted();
        });
        workspace.failureProperty().addListener((o, before, now) -> now.ifPresent(why -> forget()));
        workspace.studyProperty().addListener((o, before, now) -> {
            slot.drop();
            forget();
        });
    }

    /** The way back that is being made; empty while none is. */
    ReadOnlyObjectProperty<Optional<JobView>> jobProperty() {
        return slot.currentProperty();
    }

    /** Where undo leads: the run the one under the cursor is an earlier epoch of. */
    ReadOnlyObjectProperty<Optional<ModelRun>> cameFromProperty() {
        return cameFrom.getReadOnlyProperty();
    }

    void remember(Remembered run) {
        run.request().out().ifPresent(file -> {
            remembered.put(file, run);
            while (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        });
    }

    /** The run under the cursor, when its epochs are still in memory. */
    Optional<Remembered> chosen() {
        return workspace
                .modelProperty()
                .get()
                .flatMap(run -> Optional.ofNullable(remembered.get(run.file())))
                .filter(run -> !run.run().kept().epochs().isEmpty());
    }

    /** The epochs of the run under the cursor one can go back to, in order. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        chosen().ifPresent(from -> {
            List<EpochRecord> epochs = from.run().history().epochs();
            for (int epoch : from.run().kept().epochs()) {
                choices.add(choice(
                        epochs.get(epoch - 1), epoch == from.run().history().bestEpoch()));
            }
        });
        return choices;
    }

    /** Of the epochs a training has finished so far, those that are kept. */
    static List<Choice> choices(LiveCurve.Snapshot live, Set<Integer> kept) {
        return live.epochs().stream()
                .filter(epoch -> kept.contains(epoch.epoch()))
                .map(epoch -> choice(epoch, false))
                .toList();
    }

    private static Choice choice(EpochRecord epoch, boolean now) {
        return new Choice(epoch.epoch(), Optional.ofNullable(epoch.validation().get("ndcg")), now);
    }

    /** Goes back as soon as the training that is being stopped, of that model file, is in the study. */
    void whenKept(Path file, int epoch) {
        wanted = Optional.of(new Wanted(file, epoch));
    }

    /** Nothing came of the training that was being stopped, or another has begun. */
    void forget() {
        wanted = Optional.empty();
    }

    private void goWhereWanted() {
        Optional<Remembered> run = chosen();
        Optional<Wanted> there =
                wanted.filter(w -> run.flatMap(r -> r.request().out()).equals(Optional.of(w.file())));
        if (run.isPresent() && there.isPresent()) {
            wanted = Optional.empty();
            int epoch = there.get().epoch();
            if (run.get().run().history().bestEpoch() != epoch) {
                rewind(epoch);
            }
        }
    }

    /** Makes a run of an earlier epoch of the run under the cursor and points the cursor at it; one at a time. */
    void rewind(int epoch) {
        Optional<Remembered> from = chosen();
        Optional<ModelRun> origin = workspace.modelProperty().get();
        Optional<StudySession> study = workspace.studyProperty().get();
        if (slot.currentProperty().get().isPresent() || from.isEmpty() || origin.isEmpty() || study.isEmpty()) {
            return;
        }
        error.setValue("");
        Remembered run = from.get();
        Path out = study.get().nextModelFile(run.request().model());
        TrainRequest request = new TrainRequest(
                run.request().data(),
                run.request().model(),
                run.request().split(),
                run.request().parameters(),
                run.request().seed(),
                Optional.of(out),
                run.request().withHistories());
        slot.run(
                texts.bind("job.rewind", epoch),
                context ->
                        new LiveTraining(run.data(), TrainingListener.NONE).rewind(request, run.run(), epoch, context),
                rewound -> {
                    origins.put(out, origin.get());
                    remember(new Remembered(run.data(), request, rewound, run.yardsticks()));
                    workspace.addRewound(study.get(), request, rewound, run.yardsticks());
                },
                failure -> error.setValue(failure.cancelled() ? "" : failure.sentence()));
    }

    /** Back to the run the one under the cursor came from. */
    void undo() {
        cameFrom.get()
                .ifPresent(run ->
                        workspace.cursor().go(workspace.cursor().position().withModel(run.id())));
    }

    private void forgetWhatIsGone() {
        if (workspace.runs().isEmpty()) {
            remembered.clear();
            origins.clear();
        }
    }
}
