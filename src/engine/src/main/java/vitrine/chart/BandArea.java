package vitrine.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The filled area between two curves. */
final class BandArea extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;
    static final double OPACITY = .6;

    private final transient CurveSheet.Band band;
    private final transient ChartTheme theme;

    BandArea(CurveSheet.Band band, ChartTheme theme) {
        this.band = band;
        this.theme = theme;
    }

    @Override
    public void draw(
            Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis x, ValueAxis y, int index, PlotRenderingInfo info) {
        Path2D path = new Path2D.Double();
        int n = band.x().length;
        for (int i = 0; i < n; i++) {
            add(path, x.valueToJava2D(band.x()[i], area, RectangleEdge.BOTTOM), y(y, band.high()[i], area));
        }
        for (int i = n - 1; i >= 0; i--) {
            add(path, x.valueToJava2D(band.x()[i], area, RectangleEdge.BOTTOM), y(y, band.low()[i], area));
        }
        path.closePath();
        g.setPaint(theme.color(Token.BAND, OPACITY));
        g.fill(path);
    }

    private static double y(ValueAxis axis, double value, Rectangle2D area) {
        return axis.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    private static void add(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
