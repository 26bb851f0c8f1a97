package vitrine.desktop.picture;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import vitrine.desktop.app.CompositionRoot;

/** Brings each screen into the state its picture shows. */
final class PictureStory {
    /** Screens of the rail; after a dash a state of one. */
    static final List<String> SCREENS =
            List.of("data", "train", "train-compare", "recommend", "explain", "explain-panel");

    private final CompositionRoot root;
    private final Stage stage;

    PictureStory(CompositionRoot root, Stage stage) {
        this.root = root;
        this.stage = stage;
    }

    void prepare(String picture) throws Exception {
        Pictures.onScreen(() -> root.show(picture.replaceFirst("-.*", "")));
        Pictures.await(() -> !root.workspace().cursor().position().user().isEmpty(), 60);
        if (picture.equals("train-compare")) {
            Pictures.onScreen(() -> tickAll(true));
        } else if (picture.equals("train")) {
            Pictures.onScreen(() -> tickAll(false));
        }
        if (picture.startsWith("explain")) {
            Pictures.await(() -> isChecked(verdict()), 60);
            Pictures.onScreen(() -> verdict().setSelected(picture.endsWith("panel")));
        }
    }

    private void tickAll(boolean ticked) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        stage.getScene().lookup("#run-table").lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.isVisible() && box.isSelected() != ticked)
                .forEach(CheckBox::fire);
    }

    private ToggleButton verdict() {
        return (ToggleButton) stage.getScene().lookup("#verdict");
    }

    private static boolean isChecked(ToggleButton verdict) {
        return verdict.isVisible()
                && !verdict.getStyleClass().contains("verdict-checking")
                && !verdict.getStyleClass().contains("verdict-unchecked");
    }
}
