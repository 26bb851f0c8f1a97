package vitrine.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/** What all charts share: background, title, strokes, axes that are drawn by us and not by the library. */
final class ChartFrame {
    /** Added to a chart's height by its title. */
    static final int TITLE_HEIGHT = 36;

    private static final float[] DASH = {5f, 4f};
    private static final float[] DASH_DOT = {7f, 3f, 1.5f, 3f};

    private ChartFrame() {}

    static JFreeChart frame(Plot plot, Chart chart, ChartTheme theme, boolean titled) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        JFreeChart framed = new JFreeChart(null, ChartTheme.text(), plot, false);
        framed.setBackgroundPaint(theme.color(Token.BG));
        framed.setPadding(RectangleInsets.ZERO_INSETS);
        framed.setBorderVisible(false);
        if (titled) {
            String text = XmlText.oneLine(chart.title());
            TextTitle title = new TextTitle(text, ChartTheme.title(text));
            title.setPaint(theme.color(Token.FG));
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setPadding(8, 12, 8, 12);
            framed.setTitle(title);
        }
        return framed;
    }

    /** An XY plot whose margins are fixed and whose axes are invisible: the annotation draws what is needed. */
    static XYPlot plot(XYDataset data, XYItemRenderer renderer, double[] x, double[] y, Margins margins) {
        XYPlot plot = new XYPlot(data, axis(x), axis(y), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        AxisSpace sides = new AxisSpace();
        sides.setLeft(margins.left());
        sides.setRight(margins.right());
        AxisSpace ends = new AxisSpace();
        ends.setTop(margins.top());
        ends.setBottom(margins.bottom());
        plot.setFixedRangeAxisSpace(sides);
        plot.setFixedDomainAxisSpace(ends);
        return plot;
    }

    static ValueAxis axis(double[] limits) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(limits[0], limits[1]);
        axis.setVisible(false);
        return axis;
    }

    /** Runs drawing code that may leave the data area: labels stand outside it. */
    static void unclipped(Graphics2D g, Runnable drawing) {
        Shape clip = g.getClip();
        Stroke stroke = g.getStroke();
        g.setClip(null);
        g.setFont(ChartTheme.text());
        drawing.run();
        g.setStroke(stroke);
        g.setClip(clip);
    }

    static void line(Graphics2D g, double x1, double y1, double x2, double y2) {
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    static Stroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static Stroke dashed(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, DASH, 0f);
    }

    static Stroke dashDot(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, DASH_DOT, 0f);
    }

    /** Width of the widest text, in whole pixels. */
    static double widest(List<String> texts) {
        return Math.ceil(texts.stream()
                .mapToDouble(t -> TextWidth.of(t, ChartTheme.TEXT))
                .max()
                .orElse(0));
    }

    /** Room around the data area, in pixels. */
    record Margins(double top, double left, double bottom, double right) {}
}
