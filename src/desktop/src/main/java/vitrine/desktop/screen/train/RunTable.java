package vitrine.desktop.screen.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vitrine.desktop.control.Card;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/**
 * The runs of the study, newest first; the chosen one is the cursor's model, Space ticks it for the chart of several. Above
 * the table the way back to an epoch of the chosen run.
 */
final class RunTable extends VBox {
    private static final double TICK_WIDTH = 62;
    private final Widgets widgets;
    private final Texts texts;
    private final Workspace workspace;
    private final TrainViewModel training;
    private final Runs runs;
    private final TableView<RunRow> table = new TableView<>();
    private boolean filling;

    RunTable(ScreenContext context, TrainViewModel training, Runs runs) {
        this.widgets = context.widgets();
        this.texts = context.texts();
        this.workspace = context.workspace();
        this.training = training;
        this.runs = runs;
        table.setId("run-table");
        table.getStyleClass().add("dense");
        table.setPrefHeight(176);
        table.setMinHeight(110);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(widgets.label("train.runs.none", "text-muted"));
        ticks();
        column("train.run.letter", 108, false, RunRow::name);
        column("train.run.split", 128, false, RunRow::split);
        column("train.run.settings", 132, false, RunRow::settings);
        column("train.ndcg", 88, true, row -> decimal(row.ndcg()));
        column("train.hr", 74, true, row -> decimal(row.hits()));
        column("train.run.best", 94, true, row -> row.best() > 0 ? String.valueOf(row.best()) : "–");
        column("train.run.time", 56, true, row -> texts.numbers().clock(row.seconds()));
        column("train.run.state", 100, false, row -> texts.get(row.state()));
        runs.rows().addListener((ListChangeListener<RunRow>) change -> fill());
        workspace.modelProperty().addListener((o, before, now) -> select());
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null && !filling) {
                now.run()
                        .ifPresent(run -> workspace
                                .cursor()
                                .go(workspace.cursor().position().withModel(run.id())));
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                        .flatMap(RunRow::run)
                        .ifPresent(run -> runs.toggle(run.id()));
                event.consume();
            }
        });
        fill();
        getChildren().add(new Card(widgets.label("train.runs", "card-title"), undo(), rewind(), goOn()).with(table));
    }

    private void fill() {
        filling = true;
        table.getItems().setAll(runs.rows());
        filling = false;
        select();
    }

    private void select() {
        Optional<ModelRun> chosen = workspace.modelProperty().get();
        table.getItems().stream()
                .filter(row -> chosen.isPresent() && row.run().equals(chosen))
                .findFirst()
                .ifPresent(row -> table.getSelectionModel().select(row));
    }

    /** The epochs one can go back to, each with what it reached; said when there are none. */
    private MenuButton rewind() {
        MenuButton menu = new MenuButton();
        menu.setId("train-rewind");
        menu.getStyleClass().add("small");
        menu.textProperty().bind(texts.bind("train.rewind"));
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setOnShowing(e -> fill(menu));
        Runnable early = () -> fill(menu);
        workspace.modelProperty().addListener((o, before, now) -> early.run());
        training.stateProperty().addListener((o, before, now) -> early.run());
        fill(menu);
        return menu;
    }

    private void fill(MenuButton menu) {
        List<Rewinding.Choice> epochs = training.epochs();
        menu.getItems().clear();
        for (Rewinding.Choice choice : epochs) {
            String value = choice.ndcg()
                    .map(v -> "   nDCG@10 " + texts.numbers().decimal(v, 3))
                    .orElse("");
            MenuItem item = new MenuItem(
                    texts.get(choice.now() ? "train.rewind.now" : "train.rewind.to", choice.epoch()) + value);
            item.setDisable(choice.now());
            item.setOnAction(e -> training.rewind(choice.epoch()));
            menu.getItems().add(item);
        }
        if (epochs.isEmpty()) {
            MenuItem none = new MenuItem(texts.get("train.rewind.none"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
    }

    private Button undo() {
        Rewinding rewinding = training.rewinding();
        Button button = widgets.button("train.rewind.undo", rewinding::undo, "small", "flat");
        button.setId("train-undo");
        button.textProperty().unbind();
        button.textProperty()
                .bind(texts.bind(
                        () -> texts.get(
                                "train.rewind.undo",
                                rewinding
                                        .cameFromProperty()
                                        .get()
                                        .map(ModelRun::letter)
                                        .orElse("")),
                        rewinding.cameFromProperty()));
        Widgets.visibleWhen(button, rewinding.cameFromProperty().map(Optional::isPresent));
        return button;
    }

    private Button goOn() {
        Button button = widgets.button("train.go-on", training::goOn, "small");
        button.setId("train-go-on");
        button.textProperty().unbind();
        button.textProperty()
                .bind(texts.bind(
                        () -> texts.get(
                                "train.go-on",
                                workspace
                                        .modelProperty()
                                        .get()
                                        .map(run -> run.history().bestEpoch())
                                        .orElse(0)),
                        workspace.modelProperty()));
        button.setTooltip(widgets.tooltip(texts.bind("train.go-on.help")));
        Widgets.visibleWhen(
                button,
                training.stateProperty()
                        .flatMap(state -> workspace.modelProperty().map(run -> training.canGoOn())));
        return button;
    }

    private String decimal(Optional<Double> value) {
        return value.map(v -> texts.numbers().decimal(v, 3)).orElse("–");
    }

    private void ticks() {
        TableColumn<RunRow, RunRow> column = new TableColumn<>();
        column.textProperty().bind(texts.bind("train.run.compare"));
        column.setPrefWidth(TICK_WIDTH);
        column.setMinWidth(TICK_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new Tick());
        runs.ticked().addListener((SetChangeListener<String>) change -> table.refresh());
        table.getColumns().add(column);
    }

    private void column(String title, double width, boolean number, Function<RunRow, String> text) {
        TableColumn<RunRow, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        if (number) {
            column.setMinWidth(width);
            column.getStyleClass().add("number");
        }
        table.getColumns().add(column);
    }

    /** Whether a run stands on the chart of several. */
    private final class Tick extends TableCell<RunRow, RunRow> {
        private final CheckBox box = new CheckBox();

        Tick() {
            box.setFocusTraversable(false);
            box.setOnAction(
                    e -> Optional.ofNullable(getItem()).flatMap(RunRow::run).ifPresent(run -> runs.toggle(run.id())));
        }

        @Override
        protected void updateItem(@Nullable RunRow row, boolean empty) {
            super.updateItem(row, empty);
            Optional<ModelRun> run = row == null || empty ? Optional.empty() : row.run();
            run.ifPresent(r -> {
                box.setSelected(runs.ticked().contains(r.id()));
                box.setDisable(!runs.canTick(r.id()));
                box.setAccessibleText(texts.get("train.run.compare.one", r.letter()));
            });
            setGraphic(run.isPresent() ? box : null);
        }
    }
}
