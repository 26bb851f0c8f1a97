package vitrine.desktop.screen.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import vitrine.action.OpenRanking;
import vitrine.desktop.i18n.Numbers;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Failure;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.Edits;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Position;
import vitrine.desktop.workspace.Verdicts;
import vitrine.desktop.workspace.Workspace;
import vitrine.explain.Figures;
import vitrine.words.Bilingual;

/** Ranks for the user under the cursor, again whenever model, user or edits change; the newest question wins. */
final class RecommendViewModel {
    /** Rows a list begins with. */
    static final int USUAL_ROWS = 20;

    private final Texts texts;
    private final Workspace workspace;
    private final Cursor cursor;
    private final Verdicts verdicts;
    private final Slot ranking;
    private final Slot reasoning;
    private final SimpleIntegerProperty rowsWanted = new SimpleIntegerProperty(this, "rowsWanted", USUAL_ROWS);
    private final BooleanProperty includeSeen = new SimpleBooleanProperty(this, "includeSeen");
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ObservableList<HistoryRow> history = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Listing>> listing =
            new ReadOnlyObjectWrapper<>(this, "listing", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private List<Bilingual> reasons = List.of();
    private Optional<Listing.Question> asked = Optional.empty();

    RecommendViewModel(Texts texts, Tasks tasks, Workspace workspace, Verdicts verdicts) {
        this.texts = texts;
        this.workspace = workspace;
        this.cursor = workspace.cursor();
        this.verdicts = verdicts;
        ranking = tasks.slot();
        reasoning = tasks.slot();
        cursor.positionProperty().addListener((o, before, now) -> ask(false));
        cursor.editsProperty().addListener((o, before, now) -> ask(false));
        workspace.modelProperty().addListener((o, before, now) -> ask(false));
        workspace.heldOutProperty().addListener((o, before, now) -> ask(true));
        includeSeen.addListener((o, before, now) -> ask(false));
        rowsWanted.addListener((o, before, now) -> {
            fill();
            settle();
            listing.get().ifPresent(this::reason);
        });
        verdicts.all().addListener((MapChangeListener<Verdicts.Question, Verdicts.Checked>) change -> fill());
        ask(false);
    }

    ObservableList<ListRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Newest first. */
    ObservableList<HistoryRow> history() {
        return FXCollections.unmodifiableObservableList(history);
    }

    ReadOnlyObjectProperty<Optional<Listing>> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    SimpleIntegerProperty rowsWantedProperty() {
        return rowsWanted;
    }

    BooleanProperty includeSeenProperty() {
        return includeSeen;
    }

    /** Why there is no list; empty while there is one. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** True while a newer list than the shown one is computed. */
    BooleanBinding updating() {
        return Bindings.createBooleanBinding(
                () -> ranking.currentProperty().get().isPresent(), ranking.currentProperty());
    }

    BooleanBinding hasModel() {
        return Bindings.createBooleanBinding(
                () -> workspace.modelProperty().get().isPresent(), workspace.modelProperty());
    }

    BooleanBinding isOpening() {
        return Bindings.createBooleanBinding(
                () -> workspace.modelSlot().currentProperty().get().isPresent(),
                workspace.modelSlot().currentProperty());
    }

    /** Switches a past action off or on again: for every screen. */
    void switchItem(String id, boolean on) {
        cursor.edit(cursor.edits().with(id, on));
    }

    void reset() {
        cursor.edit(Edits.NONE);
    }

    void choose(String item) {
        cursor.go(cursor.position().withItem(item));
    }

    void chooseUser(String user) {
        cursor.go(cursor.position().withUser(user));
    }

    private void ask(boolean again) {
        Optional<ModelRun> run = workspace.modelProperty().get();
        String user = cursor.position().user();
        if (run.isEmpty() || user.isEmpty()) {
            ranking.drop();
            asked = Optional.empty();
            clear();
            return;
        }
        Listing.Question question = new Listing.Question(run.get(), user, cursor.edits(), includeSeen.get());
        if (!again && asked.equals(Optional.of(question))) {
            return;
        }
        asked = Optional.of(question);
        Optional<Listing.Unedited> known = listing.get().map(Listing::unedited);
        var heldOut = workspace.heldOutProperty().get();
        ranking.run(texts.bind("job.rank"), context -> Listing.of(question, known, heldOut), this::show, this::fail);
    }

    private void clear() {
        reasoning.drop();
        listing.set(Optional.empty());
        history.clear();
        reasons = List.of();
        failure.set("");
        fill();
    }

    private void fail(Failure why) {
        clear();
        asked = Optional.empty();
        failure.set(why.cancelled() ? "" : why.sentence());
    }

    private void show(Listing now) {
        failure.set("");
        reasons = List.of();
        listing.set(Optional.of(now));
        history.setAll(now.history());
        fill();
        settle();
        reason(now);
    }

    /** The old product stays while it is in the new list; else the first row is the natural one. */
    private void settle() {
        cursor.items().setAll(rows.stream().map(ListRow::id).toList());
        Position position = cursor.position();
        if (!rows.isEmpty() && !cursor.items().contains(position.item())) {
            cursor.settle(position.withItem(rows.get(0).id()));
        }
    }

    private void reason(Listing now) {
        OpenRanking ranked = now.ranking();
        int top = rowsWanted.get();
        reasoning.run(
                texts.bind("job.reasons"),
                context -> ranked.reasons(now.question().run().session(), top, context),
                found -> {
                    reasons = found;
                    fill();
                },
                why -> {});
    }

    private void fill() {
        rows.setAll(listing.get().map(this::rows).orElse(List.of()));
    }

    private List<ListRow> rows(Listing now) {
        OpenRanking ranked = now.ranking();
        int shown = Math.min(rowsWanted.get(), ranked.items().length);
        var session = now.question().run().session();
        List<ListRow> made = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            int item = ranked.items()[i];
            String id = session.itemId(item);
            Position here =
                    new Position(now.question().run().id(), now.question().user(), id);
            Optional<Verdicts.Checked> checked =
                    verdicts.of(new Verdicts.Question(here, now.question().edits()));
            Optional<Bilingual> quick = i < reasons.size() ? Optional.of(reasons.get(i)) : Optional.empty();
            made.add(new ListRow(
                    i + 1,
                    Move.of(now.before(item), i + 1, shown),
                    id,
                    session.title(item),
                    ranked.scores()[i],
                    now.share(ranked.scores()[i]),
                    checked.map(Verdicts.Checked::reason).or(() -> quick),
                    checked.map(Verdicts.Checked::verdict),
                    now.heldOut().get(item)));
        }
        return made;
    }

