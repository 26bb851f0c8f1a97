package vitrine.desktop.screen.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import vitrine.action.ContextChoice;
import vitrine.action.ModelSession;
import vitrine.action.OpenRanking;
import vitrine.desktop.i18n.Numbers;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.task.Slot;
import vitrine.desktop.task.Tasks;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.Edits;
import vitrine.desktop.workspace.HistoryRow;
import vitrine.desktop.workspace.Listing;
import vitrine.desktop.workspace.Position;
import vitrine.desktop.workspace.Ranker;
import vitrine.desktop.workspace.Verdicts;
import vitrine.desktop.workspace.Workspace;
import vitrine.model.ContextRecommender;
import vitrine.words.Bilingual;

/** The list of the user under the cursor with its moves, reasons and verdicts, and the history it was made from. */
final class RecommendViewModel {
    private final Texts texts;
    private final Workspace workspace;
    private final Cursor cursor;
    private final Verdicts verdicts;
    private final Ranker ranker;
    private final Slot reasoning;
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ObservableList<HistoryRow> history = FXCollections.observableArrayList();
    /** Kept, since a read-only view listens weakly and dies with its last holder. */
    private final ObservableList<ListRow> shownRows = FXCollections.unmodifiableObservableList(rows);

    private final ObservableList<HistoryRow> shownHistory = FXCollections.unmodifiableObservableList(history);
    private List<Bilingual> reasons = List.of();

    RecommendViewModel(Texts texts, Tasks tasks, Workspace workspace, Ranker ranker) {
        this.texts = texts;
        this.workspace = workspace;
        this.cursor = workspace.cursor();
        this.ranker = ranker;
        this.verdicts = workspace.verdicts();
        reasoning = tasks.slot();
        ranker.listingProperty().addListener((o, before, now) -> show(now));
        ranker.rowsWantedProperty().addListener((o, before, now) -> {
            fill();
            listing().ifPresent(this::reason);
        });
        verdicts.all().addListener((MapChangeListener<Verdicts.Question, Verdicts.Checked>) change -> fill());
        show(listing());
    }

    private Optional<Listing> listing() {
        return ranker.listingProperty().get();
    }

    ObservableList<ListRow> rows() {
        return shownRows;
    }

    /** Newest first. */
    ObservableList<HistoryRow> history() {
        return shownHistory;
    }

    Ranker ranker() {
        return ranker;
    }

    BooleanBinding hasModel() {
        return Bindings.createBooleanBinding(
                () -> workspace.modelProperty().get().isPresent(), workspace.modelProperty());
    }

    /** Whether switching a past action off can change the list; true while there is none. */
    ObservableValue<Boolean> readsHistory() {
        return ranker.listingProperty()
                .map(now -> now.map(RecommendViewModel::readsHistory).orElse(true));
    }

    private static boolean readsHistory(Listing now) {
        return now.question().run().session().byHistory().readsHistory();
    }

    BooleanBinding isOpening() {
        return Bindings.createBooleanBinding(
                () -> workspace.modelSlot().currentProperty().get().isPresent(),
                workspace.modelSlot().currentProperty());
    }

    /** What can be asked about the moment; empty when the model reads no context. */
    ObservableValue<List<ContextChoice>> contexts() {
        return ranker.listingProperty().map(now -> now.map(Listing::contexts).orElse(List.of()));
    }

    /** What is asked in place of the recorded context. */
    Map<String, String> asked() {
        return cursor.edits().context();
    }

    /** Asks about another moment, for every screen; empty, or what is recorded: as recorded. */
    void ask(String name, Optional<String> value) {
        Optional<String> recorded = listing().stream()
                .flatMap(now -> now.contexts().stream())
                .filter(choice -> choice.name().equals(name))
                .flatMap(choice -> choice.recorded().stream())
                .findFirst();
        cursor.edit(cursor.edits().asking(name, value.filter(asked -> !recorded.equals(Optional.of(asked)))));
    }

    /** "CNN reads no hour, weekday, region or device ..."; empty when there is something to ask, or no model. */
    ObservableValue<String> noContext() {
        return texts.bind(
                () -> listing()
                        .filter(now -> now.contexts().isEmpty())
                        .map(this::noContext)
                        .orElse(""),
                ranker.listingProperty());
    }

