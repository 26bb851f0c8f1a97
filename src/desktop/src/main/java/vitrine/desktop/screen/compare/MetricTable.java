package vitrine.desktop.screen.compare;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.Workspace;

/** The measures of the chosen runs; a chosen row is the cursor's model. */
final class MetricTable {
    private static final double ROW = 27;
    private static final double HEAD = 36;
    private static final String STAR = "★ ";
    private final Texts texts;
    private final Widgets widgets;
    private final Workspace workspace;
    private final CompareViewModel model;
    private final TableView<MetricRow> table = new TableView<>();
    private final Card card;
    private boolean filling;

    MetricTable(ScreenContext context, CompareViewModel model) {
        this.texts = context.texts();
        this.widgets = context.widgets();
        this.workspace = context.workspace();
        this.model = model;
        table.setId("compare-table");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(texts.bind("compare.table"));
        table.getColumns().add(column(texts.bind("compare.column.model"), "", 170));
        for (String measure : MetricRows.RANKING) {
            table.getColumns().add(column(model.column(measure), measure, 135));
        }
        for (String measure : MetricRows.LISTS) {
            table.getColumns().add(column(model.column(measure), measure, measure.equals("popularityBias") ? 130 : 95));
        }
        table.getColumns().add(column(model.column(MetricRows.TIME), MetricRows.TIME, 95));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null && !filling) {
                now.run().ifPresent(model::point);
            }
        });
        model.rows().addListener((ListChangeListener<MetricRow>) change -> fill());
        workspace.modelProperty().addListener((o, before, now) -> follow());
        fill();
        card = new Card(
                        widgets.label("compare.table", "card-title"),
                        widgets.label("compare.legend", "text-muted", "text-small"))
                .with(table);
    }

    private void fill() {
        filling = true;
        table.getItems().setAll(model.rows());
        filling = false;
        follow();
        double height = HEAD + ROW * table.getItems().size();
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    /** The model under the cursor. */
    private void follow() {
        filling = true;
        table.getSelectionModel().clearSelection();
        table.getItems().stream()
                .filter(row -> row.run().isPresent()
                        && row.run().equals(workspace.modelProperty().get()))
                .findFirst()
                .ifPresent(row -> table.getSelectionModel().select(row));
        filling = false;
    }

    private TableColumn<MetricRow, MetricRow> column(ObservableValue<String> title, String measure, double width) {
        TableColumn<MetricRow, MetricRow> column = new TableColumn<>();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 95));
        if (measure.isEmpty()) {
            column.textProperty().bind(title);
            column.setCellFactory(c -> new Named());
        } else {
            Label label = widgets.label(title);
            label.setTooltip(widgets.tooltip(texts.bind("compare.column." + measure + ".help")));
            column.setGraphic(label);
            column.getStyleClass().add("number");
            column.setCellFactory(c -> new Value(measure));
        }
        return column;
    }

    /** Colour, letter and model. */
    private static final class Named extends TableCell<MetricRow, MetricRow> {
        @Override
        protected void updateItem(@Nullable MetricRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("text-muted");
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(row.name());
            setGraphic(row.run().map(Swatch::of).orElseGet(Swatch::ofYardstick));
            if (row.run().isEmpty()) {
                getStyleClass().add("text-muted");
            }
        }
    }

    /** A number; the best one starred and bold. */
    private static final class Value extends TableCell<MetricRow, MetricRow> {
        private final String measure;

        Value(String measure) {
            this.measure = measure;
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(@Nullable MetricRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("text-muted", "text-strong");
            if (empty || row == null) {
                setText(null);
                return;
            }
            MetricRow.Cell cell = row.cell(measure);
            setText(cell.best() ? STAR + cell.text() : cell.text());
            if (cell.best()) {
                getStyleClass().add("text-strong");
            } else if (row.run().isEmpty()) {
                getStyleClass().add("text-muted");
            }
        }
    }

    Card node() {
        return card;
    }
}
