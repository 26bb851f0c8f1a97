package vitrine.desktop.screen.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vitrine.action.Explainers;
import vitrine.action.MethodSetting;
import vitrine.action.OpenExplanation;
import vitrine.desktop.control.VerdictState;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.Ranker;
import vitrine.desktop.workspace.Workspace;
import vitrine.run.JobContext;

/**
 * Explains the item under the cursor and has the explanation checked, again whenever model, user, item, edits or method
 * change; the newest question wins. Answers are kept, so that walking back costs nothing.
 */
final class ExplainViewModel {
    /** How far a check is; {@code all} is 0 while unknown. */
    record Checking(int done, int all) {
        static final Checking UNKNOWN = new Checking(0, 0);
    }

    private record Key(Asked asked, String method, Map<String, Double> settings, OptionalInt against) {}

    private static final int KEPT = 32;
    private static final long SEED = 42;

    private final Texts texts;
    private final Cursor cursor;
    private final Workspace workspace;
    private final Ranker ranker;
    private final Slot slot;
    private boolean inFront = true;
    /** Empty: the method that suits the model best. */
    private final StringProperty method = new SimpleStringProperty(this, "method", "");
    /** Of the shown method; what is absent has its default. */
    private final ObjectProperty<Map<String, Double>> settings = new SimpleObjectProperty<>(this, "settings", Map.of());

    /** Item number of the one to compare with; empty: the item's own score is explained. */
    private final ReadOnlyObjectWrapper<OptionalInt> against =
            new ReadOnlyObjectWrapper<>(this, "against", OptionalInt.empty());

