package vitrine.desktop.screen.compare;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import vitrine.action.CompareResult.Compared;
import vitrine.action.CompareResult.Disagreement;
import vitrine.action.CompareResult.SideBySide;
import vitrine.action.DataSession;
import vitrine.action.LiveComparison;
import vitrine.action.OpenComparison;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.JobView;
import vitrine.desktop.task.Slot;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Position;
import vitrine.desktop.workspace.Workspace;

/** What the Compare screen shows and does, without a node. */
final class CompareViewModel {
    /** What can be done now. */
    enum State {
        OPENING,
        NO_MODEL,
        NO_DATA,
        /** One run, or none, is chosen. */
        TOO_FEW,
        /** A chosen run cannot stand beside the others. */
        ODD,
        READY,
        /** A run to stand beside the others is trained. */
        JOINING,
        RUNNING,
        STOPPING,
        /** The comparison shown is of what is chosen. */
        DONE;

        boolean isComparing() {
            return this == RUNNING || this == STOPPING;
        }
    }

    private final Texts texts;
    private final Workspace workspace;
    private final Cursor cursor;
    private final Lineup lineup;
    private final Joining joining;
    private final ComparedWords words;
    private final MetricRows metrics;
    private final Slot comparing;
    private final Slot listing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NO_MODEL);
    private final ReadOnlyObjectWrapper<Optional<OpenComparison>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper(this, "current");
    private final ReadOnlyObjectWrapper<Optional<SideBySide>> sideBySide =
            new ReadOnlyObjectWrapper<>(this, "sideBySide", Optional.empty());
    private final ReadOnlyObjectWrapper<String> error = new ReadOnlyObjectWrapper<>(this, "error", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", 0);
    private final ReadOnlyObjectWrapper<Optional<Duration>> timeLeft =
            new ReadOnlyObjectWrapper<>(this, "timeLeft", Optional.empty());
    /** Number of the model that is measured, from 1. */
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", 1);

    private final ObservableList<MetricRow> rows = FXCollections.observableArrayList();
    private final ObservableList<MetricRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<Lineup.Odd> odd = FXCollections.observableArrayList();
    private final ObservableList<Lineup.Odd> shownOdd = FXCollections.unmodifiableObservableList(odd);
    private final Map<String, Compared> measured = new HashMap<>();
    private Optional<LiveComparison.Question> asked = Optional.empty();
    /** Place of the last user walked to among those the models disagree on. */
    private int walked;

    CompareViewModel(ScreenContext context) {
        texts = context.texts();
        workspace = context.workspace();
        cursor = workspace.cursor();
        lineup = new Lineup(workspace);
        joining = new Joining(context, lineup);
        words = new ComparedWords(texts);
        metrics = new MetricRows(texts);
        comparing = context.tasks().slot();
        listing = context.tasks().slot();
        workspace.studyProperty().addListener((o, before, now) -> forget());
        workspace.dataProperty().addListener((o, before, now) -> forget());
        workspace.runs().addListener((ListChangeListener<ModelRun>) change -> choose());
        workspace.modelSlot().currentProperty().addListener((o, before, now) -> decide());
        lineup.runs().addListener((ListChangeListener<ModelRun>) change -> choose());
        lineup.protocolProperty().addListener((o, before, now) -> choose());
        lineup.cutOffProperty().addListener((o, before, now) -> choose());
        joining.jobProperty().addListener((o, before, now) -> decide());
        joining.errorProperty().addListener((o, before, now) -> error.set(now));
        texts.languageProperty().addListener((o, before, now) -> fill());
        cursor.positionProperty().addListener((o, before, now) -> {
            if (!before.user().equals(now.user())) {
                list();
            }
        });
        choose();
    }

    Lineup lineup() {
        return lineup;
    }

    Joining joining() {
        return joining;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The last comparison, of whatever was chosen then. */
    ReadOnlyObjectProperty<Optional<OpenComparison>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether that comparison is of what is chosen now; also when it was stopped. */
    ReadOnlyBooleanProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The lists of the user under the cursor; empty without a comparison, or for a user the data do not have. */
    ReadOnlyObjectProperty<Optional<SideBySide>> sideBySideProperty() {
        return sideBySide.getReadOnlyProperty();
    }

    /** Why the last work gave nothing. */
    ReadOnlyObjectProperty<String> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Share of the work done, 0 to 1. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** One a chosen run, and the yardstick. */
    ObservableList<MetricRow> rows() {
        return shownRows;
    }

    /** The chosen runs that cannot stand beside the others. */
    ObservableList<Lineup.Odd> odd() {
        return shownOdd;
    }

    /** Runs of the shown comparison, in its order. */
    List<ModelRun> compared() {
        return shown.get()
                .map(open -> open.result().models().stream()
                        .flatMap(model -> workspace.run(model.name()).stream())
                        .toList())
                .orElse(List.of());
    }

    private boolean isWorking() {
        return comparing.currentProperty().get().isPresent();
    }

    private void forget() {
        comparing.drop();
        shown.set(Optional.empty());
        asked = Optional.empty();
        measured.clear();
        error.set("");
        list();
        choose();
    }

    /** What is chosen has changed; numbers of another question are not its numbers. */
    private void choose() {
        if (!isWorking()) {
            error.set("");
            measured.clear();
            LiveComparison.Question now = lineup.question();
            shown.get().filter(open -> sameMeasures(open.question(), now)).ifPresent(open -> {
                open.result().models().forEach(model -> measured.put(model.name(), model));
                open.yardstick().ifPresent(model -> measured.put(LiveComparison.YARDSTICK, model));
            });
        }
        odd.setAll(lineup.odd());
        fill();
        decide();
    }

    private static boolean sameMeasures(LiveComparison.Question a, LiveComparison.Question b) {
        return a.protocol().equals(b.protocol()) && a.k() == b.k() && a.seed() == b.seed();
    }

    private void fill() {
        String absent = odd.isEmpty() && isWorking() ? "compare.cell.waiting" : "compare.cell.not-run";
        rows.setAll(metrics.of(
                lineup.runs(), measured, Optional.ofNullable(measured.get(LiveComparison.YARDSTICK)), absent));
    }

    private void decide() {
        current.set(fitting().isPresent());
        Optional<JobView> job = comparing.currentProperty().get();
        if (job.isPresent()) {
            boolean stopping = job.get().stateProperty().get() == JobView.State.STOPPING;
            state.set(stopping ? State.STOPPING : State.RUNNING);
        } else if (joining.jobProperty().get().isPresent()) {
            state.set(State.JOINING);
        } else if (workspace.runs().isEmpty()) {
            state.set(workspace.modelSlot().currentProperty().get().isPresent() ? State.OPENING : State.NO_MODEL);
        } else if (workspace.dataProperty().get().isEmpty()) {
            state.set(State.NO_DATA);
        } else if (lineup.runs().size() < Lineup.LEAST) {
            state.set(State.TOO_FEW);
        } else if (!odd.isEmpty()) {
            state.set(State.ODD);
        } else {
            boolean whole = fitting().filter(open -> !open.stopped()).isPresent();
            state.set(whole ? State.DONE : State.READY);
        }
    }

    /** Whether EASE can be trained to stand beside the others. */
    boolean canAddPlain() {
        return (state.get() == State.TOO_FEW || state.get() == State.READY || state.get() == State.DONE)
                && lineup.runs().size() < Lineup.MOST
                && lineup.runs().stream().noneMatch(run -> run.model().equals(Lineup.PLAIN));
    }

    void addPlain() {
        if (canAddPlain()) {
            joining.addPlain();
        }
    }

    /** Evaluate; with one model chosen, train EASE to stand beside it. */
    void mainAction() {
        switch (state.get()) {
            case TOO_FEW -> addPlain();
            case READY -> evaluate();
            default -> {}
        }
    }

    /** Ends the work; models that were measured stay. */
    void stop() {
        comparing.cancel();
        joining.stop();
        decide();
    }

    private void evaluate() {
        Optional<DataSession> data = workspace.dataProperty().get();
        if (data.isEmpty()) {
            return;
        }
        lineup.choose();
        LiveComparison.Question question = lineup.question();
        asked = Optional.of(question);
        error.set("");
        Heard heard = new Heard();
        Optional<OpenComparison> earlier = shown.get();
        JobView job = comparing.run(
                texts.bind(() -> evaluating(question), at),
                context -> new LiveComparison(data.get()).run(question, earlier, heard, context),
                () -> hear(heard),
                this::show,
                why -> fail(heard.rest, why));
        fraction.set(0);
        timeLeft.set(Optional.empty());
        at.set(1);
        job.stateProperty().addListener((o, before, now) -> decide());
        job.fractionProperty().addListener((o, before, now) -> fraction.set(Math.max(0, now.doubleValue())));
        job.timeLeftProperty().addListener((o, before, now) -> timeLeft.set(now));
        fill();
        decide();
    }

    /** What the working thread says, until the FX thread asks. */
    private static final class Heard implements LiveComparison.Listener {
        private final ConcurrentLinkedQueue<Compared> ready = new ConcurrentLinkedQueue<>();
        private final AtomicInteger begun = new AtomicInteger();
        private volatile Optional<OpenComparison> rest = Optional.empty();

        @Override
        public void measuring(String id) {}

        @Override
        public void measured(Compared model) {
            ready.add(model);
            begun.incrementAndGet();
        }

        @Override
        public void failed(OpenComparison measured) {
            rest = Optional.of(measured);
        }
    }

    private void hear(Heard heard) {
        boolean news = false;
        for (Compared model = heard.ready.poll(); model != null; model = heard.ready.poll()) {
            measured.put(model.name(), model);
            news = true;
        }
        if (news) {
            at.set(heard.begun.get() + 1);
            fill();
        }
    }

    /** "Evaluating A CNN, 1 of 3". */
    private String evaluating(LiveComparison.Question question) {
        int all = question.entries().size() + 1;
        int now = Math.min(at.get(), all);
        String name = now < all
                ? workspace
                        .run(question.entries().get(now - 1).id())
                        .map(run -> MetricRows.name(texts, run))
                        .orElse("")
                : texts.get("model.popularity");
        return texts.get("compare.evaluating", name, now, all);
    }

    private void show(OpenComparison open) {
        shown.set(Optional.of(open));
        choose();
        list();
    }

    /** @param rest what was measured all the same */
    private void fail(Optional<OpenComparison> rest, Failure why) {
        rest.ifPresentOrElse(this::show, this::choose);
        error.set(why.cancelled() ? "" : why.sentence());
    }

    private void list() {
        String user = cursor.position().user();
        if (shown.get().isEmpty() || user.isEmpty()) {
            listing.drop();
            sideBySide.set(Optional.empty());
            return;
        }
        OpenComparison open = shown.get().get();
        listing.run(
                texts.bind("job.rank"),
                context -> open.sideBySide(user),
                sideBySide::set,
                why -> sideBySide.set(Optional.empty()));
    }

    /**
     * The user whose lists are least alike; from there, the next.
     *
     * @param step 1 for the next, -1 for the one before, who is disagreed on more
     */
    void disagreement(int step) {
        List<Disagreement> users =
                shown.get().map(OpenComparison::disagreements).orElse(List.of());
        if (users.isEmpty()) {
            return;
        }
        boolean walking = walked < users.size()
                && users.get(walked).user().equals(cursor.position().user());
        walked = walking ? Math.floorMod(walked + step, users.size()) : 0;
        cursor.go(cursor.position().withUser(users.get(walked).user()));
    }

    /** How alike the lists of the user under the cursor are, and which place that is among all users. */
    ObservableValue<String> agreement() {
        return texts.bind(this::agreementNow, shown, sideBySide, cursor.editsProperty());
    }

    private String agreementNow() {
        String how = shown.get()
                .flatMap(open -> sideBySide.get().map(lists -> words.agreement(open, lists.user())))
                .orElse("");
        boolean edited = !how.isEmpty() && !cursor.edits().isEmpty();
        return edited ? how + texts.get("compare.recorded") : how;
    }

    /** @param run id of the model whose list the item stands in */
    void point(String run, String item) {
        sideBySide.get().ifPresent(lists -> cursor.go(new Position(run, lists.user(), item)));
    }

    void point(ModelRun run) {
        cursor.go(cursor.position().withModel(run.id()));
    }

    /** Which model ranks better, or what is missing to say it. */
    ObservableValue<String> answer() {
        return texts.bind(
                this::answerNow,
                state,
                shown,
                at,
                cursor.positionProperty(),
                rows,
                workspace.dataSlot().currentProperty());
    }

    private String answerNow() {
        return switch (state.get()) {
            case OPENING -> texts.get("recommend.opening");
            case NO_MODEL -> texts.get("compare.no-model");
            case NO_DATA ->
                texts.get(
                        workspace.dataSlot().currentProperty().get().isPresent()
                                ? "compare.reading-data"
                                : "compare.no-data");
            case JOINING -> texts.get("compare.joining");
            case RUNNING -> asked.map(this::evaluating).orElse("");
            case STOPPING -> texts.get("job.stopping");
            case TOO_FEW -> texts.get("compare.too-few." + lineup.runs().size());
            case ODD ->
                odd.size() == lineup.runs().size()
                        ? texts.get("compare.odd.all", odd.size())
                        : texts.get("compare.odd", odd.size(), lineup.runs().size());
            case READY, DONE ->
                fitting()
                        .map(open -> words.answer(open, compared()))
                        .orElseGet(
                                () -> texts.get("compare.ready", lineup.runs().size()));
        };
    }

    /** The last comparison, where it is of the chosen runs or, stopped, of some of them. */
    private Optional<OpenComparison> fitting() {
        return shown.get().filter(open -> open.question().equals(lineup.question()));
    }

    /** How it was measured, and how far it is. */
    ObservableValue<String> consequence() {
        return texts.bind(this::consequenceNow, state, shown, timeLeft, rows);
    }

    private String consequenceNow() {
        return switch (state.get()) {
            case RUNNING ->
                timeLeft.get().map(texts.numbers()::timeLeft).orElseGet(() -> words.protocol(lineup.question()));
            case READY, DONE ->
                fitting()
                        .map(open -> words.consequence(open, lineup.runs().size()))
                        .orElseGet(() -> words.protocol(lineup.question()));
            case ODD -> texts.get("compare.odd.what");
            case OPENING, NO_MODEL -> "";
            default -> words.protocol(lineup.question());
        };
    }

    /** Why a run cannot stand beside the others, and what can be done. */
    String refusal(Lineup.Odd one) {
        String study =
                workspace.dataProperty().get().map(DataSession::fingerprint).orElse("");
        return words.refusal(one, lineup.question(), study);
    }

    /** The name of a column of the metric table. */
    ObservableValue<String> column(String measure) {
        return texts.bind(
                () -> words.column(
                        measure,
                        lineup.protocolProperty().get(),
                        lineup.cutOffProperty().get()),
                lineup.protocolProperty(),
                lineup.cutOffProperty());
    }
}
