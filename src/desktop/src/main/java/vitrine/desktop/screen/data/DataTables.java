package vitrine.desktop.screen.data;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import vitrine.action.DataProfile;
import vitrine.action.DataSession;
import vitrine.action.ImportResult;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.desktop.i18n.Numbers;
import vitrine.desktop.i18n.Texts;

/** The columns of each table; cells are made from row numbers when they are seen. */
final class DataTables {
    private static final double NARROW = 90;
    private static final double MIDDLE = 130;
    private static final double WIDE = 260;
    private final Texts texts;

    DataTables(Texts texts) {
        this.texts = texts;
    }

    void fill(TableView<Integer> table, TableModel.Kind kind, DataSession data, TableModel model) {
        if (table.getUserData() != data) {
            table.setUserData(data);
            table.getColumns().setAll(columns(kind, data, model));
        }
        table.setItems(
                FXCollections.observableList(new Rows(model.rowsProperty().get())));
    }

    private List<TableColumn<Integer, String>> columns(TableModel.Kind kind, DataSession data, TableModel model) {
        return switch (kind) {
            case EVENTS -> events(data);
            case PRODUCTS -> products(data, model);
            case USERS -> users(data, model);
            case COLUMNS -> described(data);
            case REJECTED -> rejected(data);
        };
    }

    private List<TableColumn<Integer, String>> events(DataSession data) {
        InteractionLog log = data.log();
        Numbers numbers = texts.numbers();
        return List.of(
                column(
                        "data.column.time",
                        MIDDLE,
                        false,
                        row -> log.hasTimes() ? numbers.minute(Instant.ofEpochMilli(log.time(row))) : ""),
                column("data.column.user", NARROW, false, row -> log.users().id(log.user(row))),
                column("data.column.product", WIDE, false, row -> data.items().title(log.item(row))),
                column("data.column.event", NARROW, false, row -> event(log.event(row))),
                column("data.column.quantity", NARROW, true, row -> quantity(log.value(row))),
                column(
                        "data.column.price",
                        NARROW,
                        true,
                        row -> Float.isNaN(log.price(row)) ? "" : numbers.decimal(log.price(row), 2)));
    }

    private String event(EventType event) {
        return texts.get("event." + event.name().toLowerCase(java.util.Locale.ROOT));
    }

    private String quantity(float value) {
        return value == Math.rint(value)
                ? texts.numbers().count((long) value)
                : texts.numbers().decimal(value, 2);
    }

    private List<TableColumn<Integer, String>> products(DataSession data, TableModel model) {
        return List.of(
                column(
                        "data.column.id",
                        MIDDLE,
                        false,
                        item -> data.log().items().id(item)),
                column("data.column.product", WIDE, false, item -> data.items().title(item)),
                column(
                        "data.column.events",
                        NARROW,
                        true,
                        item -> count(model.profile().map(DataProfile::itemCounts), item)));
    }

    private List<TableColumn<Integer, String>> users(DataSession data, TableModel model) {
        InteractionLog log = data.log();
        return List.of(
                column("data.column.user", MIDDLE, false, user -> log.users().id(user)),
                column("data.column.first", MIDDLE, false, user -> day(log, log.userStart(user))),
                column("data.column.last", MIDDLE, false, user -> day(log, log.userStart(user + 1) - 1)),
                column(
                        "data.column.events",
                        NARROW,
                        true,
                        user -> count(model.profile().map(DataProfile::userCounts), user)));
    }

    private String day(InteractionLog log, int row) {
        return log.hasTimes() && row >= 0 ? texts.numbers().minute(Instant.ofEpochMilli(log.time(row))) : "";
    }

    private String count(java.util.Optional<int[]> counts, int index) {
        return counts.map(c -> texts.numbers().count(c[index])).orElse("…");
    }

    private List<TableColumn<Integer, String>> described(DataSession data) {
        List<ImportResult.Column> columns = data.result().columns();
        return List.of(
                column("data.column.name", MIDDLE, false, i -> columns.get(i).name()),
                column(
                        "data.column.role",
                        MIDDLE,
                        false,
                        i -> role(data, columns.get(i).name())),
                column(
                        "data.column.type",
                        NARROW,
                        false,
                        i -> texts.get("type." + columns.get(i).type())),
                column(
                        "data.column.missing",
                        NARROW,
                        true,
                        i -> texts.numbers().count(columns.get(i).missing())),
                column(
                        "data.column.distinct",
                        NARROW,
                        true,
                        i -> texts.numbers().count(columns.get(i).distinct())));
    }

    private String role(DataSession data, String column) {
        return data.mapping().entrySet().stream()
                .filter(e -> e.getValue().equals(column))
                .map(e -> texts.get("role." + e.getKey()))
                .findFirst()
                .orElse("");
    }

    private List<TableColumn<Integer, String>> rejected(DataSession data) {
        List<ImportResult.Rejected> rejected = data.result().rejected();
        return List.of(
                column("data.column.file", MIDDLE, false, i -> rejected.get(i).file()),
                column(
                        "data.column.line",
                        NARROW,
                        true,
                        i -> texts.numbers().count(rejected.get(i).line())),
                column("data.column.reason", WIDE, false, i -> rejected.get(i).reason()));
    }

    private TableColumn<Integer, String> column(String title, double width, boolean number, IntFunction<String> text) {
        TableColumn<Integer, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(title));
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    /** Row numbers as a list, without a million boxed objects. */
    private static final class Rows extends AbstractList<Integer> implements RandomAccess {
        private final int[] rows;

        Rows(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Integer get(int index) {
            return rows[index];
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
