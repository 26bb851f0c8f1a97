package vitrine.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Everything a curve chart draws, already decided: no rule lives in here.
 *
 * @param marks vertical lines with a word above
 * @param band filled area between two lines, behind everything
 */
record CurveSheet(
        List<CurveLine> lines,
        Axis x,
        Axis y,
        List<Mark> marks,
        Optional<Band> band,
        String xTitle,
        boolean lastValues) {
    /** Limits and ticks of one axis. */
    record Axis(double[] limits, NiceTicks ticks) {}

    /** A vertical line; {@code ring} is the height of a ring on a curve, NaN for none. */
    record Mark(double x, String label, double ring, Anchor anchor) {}

    /** Area between {@code low} and {@code high}. */
    record Band(String label, double[] x, double[] low, double[] high) {}

    CurveSheet {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** What stands beside a line. */
    String label(CurveLine line) {
        if (!lastValues) {
            return line.label();
        }
        return line.label() + " " + LearningCurves.FIGURES.plain(line.last());
    }

    JFreeChart draw(Chart chart, ChartTheme theme, boolean titled) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines.size(); i++) {
            CurveLine line = lines.get(i);
            XYSeries series = new XYSeries(Integer.valueOf(i), false, true);
            for (int j = 0; j < line.x().length; j++) {
                boolean known = Double.isFinite(line.y()[j]);
                series.add(Double.valueOf(line.x()[j]), known ? Double.valueOf(line.y()[j]) : null, false);
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, theme.color(line.color()));
            renderer.setSeriesStroke(i, line.dash().stroke(line.width()));
            renderer.setSeriesShapesVisible(i, line.dots());
            renderer.setSeriesShape(i, dot());
        }
        XYPlot plot = ChartFrame.plot(data, renderer, x.limits(), y.limits(), CurveDecor.margins(this));
        CurveDecor decor = new CurveDecor(this, theme);
        band.ifPresent(b -> renderer.addAnnotation(new BandArea(b, theme), org.jfree.chart.ui.Layer.BACKGROUND));
        plot.addAnnotation(decor);
        return ChartFrame.frame(plot, chart, theme, titled);
    }

    private static Shape dot() {
        return new Ellipse2D.Double(-2.5, -2.5, 5, 5);
    }
}
