package vitrine.desktop.chart;

import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import vitrine.chart.ContributionChart;

/**
 * Contribution bars: each row can be read.
 *
 * @param reading what a row says
 */
public record BarsPicture(ContributionChart chart, IntFunction<String> reading) implements Picture {
    @Override
    public int parts() {
        return chart.rows().rows().size();
    }

    @Override
    public OptionalInt at(double x, double y, double height) {
        return chart.rowAt(y, height);
    }

    @Override
    public Rectangle2D place(int part, double width, double height) {
        double pitch = chart.pitch(height);
        return new Rectangle2D.Double(1, part * pitch + 1, width - 2, pitch - 2);
    }

    @Override
    public String words(int part) {
        return reading.apply(part);
    }

    @Override
    public int step(int part, int right, int down) {
        return Math.max(0, Math.min(parts() - 1, part + down));
    }
}
