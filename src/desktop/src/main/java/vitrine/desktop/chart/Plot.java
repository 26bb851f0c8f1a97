package vitrine.desktop.chart;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import vitrine.chart.Token;

/**
 * What a {@link PlotCanvas} draws: lines over one pair of axes.
 *
 * @param lines drawn in order, the last on top
 * @param marks vertical lines with a word
 * @param description one sentence that says what the picture says
 */
public record Plot(Axis x, Axis y, List<Line> lines, List<Mark> marks, String description) {
    /** Nothing to draw yet. */
    public static final Plot EMPTY = new Plot(
            new Axis(0, 1, new double[0], value -> ""),
            new Axis(0, 1, new double[0], value -> ""),
            List.of(),
            List.of(),
            "");

    public Plot {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** @param ticks where a label stands */
    public record Axis(double low, double high, double[] ticks, DoubleFunction<String> words) {
        double share(double value) {
            return high > low ? (value - low) / (high - low) : 0;
        }
    }

    /** How a line is drawn. */
    public enum Style {
        THIN,
        DOTTED_POINTS,
        FAINT,
        YARDSTICK,
        AREA,
        RUN,
        RUN_DASHED,
        RUN_DOTTED,
        RUN_MIXED;

        /** Whether it is one of several curves of equal rank, told apart by colour, dash and letter. */
        boolean isRun() {
            return ordinal() >= RUN.ordinal();
        }

        /** Lengths of strokes and gaps in pixels; none for a line without gaps. */
        double[] dash() {
            return switch (this) {
                case YARDSTICK -> new double[] {5, 4};
                case RUN_DASHED -> new double[] {9, 5};
                case RUN_DOTTED -> new double[] {2, 4};
                case RUN_MIXED -> new double[] {9, 4, 2, 4};
                default -> new double[0];
            };
        }
    }

    /**
     * @param label stands at the right end with the last value
     * @param y NaN leaves a gap
     * @param values the value in words, for labels and the read-out
     */
    public record Line(String label, double[] x, double[] y, Token color, Style style, DoubleFunction<String> values) {
        OptionalDouble last() {
            for (int i = y.length - 1; i >= 0; i--) {
                if (!Double.isNaN(y[i])) {
                    return OptionalDouble.of(y[i]);
                }
            }
            return OptionalDouble.empty();
        }

        /** Index of the point nearest to {@code at}; -1 without points. */
        int nearest(double at) {
            int found = Arrays.binarySearch(x, at);
            int right = found >= 0 ? found : -found - 1;
            if (right >= x.length) {
                return x.length - 1;
            }
            return right > 0 && at - x[right - 1] < x[right] - at ? right - 1 : right;
        }
    }

    /** @param y where a ring is drawn on the curve; NaN: none */
    public record Mark(double x, String words, double y) {}
}