    private String noContext(Listing now) {
        ModelSession session = now.question().run().session();
        String name = texts.get("model." + now.question().run().model());
        if (session.model() instanceof ContextRecommender) {
            return texts.get("recommend.context.absent", name);
        }
        boolean nothing = session.log()
                .filter(log -> !log.hasTimes()
                        && log.regions().size() == 0
                        && log.devices().size() == 0)
                .isPresent();
        return texts.get(nothing ? "recommend.context.none" : "recommend.context.train", name);
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

    private void show(Optional<Listing> now) {
        reasons = List.of();
        if (now.isEmpty()) {
            reasoning.drop();
        }
        history.setAll(now.map(Listing::history).orElse(List.of()));
        fill();
        now.ifPresent(this::reason);
    }

    private void reason(Listing now) {
        OpenRanking ranked = now.ranking();
        int top = ranker.rowsWantedProperty().get();
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
        rows.setAll(listing().map(this::rows).orElse(List.of()));
    }

    private List<ListRow> rows(Listing now) {
        OpenRanking ranked = now.ranking();
        int shown = Math.min(ranker.rowsWantedProperty().get(), ranked.items().length);
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
                    now.quantity(i, shown),
                    now.share(i, shown),
                    checked.map(Verdicts.Checked::reason).or(() -> quick),
                    checked.map(Verdicts.Checked::verdict),
                    now.heldOut().get(item)));
        }
        return made;
    }

    /** What the bars are: a probability only where the model is calibrated. */
    ObservableValue<String> quantity() {
        return texts.bind(() -> texts.get(quantityKey()), ranker.listingProperty());
    }

    ObservableValue<String> quantityHelp() {
        return texts.bind(() -> texts.get(quantityKey() + ".help"), ranker.listingProperty());
    }

    private String quantityKey() {
        return listing().filter(Listing::isCalibrated).isPresent()
                ? "recommend.column.probability"
                : "recommend.column.score";
    }

    /** "User 17850 gets PARTY BUNTING first (score 1.61). The next real purchase is at rank 2." */
    ObservableValue<String> answer() {
        return texts.bind(
                () -> listing().map(this::answer).orElseGet(() -> texts.get("recommend.answer.none")),
                ranker.listingProperty(),
                rows);
    }

    private String answer(Listing now) {
        if (now.ranking().items().length == 0) {
            return texts.get("recommend.answer.nothing", now.question().user());
        }
        int first = now.ranking().items()[0];
        boolean probable = now.ranking().probability(0).isPresent();
        int shown = ranker.rowsWantedProperty().get();
        String score = now.figures(shown).plain(now.ranking().scores()[0]);
        String list = texts.get(
                probable ? "recommend.answer.probability" : "recommend.answer",
                now.question().user(),
                now.question().run().session().title(first),
                probable ? texts.of(now.quantity(0, shown)) : score);
        return list
                + now.heldOutRank()
                        .map(rank -> texts.get(
                                "recommend.answer.next", texts.numbers().count(rank)))
                        .orElse("");
    }

    /** What the list was made from, and what the edits did. */
    ObservableValue<String> consequence() {
        return texts.bind(() -> listing().map(this::consequence).orElse(""), ranker.listingProperty(), rows);
    }

    private String consequence(Listing now) {
        Numbers numbers = texts.numbers();
        int actions = now.history().size();
        if (actions == 0) {
            return texts.get("recommend.cold", now.question().user());
        }
        if (!readsHistory(now)) {
            return texts.get(
                    "recommend.blind",
                    numbers.count(now.ranking().items().length),
                    now.question().run().model());
        }
        if (now.question().edits().isEmpty()) {
            return texts.get("recommend.made", numbers.count(now.ranking().items().length), numbers.count(actions));
        }
        if (!now.question().edits().context().isEmpty()) {
            String changed = numbers.count(now.changed(rows.size()));
            String shown = numbers.count(rows.size());
            int off = now.question().edits().off().size();
            return off == 0
                    ? texts.get("recommend.asked", changed, shown)
                    : texts.get("recommend.asked.off", numbers.count(off), numbers.count(actions), changed, shown);
        }
        return texts.get(
                now.ranking().foldedIn() ? "recommend.folded" : "recommend.edited",
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
