package vitrine.desktop.screen.recommend;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Dimming;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** The recommended products: how they moved, their scores and reasons. */
final class RankedCard {
    private static final List<Integer> ROWS = List.of(5, 10, 20, 50, 100, 500);
    private final ScreenContext context;
    private final RecommendViewModel model;
    private final Runnable explain;
    private final TableView<ListRow> table = new TableView<>();
    private final Card card;
    private boolean following;

    RankedCard(ScreenContext context, RecommendViewModel model, Runnable explain) {
        this.context = context;
        this.model = model;
        this.explain = explain;
        Texts texts = context.texts();
        table.setId("ranked");
        table.getStyleClass().add("dense");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(texts.bind("recommend.list"));
        table.setPlaceholder(new Label());
        table.getColumns().setAll(columns(texts));
        choosing();
        Dimming.of(table, model.ranker().updating());
        texts.languageProperty().addListener((o, before, now) -> table.refresh());
        VBox.setVgrow(table, Priority.ALWAYS);
        card = new Card(context.widgets().label("recommend.list", "card-title"), rowsWanted(), seen());
        card.with(table, context.widgets().paragraph(texts.bind("recommend.legend"), "text-muted", "text-small"));
        card.setMinWidth(0);
    }

    private List<TableColumn<ListRow, ListRow>> columns(Texts texts) {
        TableColumn<ListRow, ListRow> score =
                column("recommend.column.score", () -> new RankedCells.Quantity(texts), 144, 144);
        Label title = context.widgets().label(model.quantity());
        title.setTooltip(context.widgets().tooltip(model.quantityHelp()));
        score.textProperty().unbind();
        score.setText("");
        score.setGraphic(title);
        return List.of(
                column("recommend.column.rank", RankedCells.Rank::new, 44, 44),
                column("recommend.column.move", () -> new RankedCells.Moved(texts), 64, 64),
                column("recommend.column.product", () -> new RankedCells.Product(texts), 230, 1000),
                score,
                column("recommend.column.reason", () -> new RankedCells.Reason(texts), 300, 2000));
    }

    private TableColumn<ListRow, ListRow> column(
            String key, Supplier<TableCell<ListRow, ListRow>> cell, double width, double most) {
        TableColumn<ListRow, ListRow> column = new TableColumn<>();
        column.textProperty().bind(context.texts().bind(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 140));
        if (most <= width) {
            column.setMinWidth(width);
            column.setMaxWidth(width);
        }
        return column;
    }

    private void choosing() {
        var cursor = context.workspace().cursor();
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null && !following && !now.id().equals(cursor.position().item())) {
                model.choose(now.id());
            }
        });
        cursor.positionProperty().addListener((o, before, now) -> follow());
        model.rows().addListener((ListChangeListener<ListRow>) change -> follow());
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                explain.run();
                e.consume();
            }
        });
        table.setRowFactory(view -> {
            javafx.scene.control.TableRow<ListRow> row = new javafx.scene.control.TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    explain.run();
                }
            });
            return row;
        });
        follow();
    }

    private void follow() {
        following = true;
        try {
            String item = context.workspace().cursor().position().item();
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i).id().equals(item)) {
                    table.getSelectionModel().select(i);
                }
            }
        } finally {
            following = false;
        }
    }

    private javafx.scene.layout.HBox rowsWanted() {
        ComboBox<Integer> rows = new ComboBox<>();
        rows.setId("rows-wanted");
        rows.getItems().setAll(ROWS);
        rows.setValue(model.ranker().rowsWantedProperty().get());
        rows.getStyleClass().add("small");
        rows.valueProperty()
                .addListener(
                        (o, before, now) -> model.ranker().rowsWantedProperty().set(now));
        Label label = context.widgets().label("recommend.rows", "text-muted");
        label.setLabelFor(rows);
        rows.accessibleTextProperty().bind(context.texts().bind("recommend.rows"));
        return Widgets.row(6, label, rows);
    }

    private CheckBox seen() {
        CheckBox seen = new CheckBox();
        seen.textProperty().bind(context.texts().bind("recommend.seen"));
        seen.setMnemonicParsing(false);
        seen.selectedProperty().bindBidirectional(model.ranker().includeSeenProperty());
        seen.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return seen;
    }

    Card node() {
        return card;
    }

    void focus() {
        table.requestFocus();
    }
}
