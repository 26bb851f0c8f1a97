package vitrine.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import vitrine.explain.Figures;

/** Draws the cells, the row names, some unit numbers and the colour scale with both limits. */
final class HeatMapCells extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    /** Height under the cells: unit numbers, scale. */
    static final int BELOW = 64;

    private static final int STEPS = 9;
    private static final int MIDDLE = 4;
    private static final int SWATCH = 18;
    private static final int EVERY = 8;
    private static final double LINE = 16;
    private static final double SIGN_FROM = 10;

    private final transient HeatMapData data;
    private final transient LayerHeatMap.Cells cells;
    private final transient Figures figures;
    private final transient List<String> legend;
    private final transient ChartWords words;
    private final transient ChartTheme theme;

    HeatMapCells(
            HeatMapData data,
            LayerHeatMap.Cells cells,
            Figures figures,
            List<String> legend,
            ChartWords words,
            ChartTheme theme) {
        this.data = data;
        this.cells = cells;
        this.figures = figures;
        this.legend = legend;
        this.words = words;
        this.theme = theme;
    }

    @Override
    public void draw(
            Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis x, ValueAxis y, int index, PlotRenderingInfo info) {
        ChartFrame.unclipped(g, () -> {
            colours(g, area);
            signs(g, area);
            padding(g, area);
            names(g, area);
            scale(g, area);
        });
    }

    /** Colour by colour, so that a picture file names each colour once. */
    private void colours(Graphics2D g, Rectangle2D area) {
        for (int step = 0; step < STEPS; step++) {
            g.setColor(theme.color(token(step)));
            for (int r = 0; r < data.values().length; r++) {
                for (int c = 0; c < data.units().length && !data.padding()[r]; c++) {
                    if (data.step(data.values()[r][c]) == step) {
                        g.fill(cell(area, r, c));
                    }
                }
            }
        }
    }

    /** A minus in negative cells that are large enough, or the value itself: sign never rests on colour alone. */
    private void signs(Graphics2D g, Rectangle2D area) {
        for (int r = 0; r < data.values().length; r++) {
            for (int c = 0; c < data.units().length && !data.padding()[r]; c++) {
                double value = data.values()[r][c];
                Rectangle2D cell = cell(area, r, c);
                g.setColor(theme.color(ink(data.step(value))));
                if (cells.written()) {
                    ChartText.draw(g, figures.plain(value), cell.getCenterX(), cell.getCenterY(), Anchor.MIDDLE);
                } else if (value < 0 && data.step(value) != MIDDLE && cells.width() >= SIGN_FROM) {
                    double length = Math.min(6, .45 * cell.getWidth());
                    g.fill(new Rectangle2D.Double(
                            cell.getCenterX() - length / 2, cell.getCenterY() - .75, length, 1.5));
                }
            }
        }
    }

    private void padding(Graphics2D g, Rectangle2D area) {
        g.setColor(theme.color(Token.BORDER));
        g.setStroke(ChartFrame.solid(1));
        for (int r = 0; r < data.values().length; r++) {
            if (!data.padding()[r]) {
                continue;
            }
            double y = area.getMinY() + r * cells.height() + 2;
            double bottom = y + cells.height() - 5;
            double end = area.getMinX() + data.units().length * cells.width() - 1;
            for (double x = area.getMinX(); x + (bottom - y) <= end; x += 8) {
                ChartFrame.line(g, x, bottom, x + (bottom - y), y);
            }
        }
    }

    private void names(Graphics2D g, Rectangle2D area) {
        for (int r = 0; r < data.rowNames().size(); r++) {
            g.setColor(theme.color(data.padding()[r] ? Token.MUTED : Token.FG));
            String name = TextWidth.fit(data.rowNames().get(r), ChartTheme.TEXT, cells.label() - 12);
            double y = area.getMinY() + (r + .5) * cells.height() - .5;
            ChartText.draw(g, name, area.getMinX() - 12, y, Anchor.END);
        }
        g.setColor(theme.color(Token.MUTED));
        double y = area.getMinY() + data.rowNames().size() * cells.height() + 10;
        int every = data.units().length <= EVERY ? 1 : EVERY;
        for (int c = 0; c < data.units().length; c += every) {
            double x = area.getMinX() + (cells.written() ? (c + .5) * cells.width() : c * cells.width());
            ChartText.draw(g, words.unit(data.units()[c]), x, y, cells.written() ? Anchor.MIDDLE : Anchor.START);
        }
    }

    private void scale(Graphics2D g, Rectangle2D area) {
        double y = area.getMinY() + data.rowNames().size() * cells.height() + 44;
        double x = area.getMinX();
        g.setColor(theme.color(Token.FG));
        String low = figures.plain(data.low());
        String high =
                data.scale() == HeatMapData.Scale.DIVERGING ? figures.signed(data.high()) : figures.plain(data.high());
        ChartText.draw(g, low, x, y, Anchor.START);
        x += TextWidth.of(low, ChartTheme.TEXT) + 8;
        for (int step = 0; step < STEPS; step++) {
            g.setColor(theme.color(token(step)));
            g.fill(new Rectangle2D.Double(x + step * SWATCH, y - 6, SWATCH, 12));
        }
        g.setColor(theme.color(Token.BORDER));
        g.setStroke(ChartFrame.solid(1));
        g.draw(new Rectangle2D.Double(x - .5, y - 6.5, STEPS * SWATCH + 1.0, 13));
        x += STEPS * SWATCH + 8;
        g.setColor(theme.color(Token.FG));
        ChartText.draw(g, high, x, y, Anchor.START);
        g.setColor(theme.color(Token.MUTED));
        legend(g, x + TextWidth.of(high, ChartTheme.TEXT) + 16, y, area.getMaxX());
    }

    /** In one line where there is room, else the quantity above the rest. */
    private void legend(Graphics2D g, double x, double y, double right) {
        String all = String.join(" · ", legend);
        if (x + TextWidth.of(all, ChartTheme.TEXT) <= right || legend.size() < 2) {
            ChartText.draw(g, all, x, y, Anchor.START);
            return;
        }
        ChartText.draw(g, legend.get(0), x, y - LINE / 2, Anchor.START);
        ChartText.draw(g, String.join(" · ", legend.subList(1, legend.size())), x, y + LINE / 2, Anchor.START);
    }

    private Rectangle2D cell(Rectangle2D area, int row, int column) {
        return new Rectangle2D.Double(
                area.getMinX() + column * cells.width(),
                area.getMinY() + row * cells.height(),
                cells.width() - 1,
                cells.height() - 1);
    }

    private Token token(int step) {
        Token first = data.scale() == HeatMapData.Scale.DIVERGING ? Token.DIV_0 : Token.SEQ_0;
        return Token.values()[first.ordinal() + step];
    }

    /** Text on a cell: the page's colour on strong cells, the text's on pale ones. */
    private Token ink(int step) {
        if (step < 0) {
            return Token.FG;
        }
        boolean diverging = data.scale() == HeatMapData.Scale.DIVERGING;
        boolean strong = diverging ? Math.abs(step - MIDDLE) >= 3 : step >= 5;
        return strong ? Token.BG : Token.FG;
    }
}
