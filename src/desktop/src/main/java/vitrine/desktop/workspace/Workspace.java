package vitrine.desktop.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vitrine.action.CleaningList;
import vitrine.action.DataOptions;
import vitrine.action.DataSession;
import vitrine.action.HeldOut;
import vitrine.action.ModelSession;
import vitrine.action.OpenExplanation;
import vitrine.action.StoredExplanation;
import vitrine.action.StoredRun;
import vitrine.action.StudySession;
import vitrine.action.StudyView;
import vitrine.action.TrainRequest;
import vitrine.action.TrainedRun;
import vitrine.data.IdIndex;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.Gate;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.run.Job;

/**
 * What is open: a study with its data and its models, and the cursor. Screens read its properties; they change on the FX
 * thread when background work has finished. Every change is on disk before it is shown.
 */
public final class Workspace {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private final Texts texts;
    private final Path studies;
    private final Cursor cursor = new Cursor();
    private final Verdicts verdicts = new Verdicts();
    private final Slot modelSlot;
    private final Slot dataSlot;
    private final Slot exampleSlot;
    private final Slot recordSlot;
    /** Trained models that wait for the one that is being recorded. */
    private final Queue<Runnable> toRecord = new ArrayDeque<>();

    private final Slot explanationSlot;
    private final Slot viewSlot;
    private final ReadOnlyObjectWrapper<Optional<StudySession>> study = property("study");
    private final ReadOnlyObjectWrapper<Optional<DataSession>> data = property("data");
    private final ReadOnlyObjectWrapper<Optional<ModelRun>> model = property("model");
    private final ReadOnlyObjectWrapper<Optional<HeldOut>> heldOut = property("heldOut");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = property("failure");
    private final ObservableList<ModelRun> runs = FXCollections.observableArrayList();
    /** Kept, since a read-only view listens weakly and dies with its last holder. */
    private final ObservableList<ModelRun> shownRuns = FXCollections.unmodifiableObservableList(runs);

    /** @param studies where a study for newly opened files is made */
    public Workspace(Tasks tasks, Texts texts, Path studies) {
        this.studies = studies;
        this.texts = texts;
        modelSlot = tasks.slot();
        dataSlot = tasks.slot();
        exampleSlot = tasks.slot();
        recordSlot = tasks.slot();
        explanationSlot = tasks.slot();
        viewSlot = tasks.slot();
        cursor.positionProperty().addListener((o, before, now) -> {
            if (!before.model().equals(now.model())) {
                model.set(run(now.model()));
            }
            remember(now);
        });
        model.addListener((o, before, now) -> example());
        data.addListener((o, before, now) -> example());
    }

    private <T> ReadOnlyObjectWrapper<Optional<T>> property(String name) {
        return new ReadOnlyObjectWrapper<>(this, name, Optional.empty());
    }

    /** What is known about the truth of explanations: those of the study, and those checked since. */
    public Verdicts verdicts() {
        return verdicts;
    }

    public Cursor cursor() {
        return cursor;
    }

    public ReadOnlyObjectProperty<Optional<StudySession>> studyProperty() {
        return study.getReadOnlyProperty();
    }

    /** Empty until loaded. */
    public ReadOnlyObjectProperty<Optional<DataSession>> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** The model under the cursor. */
    public ReadOnlyObjectProperty<Optional<ModelRun>> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** What the users of the model under the cursor did next; empty until known, or when its data is not loaded. */
    public ReadOnlyObjectProperty<Optional<HeldOut>> heldOutProperty() {
        return heldOut.getReadOnlyProperty();
    }

    /** Why the study, its data or its models could not be opened. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The models of the study, in the order of training. */
    public ObservableList<ModelRun> runs() {
        return shownRuns;
    }

    /** The slot in which data is read, for progress and cancel. */
    public Slot dataSlot() {
        return dataSlot;
    }

    /** The slot in which stored models are opened. */
    public Slot modelSlot() {
        return modelSlot;
    }

