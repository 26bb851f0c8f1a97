package vitrine.desktop.screen.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vitrine.action.ModelSession;
import vitrine.action.OpenCounterfactual;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.explain.counterfactual.Outcome;
import vitrine.explain.counterfactual.SearchLimits;

/**
 * What would take the item under the cursor out of its list, or bring it in. Searched when asked for; forgotten when another
 * question is under the cursor. What the user locks stays in the history while the item and the user stay.
 */
final class ChangeViewModel {
    /** Length of the list that counts. */
    private static final int PLACES = 10;

    private static final SearchLimits LIMITS = new SearchLimits(3, 6_000);

    /** A place of the changed list. */
    record Place(int rank, String title, boolean isNew) {}

    /** A past action by id and title. */
    record Action(String id, String title) {}

    /** An answer and what it was asked of. */
    private record Found(Asked asked, OpenCounterfactual change) {
        ModelSession session() {
            return asked.list().question().run().session();
        }
    }

    private final Texts texts;
    private final ExplainViewModel explain;
    private final Slot slot;
    private final int k;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> kept = new ReadOnlyObjectWrapper<>(this, "kept", Set.of());
    private final ObjectProperty<Supplier<String>> note = new SimpleObjectProperty<>(this, "note", () -> "");
    private final BooleanBinding running;
    private Optional<Asked> about = Optional.empty();

    ChangeViewModel(Texts texts, Tasks tasks, ExplainViewModel explain) {
        this(texts, tasks, explain, PLACES);
    }

    /** @param k length of the list */
    ChangeViewModel(Texts texts, Tasks tasks, ExplainViewModel explain, int k) {
        this.k = k;
        this.texts = texts;
        this.explain = explain;
        slot = tasks.slot();
        running =
                Bindings.createBooleanBinding(() -> slot.currentProperty().get().isPresent(), slot.currentProperty());
        explain.askedProperty().addListener((o, before, now) -> forget(now));
        forget(explain.askedProperty().get());
    }

    private void forget(Optional<Asked> now) {
        slot.drop();
        found.set(Optional.empty());
        note.set(() -> "");
        boolean same = now.isPresent() && about.isPresent() && now.get().isAboutSame(about.get());
        about = now;
        if (!same) {
            kept.set(Set.of());
        }
    }

    /** Length of the list. */
    int k() {
        return k;
    }

    /** Whether a search is under way. */
    BooleanBinding running() {
        return running;
    }

    /** Whether there is something to ask about. */
    BooleanBinding isAskable() {
        return Bindings.createBooleanBinding(
                () -> explain.askedProperty().get().isPresent() && !running.get(), explain.askedProperty(), running);
    }

    /** Ids of past actions that stay. */
    ReadOnlyObjectProperty<Set<String>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Changes whenever what is shown may. */
    Observable[] changes() {
        return new Observable[] {found, note, kept, running};
    }

    /** Searches. */
    void search() {
        explain.askedProperty().get().ifPresent(this::search);
    }

    private void search(Asked now) {
        Set<String> keep = kept.get();
        found.set(Optional.empty());
        note.set(() -> "");
        ModelSession session = now.list().question().run().session();
        slot.run(
                texts.bind("job.change"),
                context -> OpenCounterfactual.of(session, now.list().ranking(), now.item(), k, keep, LIMITS, context),
                change -> found.set(Optional.of(new Found(now, change))),
                this::fail);
    }

    private void fail(Failure why) {
        note.set(() -> why.cancelled() ? texts.get("change.stopped") : why.sentence());
    }

    /** Stops the search; the screen stays. */
    void stop() {
        slot.cancel();
    }

    /** Searches again with a past action locked. */
    void keep(String id) {
        Set<String> more = new TreeSet<>(kept.get());
        more.add(id);
        kept.set(Set.copyOf(more));
        search();
    }

    /** Searches again with nothing locked. */
    void release() {
        kept.set(Set.of());
        search();
    }

    /** The answer in words, or why there is none. */
    String sentence() {
        return found.get()
                .map(f -> texts.of(
                                f.change().sentence(f.session()).then(f.change().momentSentence(f.session())))
                        + (f.change().foldedIn() ? " " + texts.get("change.folded") : ""))
                .orElseGet(() -> note.get().get().isEmpty()
                        ? texts.get(running.get() ? "change.running" : "change.help", k)
                        : note.get().get());
    }

    /** What the smallest removal takes away, oldest first. */
    List<Action> removed() {
        return found.get()
                .map(f -> Arrays.stream(f.change().removed())
                        .mapToObj(item ->
                                new Action(f.session().itemId(item), f.session().title(item)))
                        .toList())
                .orElse(List.of());
    }

    /** Titles of what is locked. */
    List<String> keptTitles() {
        return about.map(a -> a.list().question().run().session())
                .map(session -> kept.get().stream()
                        .sorted()
                        .map(id -> session.title(session.item(id)))
                        .toList())
                .orElse(List.of());
    }

    /** The first places of the list after the removal; none when there is no such removal. */
    List<Place> list() {
        return found.get().map(ChangeViewModel::list).orElse(List.of());
    }

    private static List<Place> list(Found found) {
        Optional<Outcome> after = found.change().removal().after();
        if (after.isEmpty()) {
            return List.of();
        }
        Set<Integer> came = new TreeSet<>();
        IntStream.of(after.get().without(found.change().removal().before())).forEach(came::add);
        int[] top = after.get().top();
        return IntStream.range(0, top.length)
                .mapToObj(i -> new Place(i + 1, found.session().title(top[i]), came.contains(top[i])))
                .toList();
    }
}
