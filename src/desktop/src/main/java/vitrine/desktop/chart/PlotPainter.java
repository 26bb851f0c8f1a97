package vitrine.desktop.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import vitrine.chart.Token;

/** Draws one plot once. */
final class PlotPainter {
    /** Between two labels, in pixels. */
    private static final double GAP = 8;

    private static final double LINE = 16;
    private final GraphicsContext g;
    private final PlotFrame frame;
    private final Plot plot;
    private final Palette palette;

    PlotPainter(GraphicsContext g, PlotFrame frame, Palette palette) {
        this.g = g;
        this.frame = frame;
        this.plot = frame.plot();
        this.palette = palette;
    }

    /** @param reading where the reading line stands, NaN for nowhere */
    void paint(double reading, boolean focused) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        g.setFont(Font.font(PlotFrame.TEXT));
        axes();
        for (Plot.Line line : plot.lines()) {
            line(line);
        }
        marks();
        endLabels();
        if (!Double.isNaN(reading)) {
            readingLine(reading);
        }
        if (focused) {
            stroke(palette.color(Token.ACCENT), 2);
            g.strokeRoundRect(1, 1, g.getCanvas().getWidth() - 2, g.getCanvas().getHeight() - 2, 6, 6);
        }
    }

    private void axes() {
        g.setTextBaseline(VPos.CENTER);
        for (double tick : plot.y().ticks()) {
            double y = Math.rint(frame.y(tick)) + .5;
            stroke(palette.color(Token.BORDER, tick == plot.y().low() ? 1 : .55), 1);
            g.strokeLine(frame.left(), y, frame.right(), y);
            text(plot.y().words().apply(tick), frame.left() - 6, y, TextAlignment.RIGHT, palette.color(Token.MUTED));
        }
        stroke(palette.color(Token.BORDER), 1);
        g.strokeLine(frame.left(), Math.rint(frame.bottom()) + .5, frame.right(), Math.rint(frame.bottom()) + .5);
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : plot.x().ticks()) {
            String words = plot.x().words().apply(tick);
            double half = PlotFrame.width(words) / 2;
            double x = frame.x(tick);
            if (x - half > free) {
                text(words, x, frame.bottom() + 13, TextAlignment.CENTER, palette.color(Token.MUTED));
                free = x + half + 8;
            }
        }
    }

    private void line(Plot.Line line) {
        Color color = palette.color(line.color(), line.style() == Plot.Style.FAINT ? .3 : 1);
        if (line.style() == Plot.Style.AREA) {
            area(line, color);
            return;
        }
        stroke(color, width(line.style()));
        g.setLineDashes(line.style().dash());
        g.beginPath();
        boolean down = false;
        for (int i : Decimation.of(line.y(), (int) Math.max(1, frame.right() - frame.left()))) {
            if (Double.isNaN(line.y()[i])) {
                down = false;
            } else if (down) {
                g.lineTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
            } else {
                g.moveTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
                down = true;
            }
        }
        g.stroke();
        g.setLineDashes();
        boolean points =
                line.style() == Plot.Style.DOTTED_POINTS || line.style().isRun();
        if (points && line.x().length <= 120) {
            g.setFill(color);
            for (int i = 0; i < line.x().length; i++) {
                if (!Double.isNaN(line.y()[i])) {
                    g.fillOval(frame.x(line.x()[i]) - 2.5, frame.y(line.y()[i]) - 2.5, 5, 5);
                }
            }
        }
    }

    private void area(Plot.Line line, Color color) {
        if (line.x().length == 0) {
            return;
        }
        g.beginPath();
        g.moveTo(frame.x(line.x()[0]), frame.bottom());
        for (int i = 0; i < line.x().length; i++) {
            g.lineTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
        }
        g.lineTo(frame.x(line.x()[line.x().length - 1]), frame.bottom());
        g.closePath();
        g.setFill(Color.color(color.getRed(), color.getGreen(), color.getBlue(), .18));
        g.fill();
        stroke(color, 1.5);
        g.beginPath();
        for (int i = 0; i < line.x().length; i++) {
            if (i == 0) {
                g.moveTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
            } else {
                g.lineTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
            }
        }
        g.stroke();
    }

    private static double width(Plot.Style style) {
        return style == Plot.Style.DOTTED_POINTS || style.isRun() ? 2 : 1.25;
    }

    /** From the right: a label that would cover the one before is moved left of it, and that one says no more than it must. */
    private void marks() {
        List<Plot.Mark> fromRight = plot.marks().stream()
                .sorted(Comparator.comparingDouble(Plot.Mark::x).reversed())
                .toList();
        double free = Double.POSITIVE_INFINITY;
        for (int i = 0; i < fromRight.size(); i++) {
            Plot.Mark mark = fromRight.get(i);
            line(mark);
            boolean crowded = i + 1 < fromRight.size()
                    && labelStart(mark, mark.words(), free) - GAP
                            < frame.x(fromRight.get(i + 1).x())
                                    + PlotFrame.width(fromRight.get(i + 1).words()) / 2;
            String words = crowded ? mark.words().replaceFirst(" *[(（].*", "") : mark.words();
            double start = labelStart(mark, words, free);
            text(words, start, frame.top() - 9, TextAlignment.LEFT, palette.color(Token.FG));
            free = start - GAP;
        }
    }

    /** Over its line, inside the frame, and left of what is taken. */
    private double labelStart(Plot.Mark mark, String words, double free) {
        double width = PlotFrame.width(words);
        return Math.max(frame.left(), Math.min(frame.x(mark.x()) - width / 2, Math.min(frame.right(), free) - width));
    }

    private void line(Plot.Mark mark) {
        double x = Math.rint(frame.x(mark.x())) + .5;
        stroke(palette.color(Token.MUTED), 1);
        g.setLineDashes(2, 3);
        g.strokeLine(x, frame.top(), x, frame.bottom());
        g.setLineDashes();
        if (!Double.isNaN(mark.y())) {
            stroke(palette.color(Token.FG), 1.5);
            g.strokeOval(frame.x(mark.x()) - 5, frame.y(mark.y()) - 5, 10, 10);
        }
    }

    private record End(String words, double wanted, Token color) {}

    /** Labels at the right ends, pushed apart so that none covers another. */
    private void endLabels() {
        List<End> ends = new ArrayList<>();
        for (Plot.Line line : plot.lines()) {
            if (!line.label().isEmpty() && line.last().isPresent()) {
                boolean yardstick = line.style() == Plot.Style.YARDSTICK;
                ends.add(new End(
                        PlotFrame.endLabel(line),
                        frame.y(line.last().getAsDouble()),
                        yardstick ? Token.MUTED : line.color()));
            }
        }
        ends.sort(Comparator.comparingDouble(End::wanted));
        double[] y = new double[ends.size()];
        double free = frame.top() - 4;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(ends.get(i).wanted(), free);
            free = y[i] + LINE;
        }
        double limit = frame.bottom();
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], limit);
            limit = y[i] - LINE;
            text(
                    ends.get(i).words(),
                    frame.right() + 6,
                    y[i],
                    TextAlignment.LEFT,
                    palette.color(ends.get(i).color()));
        }
    }

    private void readingLine(double reading) {
        double x = Math.rint(frame.x(reading)) + .5;
        stroke(palette.color(Token.FG, .6), 1);
        g.strokeLine(x, frame.top(), x, frame.bottom());
    }

    private void stroke(Color color, double width) {
        g.setStroke(color);
        g.setLineWidth(width);
    }

    private void text(String words, double x, double y, TextAlignment alignment, Color color) {
        g.setFill(color);
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, y);
    }
}
