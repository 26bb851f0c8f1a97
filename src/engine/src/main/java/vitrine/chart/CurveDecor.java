package vitrine.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Ticks, marked epochs and the names of the lines at their right ends. */
final class CurveDecor extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;
    private static final int PITCH = 18;
    private static final int SWATCH = 20;
    private static final int GAP = 8;

    private final transient CurveSheet sheet;
    private final transient ChartTheme theme;

    CurveDecor(CurveSheet sheet, ChartTheme theme) {
        this.sheet = sheet;
        this.theme = theme;
    }

    static ChartFrame.Margins margins(CurveSheet sheet) {
        List<String> labels =
                new ArrayList<>(sheet.lines().stream().map(sheet::label).toList());
        sheet.band().ifPresent(b -> labels.add(b.label()));
        double right = GAP + SWATCH + GAP + ChartFrame.widest(labels);
        return new ChartFrame.Margins(sheet.marks().isEmpty() ? 12 : 28, 44, 44, right);
    }

    @Override
    public void draw(
            Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis x, ValueAxis y, int index, PlotRenderingInfo info) {
        ChartFrame.unclipped(g, () -> {
            axes(g, area, x, y);
            sheet.marks().forEach(mark -> mark(g, mark, area, x, y));
            names(g, area, y);
        });
    }

    private void axes(Graphics2D g, Rectangle2D area, ValueAxis x, ValueAxis y) {
        g.setStroke(ChartFrame.solid(1));
        g.setColor(theme.color(Token.BORDER));
        ChartFrame.line(g, area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY());
        g.setColor(theme.color(Token.MUTED));
        for (double tick : sheet.x().ticks().values()) {
            double px = x.valueToJava2D(tick, area, RectangleEdge.BOTTOM);
            ChartFrame.line(g, px, area.getMaxY(), px, area.getMaxY() + 4);
            ChartText.draw(g, sheet.x().ticks().figures().plain(tick), px, area.getMaxY() + 14, Anchor.MIDDLE);
        }
        for (double tick : sheet.y().ticks().values()) {
            double py = y.valueToJava2D(tick, area, RectangleEdge.LEFT);
            ChartText.draw(g, sheet.y().ticks().figures().plain(tick), area.getMinX() - GAP, py, Anchor.END);
        }
        ChartText.draw(g, sheet.xTitle(), area.getCenterX(), area.getMaxY() + 34, Anchor.MIDDLE);
    }

    private void mark(Graphics2D g, CurveSheet.Mark mark, Rectangle2D area, ValueAxis x, ValueAxis y) {
        double px = x.valueToJava2D(mark.x(), area, RectangleEdge.BOTTOM);
        g.setStroke(ChartFrame.dashed(1));
        g.setColor(theme.color(Token.MUTED));
        ChartFrame.line(g, px, area.getMinY() - 4, px, area.getMaxY());
        g.setColor(theme.color(Token.FG));
        double nudge = mark.anchor() == Anchor.MIDDLE ? 0 : mark.anchor() == Anchor.END ? 4 : -4;
        ChartText.draw(g, mark.label(), px + nudge, area.getMinY() - 14, mark.anchor());
        if (Double.isFinite(mark.ring())) {
            double py = y.valueToJava2D(mark.ring(), area, RectangleEdge.LEFT);
            g.setStroke(ChartFrame.solid(1.5));
            g.draw(new Ellipse2D.Double(px - 5, py - 5, 10, 10));
        }
    }

    /** A short piece of each line, then its name: dash and name say together which it is. */
    private void names(Graphics2D g, Rectangle2D area, ValueAxis y) {
        int n = sheet.lines().size() + (sheet.band().isPresent() ? 1 : 0);
        double[] wanted = new double[n];
        for (int i = 0; i < sheet.lines().size(); i++) {
            double last = sheet.lines().get(i).last();
            wanted[i] = Double.isNaN(last) ? area.getMaxY() : y.valueToJava2D(last, area, RectangleEdge.LEFT);
        }
        // Where all ends meet, the band is named first: it lies above the others.
        sheet.band().ifPresent(b -> wanted[n - 1] = y.valueToJava2D(middle(b), area, RectangleEdge.LEFT) - 1);
        double[] placed = LabelStack.place(wanted, PITCH, area.getMinY(), area.getMaxY());
        double left = area.getMaxX() + GAP;
        for (int i = 0; i < sheet.lines().size(); i++) {
            CurveLine line = sheet.lines().get(i);
            g.setColor(theme.color(line.color()));
            g.setStroke(line.dash().stroke(line.width()));
            ChartFrame.line(g, left, placed[i], left + SWATCH, placed[i]);
            name(g, sheet.label(line), left, placed[i]);
        }
        sheet.band().ifPresent(b -> {
            g.setColor(theme.color(Token.BAND, BandArea.OPACITY));
            g.fill(new Rectangle2D.Double(left, placed[n - 1] - 5, SWATCH, 10));
            name(g, b.label(), left, placed[n - 1]);
        });
    }

    private void name(Graphics2D g, String text, double left, double y) {
        g.setColor(theme.color(Token.FG));
        ChartText.draw(g, text, left + SWATCH + GAP, y, Anchor.START);
    }

    private static double middle(CurveSheet.Band band) {
        int last = band.x().length - 1;
        return (band.low()[last] + band.high()[last]) / 2;
    }
}
