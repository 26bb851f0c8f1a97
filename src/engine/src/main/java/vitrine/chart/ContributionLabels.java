package vitrine.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractAnnotation;
import org.jfree.chart.annotations.CategoryAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.RectangleEdge;
import vitrine.explain.Figures;

/** Names at the left, values at the bars' outer ends, the zero line, ticks at the bottom. */
final class ContributionLabels extends AbstractAnnotation implements CategoryAnnotation {
    private static final long serialVersionUID = 1L;
    private static final int PIXELS_A_TICK = 72;

    private final transient ContributionRows rows;
    private final transient List<String> labels;
    private final double labelWidth;
    private final double[] limits;
    private final transient Figures figures;
    private final transient ChartTheme theme;

    ContributionLabels(
            ContributionRows rows,
            List<String> labels,
            double labelWidth,
            double[] limits,
            Figures figures,
            ChartTheme theme) {
        this.rows = rows;
        this.labels = List.copyOf(labels);
        this.labelWidth = labelWidth;
        this.limits = limits.clone();
        this.figures = figures;
        this.theme = theme;
    }

    @Override
    public void draw(Graphics2D g, CategoryPlot plot, Rectangle2D area, CategoryAxis names, ValueAxis values) {
        ChartFrame.unclipped(g, () -> {
            double zero = values.valueToJava2D(0, area, RectangleEdge.BOTTOM);
            for (int i = 0; i < labels.size(); i++) {
                double y = names.getCategoryMiddle(i, labels.size(), area, RectangleEdge.LEFT);
                double value = rows.rows().get(i).value();
                double end = values.valueToJava2D(value, area, RectangleEdge.BOTTOM);
                g.setColor(theme.color(Token.FG));
                String label = TextWidth.fit(labels.get(i), ChartTheme.TEXT, labelWidth);
                ChartText.draw(g, label, area.getX() - 12, y, Anchor.END);
                boolean right = value > 0;
                ChartText.draw(g, figures.signed(value), end + (right ? 6 : -6), y, right ? Anchor.START : Anchor.END);
            }
            g.setStroke(ChartFrame.solid(1.5));
            g.setColor(theme.color(Token.FG));
            ChartFrame.line(g, zero, area.getMinY(), zero, area.getMaxY() + 4);
            ticks(g, area, values);
        });
    }

    private void ticks(Graphics2D g, Rectangle2D area, ValueAxis values) {
        g.setColor(theme.color(Token.MUTED));
        int most = Math.max(2, (int) (area.getWidth() / PIXELS_A_TICK));
        NiceTicks ticks = NiceTicks.of(limits[0], limits[1], most);
        for (double tick : ticks.values()) {
            double x = values.valueToJava2D(tick, area, RectangleEdge.BOTTOM);
            ChartText.draw(g, ticks.signed(tick), x, area.getMaxY() + 16, Anchor.MIDDLE);
        }
    }
}
