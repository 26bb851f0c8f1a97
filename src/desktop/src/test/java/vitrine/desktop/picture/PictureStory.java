package vitrine.desktop.picture;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import vitrine.desktop.app.CompositionRoot;
import vitrine.desktop.workspace.Position;

/** Brings each screen into the state its picture shows. */
final class PictureStory {
    /** Screens of the rail; after a dash a state of one. By name only: {@code train-many}, a study with a dozen runs. */
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
            Position before = root.workspace().cursor().position();
            train("itemknn", "");
            train("ease", "");
            train("cnn", "6");
            Pictures.onScreen(() -> root.workspace().cursor().go(before));
            Pictures.onScreen(() -> tick(4));
        } else if (picture.equals("train-many")) {
            for (int i = 0; i < 8; i++) {
                train(i % 2 == 0 ? "popularity" : "cnn", i % 2 == 0 ? "" : "2");
            }
            Pictures.onScreen(() -> tick(6));
        }
        if (picture.startsWith("explain")) {
            Pictures.await(() -> isChecked(verdict()), 60);
            Pictures.onScreen(() -> verdict().setSelected(picture.endsWith("panel")));
        }
    }

    /** @param epochs empty for a model that is computed */
    private void train(String model, String epochs) throws Exception {
        int before = root.workspace().runs().size();
        Pictures.onScreen(() -> {
            ComboBox<String> kind = node("#train-model");
            kind.setValue(model);
            if (!epochs.isEmpty()) {
                this.<TextField>node("#field-epochs").setText(epochs);
            }
            this.<Button>node("#train-main").fire();
        });
        Pictures.await(() -> root.workspace().runs().size() > before, 300);
    }

    /** One after the other, since each tick fills the cells anew. */
    private void tick(int runs) {
        for (int i = 0; i < runs; i++) {
            layout();
            boxes().filter(box -> !box.isSelected()).findFirst().ifPresent(CheckBox::fire);
        }
    }

    private Stream<CheckBox> boxes() {
        return stage.getScene().lookup("#run-table").lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.isVisible() && !box.isDisabled());
    }

    private void layout() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Node> T node(String id) {
        return (T) stage.getScene().lookup(id);
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
