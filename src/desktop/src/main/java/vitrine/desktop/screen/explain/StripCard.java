package vitrine.desktop.screen.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.VerdictShape;
import vitrine.desktop.control.VerdictState;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Listing;
import vitrine.desktop.workspace.Position;
import vitrine.desktop.workspace.Ranker;
import vitrine.desktop.workspace.Verdicts;

/** The user's list, to walk through with Up and Down; only the ranks while the verdict panel is open. */
final class StripCard {
    /** One place of the list. */
    record Place(int rank, String id, String title, String score, double share, Optional<VerdictState> state) {}

    private static final double WIDE = 280;
    private static final double NARROW = 64;
    private static final double LONGEST = 32;
    private static final Duration DEBOUNCE = Duration.millis(120);
    private final ScreenContext context;
    private final Ranker ranker;
    private final Verdicts verdicts;
    private final ListView<Place> list = new ListView<>();
    private final Card card;
    private final PauseTransition chosen = new PauseTransition(DEBOUNCE);
    private boolean following;

    StripCard(ScreenContext context, Ranker ranker, ExplainViewModel model, ObservableValue<Boolean> narrow) {
        this.context = context;
        this.ranker = ranker;
        this.verdicts = context.workspace().verdicts();
        Texts texts = context.texts();
        list.setId("strip");
        list.getStyleClass().add("dense");
        list.accessibleTextProperty().bind(texts.bind("explain.list"));
        list.setCellFactory(view -> new Cell(texts, narrow));
        chosen.setOnFinished(e -> {
            Place place = list.getSelectionModel().getSelectedItem();
            if (place != null) {
                model.choose(place.id());
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null
                    && !following
                    && !now.id().equals(context.workspace().cursor().position().item())) {
                chosen.playFromStart();
            }
        });
        ranker.listingProperty().addListener((o, before, now) -> fill());
        ranker.rowsWantedProperty().addListener((o, before, now) -> fill());
        verdicts.all().addListener((MapChangeListener<Verdicts.Question, Verdicts.Checked>) change -> fill());
        texts.languageProperty().addListener((o, before, now) -> fill());
        context.workspace().cursor().positionProperty().addListener((o, before, now) -> follow());
        fill();
        Label score = context.widgets().label(quantity(), "text-muted", "text-small");
        Label title = context.widgets().label("recommend.list", "card-title");
        card = new Card(title, score);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.with(list);
        width(narrow.getValue());
        Widgets.visibleWhen(title, narrow.map(n -> !n));
        Widgets.visibleWhen(score, narrow.map(n -> !n));
        narrow.addListener((o, before, now) -> width(now));
    }

    private ObservableValue<String> quantity() {
        Texts texts = context.texts();
        return texts.bind(
                () -> texts.get(
                        ranker.listingProperty()
                                        .get()
                                        .filter(Listing::isCalibrated)
                                        .isPresent()
                                ? "recommend.column.probability"
                                : "recommend.column.score"),
                ranker.listingProperty());
    }

    private void width(boolean narrow) {
        double width = narrow ? NARROW : WIDE;
        card.setMinWidth(width);
        card.setPrefWidth(width);
        card.setMaxWidth(width);
        list.refresh();
    }

    Card node() {
        return card;
    }

    void focus() {
        list.requestFocus();
    }

    /** A choice that is still being made, between two key presses, is not taken back. */
    private void fill() {
        boolean choosing = chosen.getStatus() == Animation.Status.RUNNING;
        int selected = list.getSelectionModel().getSelectedIndex();
        following = true;
        try {
            list.getItems()
                    .setAll(ranker.listingProperty().get().map(this::places).orElse(List.of()));
            if (choosing && selected < list.getItems().size()) {
                list.getSelectionModel().clearAndSelect(selected);
                return;
            }
        } finally {
            following = false;
        }
        follow();
    }

    private List<Place> places(Listing now) {
        int shown = Math.min(ranker.rowsWantedProperty().get(), now.ranking().items().length);
        var run = now.question().run();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            int item = now.ranking().items()[i];
            String id = run.session().itemId(item);
            Position here = new Position(run.id(), now.question().user(), id);
            places.add(new Place(
                    i + 1,
                    id,
                    run.session().title(item),
                    context.texts().of(now.quantity(i, shown)),
                    now.share(i, shown),
                    verdicts.of(new Verdicts.Question(here, now.question().edits()))
                            .map(checked -> VerdictState.of(checked.verdict()))));
        }
        return places;
    }

    private void follow() {
        String item = context.workspace().cursor().position().item();
        following = true;
        try {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).id().equals(item)
                        && list.getSelectionModel().getSelectedIndex() != i) {
                    list.getSelectionModel().clearAndSelect(i);
                    list.getFocusModel().focus(i);
                }
            }
        } finally {
            following = false;
        }
    }

    private static final class Cell extends ListCell<Place> {
        private final Texts texts;
        private final ObservableValue<Boolean> narrow;
        private final Label rank = new Label();
        private final Label title = new Label();
        private final Region bar = new Region();
        private final Label score = new Label();
        private final StackPane mark = new StackPane();
        private final HBox wide;

        Cell(Texts texts, ObservableValue<Boolean> narrow) {
            this.texts = texts;
            this.narrow = narrow;
            rank.setMinWidth(20);
            rank.getStyleClass().addAll("number", "text-muted");
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            bar.getStyleClass().add("score-bar");
            StackPane track = new StackPane(bar);
            track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            track.setMinWidth(LONGEST);
            track.setMaxWidth(LONGEST);
            score.setMinWidth(Region.USE_PREF_SIZE);
            mark.setMinSize(12, 12);
            mark.setMaxSize(12, 12);
            wide = Widgets.row(5, rank, mark, title, track, score);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Place place, boolean empty) {
            super.updateItem(place, empty);
            if (empty || place == null) {
                setGraphic(null);
                setText(null);
                setAccessibleText("");
                return;
            }
            String state =
                    place.state().map(s -> texts.get("verdict." + s.style())).orElse(texts.get("recommend.unchecked"));
            setAccessibleText(texts.get("explain.place", place.rank(), place.title(), place.score(), state));
            if (narrow.getValue()) {
                setGraphic(null);
                setText(Integer.toString(place.rank()));
                return;
            }
            setText(null);
            rank.setText(Integer.toString(place.rank()));
            title.setText(place.title());
            score.setText(place.score());
            double length = Math.max(2, LONGEST * place.share());
            bar.setMinSize(length, 10);
            bar.setMaxSize(length, 10);
            mark.getChildren()
                    .setAll(place.state().map(s -> new VerdictShape(s, 12)).stream()
                            .toList());
            setGraphic(wide);
        }
    }
}
