package vitrine.desktop.screen.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vitrine.action.DataSession;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;

/** Events, products, users, columns and rejected rows as virtual tables with one filter. */
final class TablePane extends StackPane {
    private final Texts texts;
    private final TableModel model;
    private final DataTables tables;
    private final TextField filter;
    private final StackPane middle = new StackPane();
    private final Map<TableModel.Kind, TableView<Integer>> made = new EnumMap<>(TableModel.Kind.class);

    TablePane(ScreenContext context, DataViewModel data) {
        this.texts = context.texts();
        this.model = new TableModel(context, data);
        this.tables = new DataTables(texts);
        Widgets widgets = context.widgets();
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> pills = java.util.Arrays.stream(TableModel.Kind.values())
                .map(kind -> pill(widgets, kind))
                .toList();
        HBox box = widgets.pills(group, pills);
        pills.get(0).setSelected(true);
        filter = widgets.searchField(texts.bind("data.filter"));
        filter.setPrefWidth(220);
        filter.setId("data-filter");
        model.filterProperty().bind(filter.textProperty());
        Label count = widgets.label(
                texts.bind(
                        () -> texts.get(
                                "data.rows",
                                texts.numbers().count(model.rowsProperty().get().length)),
                        model.rowsProperty()),
                "text-muted",
                "text-small");
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(120);
        getChildren().add(new Card(box, count, filter).with(middle));
        model.rowsProperty().addListener((o, before, now) -> show());
        model.kindProperty().addListener((o, before, now) -> show());
        texts.languageProperty().addListener((o, before, now) -> made.values().forEach(TableView::refresh));
        show();
    }

    private ToggleButton pill(Widgets widgets, TableModel.Kind kind) {
        ToggleButton pill = widgets.pill("data.table." + kind.key());
        pill.setOnAction(e -> model.kindProperty().set(kind));
        return pill;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void show() {
        model.dataProperty()
                .get()
                .ifPresentOrElse(this::show, () -> middle.getChildren().clear());
    }

    private void show(DataSession data) {
        TableModel.Kind kind = model.kindProperty().get();
        TableView<Integer> table = made.computeIfAbsent(kind, k -> make(k));
        tables.fill(table, kind, data, model);
        middle.getChildren().setAll(table);
    }

    private TableView<Integer> make(TableModel.Kind kind) {
        TableView<Integer> table = new TableView<>();
        table.setId("table-" + kind.key());
        table.getStyleClass().addAll("dense", "striped-none");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        ((Label) table.getPlaceholder()).textProperty().bind(texts.bind("data.table.empty"));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                model.point(kind, now);
            }
        });
        return table;
    }
}
