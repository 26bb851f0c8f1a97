package vitrine.desktop.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Where a plot's axes stand inside its node: margins follow the widths of the labels. */
final class PlotFrame {
    static final PlotFrame NONE = new PlotFrame(Plot.EMPTY, 1, 1);
    static final double TEXT = 12;
    private static final double GAP = 6;
    private static final double LINE = 17;

    private final Plot plot;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    PlotFrame(Plot plot, double width, double height) {
        this.plot = plot;
        double labels = 0;
        for (double tick : plot.y().ticks()) {
            labels = Math.max(labels, width(plot.y().words().apply(tick)));
        }
        double ends = 0;
        for (Plot.Line line : plot.lines()) {
            if (!line.label().isEmpty()) {
                ends = Math.max(ends, width(endLabel(line)));
            }
        }
        left = labels + GAP + 2;
        right = width - (ends > 0 ? ends + GAP + 4 : 24);
        top = plot.marks().isEmpty() ? 8 : LINE + 4;
        bottom = height - LINE - 7;
    }

    static String endLabel(Plot.Line line) {
        return line.last().isPresent() && line.style() != Plot.Style.AREA
                ? line.label() + " " + line.values().apply(line.last().getAsDouble())
                : line.label();
    }

    static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(Font.font(TEXT));
        return measured.getLayoutBounds().getWidth();
    }

    Plot plot() {
        return plot;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    double x(double value) {
        return left + plot.x().share(value) * (right - left);
    }

    double y(double value) {
        return bottom - plot.y().share(value) * (bottom - top);
    }

    /** The x value under a pixel, NaN outside the axes. */
    double valueAt(double pixel) {
        if (pixel < left - GAP || pixel > right + GAP || right <= left) {
            return Double.NaN;
        }
        double share = Math.max(0, Math.min(1, (pixel - left) / (right - left)));
        return plot.x().low() + share * (plot.x().high() - plot.x().low());
    }
}
