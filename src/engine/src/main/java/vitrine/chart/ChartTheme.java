package vitrine.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours and type of every chart, so that JFreeChart's own defaults never show. Contrast and colour-vision figures of
 * the values are in the screen specification; a value is changed there first.
 */
public final class ChartTheme {
    /** Ticks, labels and values. */
    static final int TEXT = 12;

    /** The chart's own title, when it has one. */
    static final int TITLE = 14;

    private final Map<Token, Color> colors;

    private ChartTheme(Map<Token, Color> colors) {
        this.colors = colors;
    }

    public static ChartTheme light() {
        return of(false);
    }

    public static ChartTheme dark() {
        return of(true);
    }

    /**
     * A theme whose colours are not colours but names: an exporter finds the token again in the drawn picture, so that
     * one picture in a page can follow the page's light and dark style.
     */
    static ChartTheme named() {
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            colors.put(token, new Color(1, 0, token.ordinal()));
        }
        return new ChartTheme(colors);
    }

    private static ChartTheme of(boolean dark) {
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            colors.put(token, new Color(Integer.parseInt(dark ? token.dark() : token.light(), 16)));
        }
        return new ChartTheme(colors);
    }

    public Color color(Token token) {
        Color color = colors.get(token);
        if (color == null) {
            throw new IllegalStateException("no colour for " + token);
        }
        return color;
    }

    Color color(Token token, double opacity) {
        Color solid = color(token);
        return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(255 * opacity));
    }

    /** A logical family: the Java runtime adds Chinese glyphs by itself. */
    static Font text() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, TEXT);
    }

    /** Bold, unless the text has Chinese: the usual fonts have no bold cut, and half a bold title is worse than none. */
    static Font title(String text) {
        boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
        return new Font(Font.SANS_SERIF, chinese ? Font.PLAIN : Font.BOLD, TITLE);
    }
}
