package vitrine.desktop.screen.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vitrine.desktop.control.AnswerLine;
import vitrine.desktop.control.EmptyState;
import vitrine.desktop.control.ErrorCard;
import vitrine.desktop.control.Widgets;
import vitrine.desktop.screen.Screen;
import vitrine.desktop.screen.ScreenContext;

/** "What is in the data, and what was thrown away?" */
public final class DataScreen implements Screen {
    private static final double LEFT = 380;
    private final ScreenContext context;
    private final DataViewModel model;
    private final TablePane table;
    private final VBox root = new VBox(12);

    public DataScreen(ScreenContext context) {
        this.context = context;
        this.model = new DataViewModel(context);
        this.table = new TablePane(context, model);
        Widgets widgets = context.widgets();
        Button open = widgets.button("data.open", "Ctrl+O", this::choose);
        open.setId("data-open");
        Button train =
                widgets.button("data.train", "Ctrl+2", () -> context.navigator().show("train"), "accent");
        Widgets.visibleWhen(train, model.stateProperty().map(s -> s == DataViewModel.State.READY));
        root.getStyleClass().add("screen");
        StackPane faces = new StackPane(ready(), empty(), new MappingPane(widgets, model));
        VBox.setVgrow(faces, Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        new AnswerLine(widgets, model.answer(), model.consequence()).beside(open, train),
                        new ErrorCard(widgets, model.errorProperty()),
                        faces);
        root.setOnDragOver(this::offer);
        root.setOnDragDropped(this::drop);
    }

    private Node ready() {
        CleaningPane cleaning = new CleaningPane(context, model);
        cleaning.setMinWidth(LEFT);
        cleaning.setMaxWidth(LEFT);
        ProfilePane profile = new ProfilePane(context, model);
        VBox right = new VBox(12, profile, table);
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox ready = new HBox(16, cleaning, right);
        Widgets.visibleWhen(ready, model.stateProperty().map(s -> s == DataViewModel.State.READY));
        return ready;
    }

    private Node empty() {
        Button choose = context.widgets().button("data.choose", this::choose, "accent");
        EmptyState empty = new EmptyState(
                context.widgets(),
                "mdi2d-database-import-outline",
                context.texts().bind("data.empty"),
                choose);
        Widgets.visibleWhen(empty, model.stateProperty().map(s -> s == DataViewModel.State.EMPTY));
        return empty;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("data.open"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("CSV, TSV", "*.csv", "*.tsv", "*.txt", "*.dat", "*.gz"));
        Optional.ofNullable(chooser.showOpenMultipleDialog(root.getScene().getWindow()))
                .ifPresent(files -> model.look(paths(files)));
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            model.look(paths(event.getDragboard().getFiles()));
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).sorted().toList();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void mainAction() {
        switch (model.stateProperty().get()) {
            case MAPPING -> model.mappingProperty().get().ifPresent(model::read);
            case READY -> context.navigator().show("train");
            default -> choose();
        }
    }

    @Override
    public void stop() {
        model.stop();
    }

    @Override
    public void filter() {
        table.focusFilter();
    }

    @Override
    public boolean key(KeyEvent event) {
        boolean open = event.isShortcutDown() && event.getCode() == KeyCode.O;
        if (open) {
            choose();
        }
        return open;
    }
}
