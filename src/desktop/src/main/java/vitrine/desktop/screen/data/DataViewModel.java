package vitrine.desktop.screen.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vitrine.action.DataOptions;
import vitrine.action.DataProfile;
import vitrine.action.DataSession;
import vitrine.action.ImportResult;
import vitrine.action.PreviewAction;
import vitrine.desktop.i18n.Numbers;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.Slot;
import vitrine.desktop.workspace.Workspace;

/** What the Data screen shows and does, without a node. */
final class DataViewModel {
    /** Which of its faces the screen shows. */
    enum State {
        EMPTY,
        LOADING,
        MAPPING,
        READY
    }

    private final Texts texts;
    private final Workspace workspace;
    private final Slot profileSlot;
    private final Slot previewSlot;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<DataProfile>> profile =
            new ReadOnlyObjectWrapper<>(this, "profile", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MappingModel>> mapping =
            new ReadOnlyObjectWrapper<>(this, "mapping", Optional.empty());
    private final ReadOnlyObjectWrapper<String> error = new ReadOnlyObjectWrapper<>(this, "error", "");
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final ObservableList<StepRow> readOnlySteps = FXCollections.unmodifiableObservableList(steps);

    DataViewModel(ScreenContext context) {
        texts = context.texts();
        workspace = context.workspace();
        profileSlot = context.tasks().slot();
        previewSlot = context.tasks().slot();
        workspace.dataProperty().addListener((o, before, now) -> take());
        workspace.dataSlot().currentProperty().addListener((o, before, now) -> decide());
        mapping.addListener((o, before, now) -> decide());
        take();
    }

    private void take() {
        Optional<DataSession> data = workspace.dataProperty().get();
        profile.set(Optional.empty());
        steps.clear();
        data.ifPresent(session -> {
            session.cleaning().steps().forEach(step -> steps.add(new StepRow(step, done(session, step.name()))));
            profileSlot.run(
                    texts.bind("job.profile"),
                    job -> DataProfile.of(session),
                    made -> profile.set(Optional.of(made)),
                    failure -> error.set(failure.sentence()));
        });
        decide();
    }

    private static Optional<ImportResult.Step> done(DataSession session, String name) {
        return session.result().steps().stream()
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    private void decide() {
        if (mapping.get().isPresent()) {
            state.set(State.MAPPING);
        } else if (workspace.dataProperty().get().isPresent()) {
            state.set(State.READY);
        } else {
            state.set(workspace.dataSlot().currentProperty().get().isPresent() ? State.LOADING : State.EMPTY);
        }
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DataProfile>> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<MappingModel>> mappingProperty() {
        return mapping.getReadOnlyProperty();
    }

    /** Why the files chosen last cannot be looked at; empty when they can. */
    ReadOnlyObjectProperty<String> errorProperty() {
        return error.getReadOnlyProperty();
    }

    ObservableList<StepRow> steps() {
        return readOnlySteps;
    }

    ObjectBinding<Optional<DataSession>> data() {
        return Bindings.createObjectBinding(() -> workspace.dataProperty().get(), workspace.dataProperty());
    }

    /** "392,692 usable events, 4,338 users, 3,665 products, 1 Dec 2010 to 9 Dec 2011." */
    StringBinding answer() {
        return texts.bind(this::answerNow, workspace.dataProperty(), state);
    }

    private String answerNow() {
        if (state.get() == State.MAPPING) {
            return texts.get("data.mapping.answer");
        }
        return workspace
                .dataProperty()
                .get()
                .map(this::counts)
                .orElseGet(() -> texts.get(state.get() == State.LOADING ? "data.loading" : "data.none"));
    }

    private String counts(DataSession data) {
        ImportResult result = data.result();
        Numbers numbers = texts.numbers();
        String counts = texts.get(
                "data.counts",
                numbers.count(result.interactions()),
                numbers.count(result.users()),
                numbers.count(result.items()));
        return moment(result.firstTime())
                .flatMap(first -> moment(result.lastTime())
                        .map(last -> texts.get("data.counts.dated", counts, numbers.day(first), numbers.day(last))))
                .orElse(texts.get("data.counts.undated", counts));
    }

    private static Optional<Instant> moment(String iso) {
        return iso.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(iso));
    }

    /** How many rows cleaning removed, and how many could not be read. */
    StringBinding consequence() {
        return texts.bind(
                () -> state.get() == State.MAPPING
                        ? texts.get("data.mapping.hint")
                        : workspace.dataProperty().get().map(this::removed).orElse(""),
                workspace.dataProperty(),
                state);
    }

    private String removed(DataSession data) {
        Numbers numbers = texts.numbers();
        List<ImportResult.Step> removing = data.result().steps().stream()
                .filter(s -> s.rowsAfter() < s.rowsBefore())
                .toList();
        long rows =
                removing.stream().mapToLong(s -> s.rowsBefore() - s.rowsAfter()).sum();
        String cleaned = rows == 0
                ? texts.get("data.removed.nothing")
                : texts.get("data.removed", numbers.count(removing.size()), numbers.count(rows));
        return data.rejectedCount() == 0
                ? cleaned
                : cleaned + texts.get("data.rejected", numbers.count(data.rejectedCount()));
    }

    void switchStep(StepRow row, boolean on) {
        workspace
                .dataProperty()
                .get()
                .ifPresent(
                        data -> workspace.clean(data.cleaning().with(row.step().name(), on)));
    }

    /** Looks at files before they are read: the mapping face opens with the guesses. */
    void look(List<Path> files) {
        error.set("");
        Optional<Path> unreadable = files.stream().filter(f -> !isTable(f)).findFirst();
        if (files.isEmpty() || unreadable.isPresent()) {
            unreadable.ifPresent(f -> error.set(texts.get("data.format", String.valueOf(f.getFileName()))));
            return;
        }
        DataOptions options = DataOptions.of(files.toArray(Path[]::new));
        previewSlot.run(
                texts.bind("job.preview"),
                job -> new PreviewAction().run(options, job),
                preview -> mapping.set(Optional.of(new MappingModel(options, preview))),
                failure -> error.set(failure.sentence()));
    }

    private static boolean isTable(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt") || name.endsWith(".dat");
    }

    /** Another column for a role ("-": none): guesses again around it. */
    void assign(MappingModel model, String column, String role) {
        DataOptions options = model.assigned(column, role);
        previewSlot.run(
                texts.bind("job.preview"),
                job -> new PreviewAction().run(options, job),
                preview -> mapping.set(Optional.of(new MappingModel(options, preview))),
                failure -> error.set(failure.sentence()));
    }

    void read(MappingModel model) {
        mapping.set(Optional.empty());
        workspace.openData(model.confirmed());
    }

    void leaveMapping() {
        previewSlot.drop();
        mapping.set(Optional.empty());
        error.set("");
    }

    /** A row was chosen: the cursor goes to its user and product. */
    void point(String user, String item) {
        var cursor = workspace.cursor();
        var to = cursor.position();
        cursor.go((user.isEmpty() ? to : to.withUser(user)).withItem(item.isEmpty() ? to.item() : item));
    }

    void stop() {
        workspace.dataSlot().cancel();
        previewSlot.cancel();
    }
}
