package vitrine.desktop.screen.train;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import vitrine.desktop.control.Card;
import vitrine.desktop.i18n.Texts;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Workspace;

/** The models of the study, newest first; the chosen one is the cursor's model. */
final class RunTable extends VBox {
    private final Texts texts;
    private final Workspace workspace;
    private final TableView<ModelRun> table = new TableView<>();

    RunTable(ScreenContext context) {
        this.texts = context.texts();
        this.workspace = context.workspace();
        table.setId("run-table");
        table.getStyleClass().add("dense");
        table.setPrefHeight(148);
        table.setMinHeight(110);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = context.widgets().label("train.runs.none", "text-muted");
        table.setPlaceholder(none);
        column("train.run.letter", 50, false, ModelRun::letter);
        column("train.run.model", 110, false, run -> texts.get("model." + run.model()));
        column(
                "train.run.data",
                70,
                false,
                run -> run.result().provenance().dataSha256().substring(0, 4));
        column(
                "train.run.split",
                130,
                false,
                run -> texts.get("split." + run.result().provenance().split()));
        column("train.ndcg", 80, true, run -> decimal(run.validation("ndcg")));
        column("train.hr", 80, true, run -> decimal(run.validation("hr")));
        column(
                "train.run.best",
                80,
                true,
                run -> run.history().bestEpoch() > 0
                        ? String.valueOf(run.history().bestEpoch())
                        : "–");
        column("train.run.time", 60, true, run -> texts.numbers().clock(run.seconds()));
        column(
                "train.run.seed",
                60,
                true,
                run -> String.valueOf(run.result().provenance().seed()));
        workspace.runs().addListener((ListChangeListener<ModelRun>) change -> fill());
        workspace.modelProperty().addListener((o, before, now) -> select());
        texts.languageProperty().addListener((o, before, now) -> table.refresh());
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                workspace.cursor().go(workspace.cursor().position().withModel(now.id()));
            }
        });
        fill();
        getChildren().add(new Card(context.widgets().label("train.runs", "card-title")).with(table));
    }

    private void fill() {
        table.getItems()
                .setAll(workspace.runs().stream()
                        .sorted(Comparator.comparingInt(r -> -r.number()))
                        .toList());
        select();
    }

    private void select() {
        workspace
                .modelProperty()
                .get()
                .ifPresent(run -> table.getSelectionModel().select(run));
    }

    private String decimal(Optional<Double> value) {
        return value.map(v -> texts.numbers().decimal(v, 3)).orElse("–");
    }

    private void column(String title, double width, boolean number, Function<ModelRun, String> text) {
        TableColumn<ModelRun, String> column = new TableColumn<>();
        column.textProperty().bind(texts.bind(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number");
        }
        table.getColumns().add(column);
    }
}
