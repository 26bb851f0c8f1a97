package vitrine.desktop.picture;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import vitrine.desktop.app.CompositionRoot;
import vitrine.desktop.workspace.Position;

/** Brings each screen into the state its picture shows. */
final class PictureStory {
    /**
     * Screens of the rail; after a dash a state of one. By name only: {@code train-many}, a study with a dozen runs; {@code
     * compare-one}, a study with one; {@code compare-four}; {@code compare-odd}, a run that was trained on another split; {@code explain-change}, the smallest change; {@code explain-against},
     * a contrast with the panel.
     */
    static final List<String> SCREENS =
            List.of("data", "train", "train-compare", "recommend", "explain", "explain-panel", "compare");

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
        if (picture.startsWith("compare") && !picture.equals("compare-one")) {
            compare(picture);
        }
        if (picture.startsWith("explain")) {
            Pictures.await(() -> isChecked(verdict()), 60);
            if (picture.equals("explain-change")) {
                Pictures.onScreen(() -> this.<ToggleButton>node("#lens-change").setSelected(true));
                Pictures.onScreen(() -> this.<Button>node("#change-search").fire());
                Pictures.await(() -> !this.<Button>node("#change-stop").isVisible(), 120);
            }
            if (picture.equals("explain-against")) {
                Pictures.onScreen(() ->
                        this.<ComboBox<?>>node("#rival").getSelectionModel().select(3));
                Thread.sleep(500);
                Pictures.await(() -> isChecked(verdict()), 60);
            }
            boolean panel = picture.endsWith("panel") || picture.endsWith("against");
            Pictures.onScreen(() -> verdict().setSelected(panel));
        }
    }

    private void compare(String picture) throws Exception {
        if (picture.equals("compare-four")) {
            Pictures.onScreen(() -> root.show("train"));
            train("itemknn", "");
            train("popularity", "");
        }
        Pictures.onScreen(() -> root.show("compare"));
        if (isShown("#compare-add-plain")) {
            int before = root.workspace().runs().size();
            Pictures.onScreen(() -> this.<Button>node("#compare-add-plain").fire());
            Pictures.await(() -> root.workspace().runs().size() > before, 120);
        }
        if (picture.equals("compare-four")) {
            choose("itemknn");
            choose("popularity");
        }
        if (!this.<Button>node("#compare-main").isDisabled()) {
            Pictures.onScreen(() -> this.<Button>node("#compare-main").fire());
        }
        Pictures.await(() -> isShown("#compare-list-1"), 120);
        if (picture.equals("compare-odd")) {
            Pictures.onScreen(
                    () -> this.<ComboBox<String>>node("#compare-protocol").setValue("strat75"));
        }
    }

    private void choose(String model) throws Exception {
        Pictures.onScreen(() -> {
            int at = 0;
            while (!root.workspace().runs().get(at).model().equals(model)) {
                at++;
            }
            this.<MenuButton>node("#compare-runs").getItems().get(at).fire();
        });
    }

    private boolean isShown(String id) {
        layout();
        Node at = stage.getScene().lookup(id);
        if (at == null) {
            return false;
        }
        while (at != null && at.isVisible()) {
            at = at.getParent();
        }
        return at == null;
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
