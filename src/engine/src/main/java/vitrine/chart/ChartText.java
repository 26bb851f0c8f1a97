package vitrine.chart;

import java.awt.Graphics2D;

/** Draws a line of text by its anchor, so that in SVG it stays aligned under whatever font the reader has. */
final class ChartText {
    /** Height of a capital above the baseline, as a share of the font size, halved: from the middle to the baseline. */
    private static final double HALF_CAPITAL = .36;

    private ChartText() {}

    /** @param y middle of the line of text */
    static void draw(Graphics2D g, String text, double x, double y, Anchor anchor) {
        String line = XmlText.oneLine(text);
        if (line.isEmpty()) {
            return;
        }
        float baseline = (float) (y + HALF_CAPITAL * g.getFont().getSize2D());
        if (g instanceof SvgCanvas svg) {
            svg.drawAnchored(line, x, baseline, anchor);
        } else {
            double width = g.getFontMetrics().stringWidth(line);
            g.drawString(line, (float) (x - anchor.share() * width), baseline);
        }
    }
}