    private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());
    private final ReadOnlyObjectWrapper<Checking> checking =
            new ReadOnlyObjectWrapper<>(this, "checking", Checking.UNKNOWN);
    private final ReadOnlyObjectWrapper<VerdictState> state =
            new ReadOnlyObjectWrapper<>(this, "state", VerdictState.CHECKING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    /** Kept, since a binding nobody holds stops telling. */
    private final BooleanBinding updating =
            Bindings.createBooleanBinding(this::isOld, asked, answer, method, settings, against);

    private final Map<Key, Answer> kept = new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > KEPT;
        }
    };

    ExplainViewModel(Texts texts, Tasks tasks, Workspace workspace, Ranker ranker) {
        this.texts = texts;
        this.workspace = workspace;
        this.cursor = workspace.cursor();
        this.ranker = ranker;
        slot = tasks.slot();
        cursor.positionProperty().addListener((o, before, now) -> ask());
        workspace.studyProperty().addListener((o, before, now) -> kept.clear());
        ranker.listingProperty().addListener((o, before, now) -> ask());
        method.addListener((o, before, now) -> {
            if (settings.get().isEmpty()) {
                ask(true);
            } else {
                settings.set(Map.of());
            }
        });
        settings.addListener((o, before, now) -> ask(true));
        ask();
    }

    /** The question under the cursor; empty while there is none. */
    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** The newest answer; stays, dimmed by the view, while the next is computed. */
    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Checking> checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** What the badge says. */
    ReadOnlyObjectProperty<VerdictState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Registry name of the method wished for; empty for the one that suits the model best. */
    StringProperty methodProperty() {
        return method;
    }

    /** Parameters of the shown method by name; another method begins with its defaults. */
    ObjectProperty<Map<String, Double>> settingsProperty() {
        return settings;
    }

    /** The item whose margin is explained, by number; empty for the item's own score. */
    ReadOnlyObjectProperty<OptionalInt> againstProperty() {
        return against.getReadOnlyProperty();
    }

    /** "Why above this item?"; empty: back to the item's own score. Lasts until another item or user is asked about. */
    void compareWith(OptionalInt item) {
        if (!against.get().equals(item)) {
            against.set(item);
            ask(true);
        }
    }

    /** True while the shown answer is not the answer to the question under the cursor. */
    BooleanBinding updating() {
        return updating;
    }

    private boolean isOld() {
        return asked.get().isPresent()
                && answer.get()
                        .map(a -> !a.asked().isSame(asked.get().get())
                                || !a.against().equals(against.get())
                                || !OpenExplanation.choice(a.methods(), method.get())
                                        .equals(a.method())
                                || !own(settings.get(), a.method())
                                        .equals(a.explanation().request().parameters()))
                        .orElse(false);
    }

    /** True while the study's models are being opened. */
    BooleanBinding isOpening() {
        return Bindings.createBooleanBinding(
                () -> workspace.modelSlot().currentProperty().get().isPresent(),
                workspace.modelSlot().currentProperty());
    }

    BooleanBinding hasModel() {
        return Bindings.createBooleanBinding(
                () -> workspace.modelProperty().get().isPresent(), workspace.modelProperty());
    }

    void choose(String item) {
        cursor.go(cursor.position().withItem(item));
    }

    /** Nobody looks: what runs is finished, but nothing new is begun before {@link #comeToFront}. */
    void leaveFront() {
        inFront = false;
    }

    void comeToFront() {
        inFront = true;
        ask();
    }

    private void ask() {
        ask(false);
    }

    private void ask(boolean again) {
        if (!inFront) {
            return;
        }
        Optional<Asked> question =
                Asked.at(cursor.position(), ranker.listingProperty().get());
        boolean same = question.isPresent()
                && asked.get().isPresent()
                && question.get().isSame(asked.get().get());
        if (same && !again) {
            return;
        }
        boolean aboutSame = question.isPresent()
                && asked.get().isPresent()
                && question.get().isAboutSame(asked.get().get());
        if (!aboutSame) {
            against.set(OptionalInt.empty());
        }
        asked.set(question);
        if (question.isEmpty()) {
            slot.drop();
            answer.set(Optional.empty());
            failure.set("");
            return;
        }
        Asked now = question.get();
        String wished = method.get();
        Map<String, Double> set = settings.get();
        OptionalInt rival = against.get();
        Optional<Answer> known = kept.entrySet().stream()
                .filter(e -> e.getKey().asked().isSame(now)
                        && e.getKey().method().equals(wished)
                        && e.getKey().settings().equals(set)
                        && e.getKey().against().equals(rival))
                .map(Map.Entry::getValue)
                .findFirst();
        if (known.isPresent()) {
            slot.drop();
            show(known.get());
            return;
        }
        explain(now, wished, set, rival);
    }

    private void explain(Asked now, String wished, Map<String, Double> set, OptionalInt rival) {
        checking.set(Checking.UNKNOWN);
        state.set(VerdictState.CHECKING);
        AtomicReference<Answer> claimed = new AtomicReference<>();
        AtomicReference<Checking> progress = new AtomicReference<>(Checking.UNKNOWN);
        slot.run(
                texts.bind("job.explain"),
                context -> work(now, wished, set, rival, claimed, progress, context),
                () -> {
                    Answer claim = claimed.get();
                    if (claim != null) {
                        claimed.compareAndSet(claim, null);
                        failure.set("");
                        answer.set(Optional.of(claim));
                    }
                    checking.set(progress.get());
                },
                done -> {
                    kept.put(new Key(now, wished, set, rival), done);
                    show(done);
                    // A contrast is no reason of the item's place in the list.
                    done.checked()
                            .filter(open -> open.against().isEmpty())
                            .ifPresent(open -> workspace.keep(now.list().question(), open));
                },
                this::fail);
    }

    private static Answer work(
            Asked now,
            String wished,
            Map<String, Double> set,
            OptionalInt rival,
            AtomicReference<Answer> claimed,
            AtomicReference<Checking> progress,
            JobContext context) {
        var session = now.list().question().run().session();
        var query = now.list().ranking().query();
        List<OpenExplanation.Method> methods = OpenExplanation.methods(session, query, now.item(), rival);
        JobContext counted = context.withProgress((stage, done, total) -> {
            progress.set(new Checking((int) done, (int) total));
            context.progress().report(stage, done, total);
        });
        String chosen = OpenExplanation.choice(methods, wished);
        OpenExplanation open = OpenExplanation.of(
                session,
                now.list().ranking(),
                now.item(),
                rival,
                chosen,
                own(set, chosen),
                SEED,
                claim -> claimed.set(Answer.unchecked(now, methods, claim, rival)),
                counted);
        return Answer.checked(now, methods, open);
    }

    /** Another item may have to be explained by another method, which has other parameters. */
    private static Map<String, Double> own(Map<String, Double> set, String method) {
        Map<String, Double> own = new TreeMap<>(set);
        own.keySet()
                .retainAll(Explainers.settings(method).stream()
                        .map(MethodSetting::name)
                        .toList());
        return own;
    }

    private void show(Answer now) {
        failure.set("");
        checking.set(Checking.UNKNOWN);
        answer.set(Optional.of(now));
        state.set(state(answer.get()));
    }

    private static VerdictState state(Optional<Answer> answer) {
        return answer.flatMap(Answer::checked)
                .map(open -> VerdictState.of(open.checked().verdict()))
                .orElse(VerdictState.UNCHECKED);
    }

    /** After a stop the bars that belong to the question stay, unchecked; those of another question never do. */
    private void fail(Failure why) {
        if (!why.cancelled() || updating.get()) {
            answer.set(Optional.empty());
        }
        failure.set(why.cancelled() ? "" : why.sentence());
        state.set(state(answer.get()));
    }

    /** Asks the question under the cursor again, after a stop or a failure. */
    void askAgain() {
        ask(true);
    }

    /** Stops the checks; the bars that are there stay, unchecked. */
    void stop() {
        slot.cancel();
    }
}
