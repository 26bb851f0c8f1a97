package vitrine.desktop.picture;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Says which words of a scene are cut; data in cells may be. */
final class CutTexts {
    private CutTexts() {}

    static void report(String picture, Parent root) {
        for (Node node : root.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node instanceof Cell<?>) {
                continue;
            }
            if (node instanceof Labeled labeled
                    && labeled.lookup(".text") instanceof Text shown
                    && isCut(labeled, shown)) {
                System.out.println(picture + ": \"" + labeled.getText() + "\" is cut to \"" + shown.getText() + "\"");
            }
            if (node instanceof Parent parent) {
                report(picture, parent);
            }
        }
    }

    private static boolean isCut(Labeled labeled, Text shown) {
        return labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !shown.getText().isEmpty()
                && !shown.getText().equals(labeled.getText());
    }
}
