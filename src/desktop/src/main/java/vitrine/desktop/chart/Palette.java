package vitrine.desktop.chart;

import javafx.scene.paint.Color;
import vitrine.chart.Token;

/** The engine's chart colours as JavaFX paints, light or dark. */
public record Palette(boolean dark) {
    public Color color(Token token) {
        return Color.web("#" + (dark ? token.dark() : token.light()));
    }

    public Color color(Token token, double opacity) {
        Color solid = color(token);
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), opacity);
    }
}
