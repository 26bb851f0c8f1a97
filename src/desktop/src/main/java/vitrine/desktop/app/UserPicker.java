package vitrine.desktop.app;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import vitrine.desktop.screen.ScreenContext;
import vitrine.desktop.task.Slot;
import vitrine.desktop.workspace.ModelRun;

/** Finds a user by a part of the id, among a hundred thousand, off the FX thread. */
final class UserPicker {
    private static final int MOST = 1000;
    private final ScreenContext context;
    private final Slot search;
    private final TextField field;
    private final ListView<String> found = new ListView<>();
    private final Popover popover;

    UserPicker(ScreenContext context) {
        this.context = context;
        this.search = context.tasks().slot();
        field = context.widgets().searchField(context.texts().bind("user.find"));
        field.textProperty().addListener((o, before, now) -> look());
        field.setOnAction(e -> take(found.getItems().stream().findFirst()));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                found.requestFocus();
                found.getSelectionModel().selectFirst();
            }
        });
        found.setPrefSize(240, 300);
        found.getStyleClass().add("dense");
        found.setPlaceholder(new Label());
        found.setOnMouseClicked(
                e -> take(Optional.ofNullable(found.getSelectionModel().getSelectedItem())));
        found.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                take(Optional.ofNullable(found.getSelectionModel().getSelectedItem()));
            }
        });
        popover = new Popover(new VBox(8, field, found));
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
    }

    void show(Node below) {
        field.clear();
        look();
        popover.show(below);
        field.requestFocus();
    }

    private void look() {
        Optional<ModelRun> run = context.workspace().modelProperty().get();
        if (run.isEmpty()) {
            return;
        }
        List<String> ids = run.get().session().model().users().ids();
        String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
        search.run(
                context.texts().bind("job.search"),
                job -> ids.stream()
                        .filter(id -> id.toLowerCase(Locale.ROOT).contains(wanted))
                        .limit(MOST)
                        .toList(),
                found.getItems()::setAll,
                failure -> found.getItems().clear());
    }

    private void take(Optional<String> user) {
        user.ifPresent(id -> {
            popover.hide();
            context.workspace()
                    .cursor()
                    .go(context.workspace().cursor().position().withUser(id));
        });
    }
}