    Figures figures() {
        return listing.get().map(l -> l.figures(rowsWanted.get())).orElse(new Figures(2));
    }

    /** "User 17850 gets PARTY BUNTING first (score 1.61). The next real purchase is at rank 2." */
    ObservableValue<String> answer() {
        return texts.bind(
                () -> listing.get().map(this::answer).orElseGet(() -> texts.get("recommend.answer.none")),
                listing,
                rows);
    }

    private String answer(Listing now) {
        if (now.ranking().items().length == 0) {
            return texts.get("recommend.answer.nothing", now.question().user());
        }
        int first = now.ranking().items()[0];
        String list = texts.get(
                "recommend.answer",
                now.question().user(),
                now.question().run().session().title(first),
                figures().plain(now.ranking().scores()[0]));
        return list
                + now.heldOutRank()
                        .map(rank -> texts.get(
                                "recommend.answer.next", texts.numbers().count(rank)))
                        .orElse("");
    }

    /** What the list was made from, and what the edits did. */
    ObservableValue<String> consequence() {
        return texts.bind(() -> listing.get().map(this::consequence).orElse(""), listing, rows);
    }

    private String consequence(Listing now) {
        Numbers numbers = texts.numbers();
        int actions = now.history().size();
        if (actions == 0) {
            return texts.get("recommend.cold", now.question().user());
        }
        if (now.question().edits().isEmpty()) {
            return texts.get("recommend.made", numbers.count(now.ranking().items().length), numbers.count(actions));
        }
        return texts.get(
                "recommend.edited",
                numbers.count(now.question().edits().count()),
                numbers.count(actions),
                numbers.count(now.changed(rows.size())),
                numbers.count(rows.size()));
    }

    /** "1 of 20 off". */
    ObservableValue<String> switchedOff() {
        return texts.bind(
                () -> texts.get(
                        "recommend.history.off",
                        history.stream().filter(h -> !h.on()).count(),
                        history.size()),
                history);
    }
}
