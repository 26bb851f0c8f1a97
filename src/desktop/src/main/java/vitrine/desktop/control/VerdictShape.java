package vitrine.desktop.control;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/** The shape of a verdict alone, 12 px in lists and 16 px on the badge; colour comes from the style class. */
public final class VerdictShape extends StackPane {
    private static final double DRAWN = 16;

    public VerdictShape(VerdictState state, double size) {
        getStyleClass().addAll("verdict-mark", "verdict-" + state.style());
        SVGPath shape = new SVGPath();
        shape.setContent(state.path());
        shape.getStyleClass().add("verdict-shape");
        Text glyph = new Text(state.glyph());
        glyph.getStyleClass().add("verdict-glyph");
        double scale = size / DRAWN;
        for (var node : new javafx.scene.Node[] {shape, glyph}) {
            node.setScaleX(scale);
            node.setScaleY(scale);
        }
        getChildren().addAll(shape, glyph);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
    }
}