    public Optional<ModelRun> run(String id) {
        return runs.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Opens a study: its models first, then its data, both in the background. May be called before there is a window. */
    public void open(StudySession opened) {
        runs.clear();
        verdicts.clear();
        cursor.forget();
        dataSlot.drop();
        data.set(Optional.empty());
        failure.set(Optional.empty());
        study.set(Optional.of(opened));
        Gate modelsRead = new Gate();
        modelSlot.run(
                texts.bind("job.models"),
                context -> {
                    try {
                        return models(opened);
                    } finally {
                        modelsRead.open();
                    }
                },
                this::show,
                this::fail);
        // The first list is what its reader waits for: the data does not take the processor from it.
        opened.data()
                .ifPresent(options -> load(
                        context -> {
                            modelsRead.pass(context);
                            return options;
                        },
                        Optional.empty()));
    }

    private record Opened(List<ModelRun> runs, List<StoredExplanation> explanations, StudyView view) {}

    private static Opened models(StudySession opened) {
        List<ModelRun> found = new ArrayList<>();
        for (StoredRun stored : opened.runs()) {
            found.add(ModelRun.of(stored, found.size(), ModelSession.open(stored.file())));
        }
        return new Opened(found, opened.explanations(), opened.view());
    }

    private void show(Opened found) {
        found.explanations().forEach(this::know);
        runs.setAll(found.runs());
        StudyView last = found.view();
        boolean known = run(last.run())
                .map(r -> r.session().model().users().indexOf(last.user()) != IdIndex.UNKNOWN)
                .orElse(false);
        if (known) {
            cursor.settle(new Position(last.run(), last.user(), last.item()));
        } else {
            runs.stream()
                    .max(Comparator.comparingDouble(r -> r.validation("ndcg").orElse(0.0)))
                    .ifPresent(best -> cursor.settle(cursor.position().withModel(best.id())));
        }
    }

    /** The next start begins where this one ended. */
    private void remember(Position now) {
        if (!now.model().isEmpty() && !now.user().isEmpty()) {
            StudyView view = new StudyView(now.model(), now.user(), now.item());
            study.get()
                    .ifPresent(s -> viewSlot.run(
                            texts.bind("job.record"),
                            context -> {
                                // Else an older place that was slow to start would be kept over a newer one.
                                synchronized (s) {
                                    context.cancellation().throwIfCancelled();
                                    s.recordView(view);
                                }
                                return view;
                            },
                            kept -> {},
                            why -> LOG.info("the place in {} is not remembered: {}", s.folder(), why.sentence())));
        }
    }

    private void know(StoredExplanation explanation) {
        Position position = new Position(explanation.run(), explanation.user(), explanation.item());
        verdicts.put(
                new Verdicts.Question(position, Edits.NONE),
                new Verdicts.Checked(explanation.verdict(), explanation.reason()));
    }

    /** Remembers what a check said; in the study too, where it is about the history as recorded. */
    public void keep(Listing.Question question, OpenExplanation open) {
        ModelRun run = question.run();
        StoredExplanation stored = StoredExplanation.of(run.id(), question.user(), run.session(), open);
        verdicts.put(
                new Verdicts.Question(new Position(run.id(), stored.user(), stored.item()), question.edits()),
                new Verdicts.Checked(stored.verdict(), stored.reason()));
        if (question.edits().isEmpty()) {
            study.get()
                    .ifPresent(s -> explanationSlot.run(
                            texts.bind("job.record"),
                            context -> {
                                s.recordExplanation(stored);
                                return stored;
                            },
                            kept -> {},
                            why -> LOG.info("an explanation is not kept in {}: {}", s.folder(), why.sentence())));
        }
    }

    private void fail(Failure why) {
        if (!why.cancelled()) {
            failure.set(Optional.of(why));
        }
    }

    /** Reads other files: a study of their own, named after the first of them. */
    public void openData(DataOptions options) {
        String name =
                String.valueOf(options.interactions().get(0).getFileName()).replaceFirst("[.].*$", "");
        Path folder = studies.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = studies.resolve(name + "-" + i);
        }
        open(StudySession.in(folder));
        StudySession into = StudySession.in(folder);
        load(context -> options, Optional.of(into));
    }

