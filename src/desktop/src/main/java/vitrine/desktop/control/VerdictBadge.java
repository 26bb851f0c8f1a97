package vitrine.desktop.control;

import javafx.beans.binding.StringBinding;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import vitrine.desktop.i18n.Texts;

/** The verdict as a word with a shape, seven states; pressed, it opens the verdict panel. */
public final class VerdictBadge extends ToggleButton {
    private final Texts texts;

    public VerdictBadge(Texts texts) {
        this.texts = texts;
        getStyleClass().add("verdict");
        setMnemonicParsing(false);
        setMinWidth(Region.USE_PREF_SIZE);
        show(VerdictState.CHECKING, 0, 0);
    }

    public void show(VerdictState state) {
        show(state, 0, 0);
    }

    /** @param done checks finished, shown while checking with a known number of checks */
    public void show(VerdictState state, int done, int all) {
        setGraphic(new VerdictShape(state, 16));
        getStyleClass().removeIf(style -> style.startsWith("verdict-"));
        getStyleClass().add("verdict-" + state.style());
        StringBinding word = texts.bind(() -> state == VerdictState.CHECKING && all > 0
                ? texts.get("verdict.checking.count", done, all)
                : texts.get("verdict." + state.style()));
        textProperty().bind(word);
        accessibleTextProperty().bind(texts.bind("verdict.accessible", word));
    }
}
