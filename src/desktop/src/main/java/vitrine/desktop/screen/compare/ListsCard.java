package vitrine.desktop.screen.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vitrine.action.CompareResult.Place;
import vitrine.action.CompareResult.SideBySide;
import vitrine.action.CompareResult.TopList;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.ModelRun;

/** One user's first places under each model, the same products joined by lines. */
final class ListsCard {
    private static final double ROW = 27;
    private static final double GAP = 64;
    private static final double NARROW_GAP = 36;
    private static final double HEAD = 20;
    private final ScreenContext context;
    private final Texts texts;
    private final CompareViewModel model;
    private final Cursor cursor;
    private final HBox columns = new HBox();
    private final List<ListView<Place>> lists = new ArrayList<>();
    private final List<RankLines> lines = new ArrayList<>();
    private final Card card;
    private boolean following;

    ListsCard(ScreenContext context, CompareViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.cursor = context.workspace().cursor();
        Widgets widgets = context.widgets();
        Label title = widgets.label(
                texts.bind(() -> texts.get("chip.user.one", cursor.position().user()), cursor.positionProperty()),
                "card-title");
        Label agreement = widgets.label(model.agreement(), "text-muted");
        agreement.setMinWidth(0);
        Button before =
                widgets.iconButton("mdi2a-arrow-up", texts.bind("compare.before"), () -> model.disagreement(-1));
        before.setId("compare-before");
        Button next = widgets.button("compare.next", "Alt+Down", () -> model.disagreement(1), "small", "text-small");
        next.setId("compare-next");
        Button explain = widgets.button("recommend.explain", "Enter", this::explain, "small", "text-small");
        explain.setId("compare-explain");
        columns.getStyleClass().add("side-lists");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new Card(Widgets.row(12, title, agreement), before, next, explain)
                .with(scroll, widgets.paragraph(legend(), "text-muted", "text-small"));
        card.setMinWidth(0);
        model.sideBySideProperty().addListener((o, old, now) -> show(now));
        texts.languageProperty()
                .addListener((o, old, now) -> show(model.sideBySideProperty().get()));
        cursor.positionProperty().addListener((o, old, now) -> follow());
        show(model.sideBySideProperty().get());
    }

    private ObservableValue<String> legend() {
        return texts.bind(
                () -> texts.get(model.compared().size() == 2 ? "compare.lists.legend" : "compare.lists.legend.many"),
                model.sideBySideProperty());
    }

    private void explain() {
        if (model.sideBySideProperty().get().isPresent()) {
            context.navigator().show("explain");
        }
    }

    private void show(Optional<SideBySide> now) {
        lists.clear();
        lines.clear();
        columns.getChildren().clear();
        List<ModelRun> runs = model.compared();
        now.filter(sides -> sides.lists().size() == runs.size()).ifPresent(sides -> {
            for (int i = 0; i < runs.size(); i++) {
                if (i > 0) {
                    columns.getChildren()
                            .add(gap(
                                    sides.lists().get(i - 1),
                                    sides.lists().get(i),
                                    i,
                                    runs.size() > 2 ? NARROW_GAP : GAP));
                }
                columns.getChildren().add(column(runs, i, sides.lists().get(i)));
            }
        });
        follow();
    }

    private Node column(List<ModelRun> runs, int own, TopList top) {
        ModelRun run = runs.get(own);
        List<String> letters = runs.stream().map(ModelRun::letter).toList();
        Label name = new Label(MetricRows.name(texts, run), Swatch.of(run));
        name.setMinHeight(HEAD);
        ListView<Place> list = new ListView<>(FXCollections.observableArrayList(top.items()));
        list.setId("compare-list-" + lists.size());
        list.getStyleClass().add("side-list");
        list.setFixedCellSize(ROW);
        double height = ROW * top.items().size() + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.setPrefWidth(200);
        list.setMinWidth(120);
        list.accessibleTextProperty().bind(texts.bind("compare.list", name.textProperty()));
        list.setCellFactory(view -> new PlaceCell(texts, letters, own));
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null && !following) {
                model.point(run.id(), now.item());
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                explain();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                explain();
            }
        });
        lists.add(list);
        VBox column = new VBox(4, name, list);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private Node gap(TopList left, TopList right, int at, double width) {
        RankLines between = new RankLines(left, right, at, width, ROW);
        lines.add(between);
        Region head = new Region();
        head.setMinHeight(HEAD);
        return new VBox(4, head, between);
    }

    /** The product under the cursor is marked in every list. */
    private void follow() {
        following = true;
        String item = cursor.position().item();
        for (ListView<Place> list : lists) {
            list.getSelectionModel().clearSelection();
            list.getItems().stream()
                    .filter(place -> place.item().equals(item))
                    .findFirst()
                    .ifPresent(place -> list.getSelectionModel().select(place));
        }
        lines.forEach(between -> between.mark(item));
        following = false;
    }

    Card node() {
        return card;
    }
}