    /** Reads the same files again with other cleaning steps; the data before it stays until the new one is complete. */
    public void clean(CleaningList steps) {
        Optional<DataSession> now = data.get();
        Optional<StudySession> into = study.get();
        if (now.isPresent() && into.isPresent()) {
            DataOptions options = now.get().options();
            load(context -> steps.applyTo(options, into.get().cleaningFile()), into);
        }
    }

    private void load(Job<DataOptions> options, Optional<StudySession> into) {
        failure.set(Optional.empty());
        dataSlot.run(
                texts.bind("job.data"),
                context -> {
                    DataSession loaded = DataSession.open(options.run(context), context);
                    into.ifPresent(s -> s.recordImport(loaded));
                    return loaded;
                },
                loaded -> data.set(Optional.of(loaded)),
                this::fail);
    }

    public boolean isOpen(StudySession session) {
        return study.get().equals(Optional.of(session));
    }

    /**
     * Takes a model just trained into the study it was trained for and, where that is still open, points the cursor at it.
     */
    public void add(
            StudySession into,
            TrainRequest request,
            TrainedRun trained,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {
        add(into, trained, s -> s.recordTrain(request, trained, yardsticks), true);
    }

    /** The same for a model to stand beside others: the cursor stays where it is. */
    public void addBeside(
            StudySession into,
            TrainRequest request,
            TrainedRun trained,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {
        add(into, trained, s -> s.recordTrain(request, trained, yardsticks), false);
    }

    /** The same for a model that is an earlier epoch of another run. */
    public void addRewound(
            StudySession into,
            TrainRequest request,
            TrainedRun trained,
            SortedMap<String, SortedMap<String, Double>> yardsticks) {
        add(into, trained, s -> s.recordRewind(request, trained, yardsticks), true);
    }

    private void add(StudySession into, TrainedRun trained, Function<StudySession, StoredRun> record, boolean follow) {
        toRecord.add(() -> recordSlot.run(
                texts.bind("job.record"),
                context -> record.apply(into),
                stored -> {
                    recordNext();
                    if (isOpen(into)) {
                        ModelRun run = ModelRun.of(stored, runs.size(), trained.session());
                        runs.add(run);
                        if (follow || cursor.position().model().isEmpty()) {
                            cursor.go(cursor.position().withModel(run.id()));
                        }
                    }
                },
                why -> {
                    recordNext();
                    fail(why);
                }));
        recordNext();
    }

    private void recordNext() {
        if (recordSlot.currentProperty().get().isEmpty() && !toRecord.isEmpty()) {
            toRecord.remove().run();
        }
    }

    /** Once model and data are there: what was held out, and, where no user is chosen yet, one worth looking at. */
    private void example() {
        heldOut.set(Optional.empty());
        Optional<ModelRun> run = model.get();
        if (run.isEmpty() || data.get().isEmpty()) {
            exampleSlot.drop();
            return;
        }
        ModelSession session = run.get().session();
        DataSession loaded = data.get().get();
        boolean wanted = cursor.position().user().isEmpty();
        exampleSlot.run(
                texts.bind("job.example"),
                context -> {
                    Optional<HeldOut> held = HeldOut.of(session, loaded);
                    return new Example(
                            held,
                            wanted ? held.flatMap(HeldOut::goodExample).or(session::typicalUser) : Optional.empty());
                },
                this::show,
                this::fail);
    }

    private void show(Example example) {
        heldOut.set(example.heldOut());
        if (cursor.position().user().isEmpty()) {
            example.user().ifPresent(user -> cursor.settle(cursor.position().withUser(user)));
        }
    }

    private record Example(Optional<HeldOut> heldOut, Optional<String> user) {}
}
