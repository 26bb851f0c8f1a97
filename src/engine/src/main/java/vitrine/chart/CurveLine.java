package vitrine.chart;

import java.awt.Stroke;

/**
 * A line of a curve chart.
 *
 * @param label stands at its right end, with the last value where the chart prints values
 * @param y one value an x; NaN leaves a gap
 * @param dots a dot at every point: few points, measured, not smoothed
 */
record CurveLine(String label, double[] x, double[] y, Token color, Dash dash, double width, boolean dots) {
    /** How the line is broken, so that colour is not the only difference. */
    enum Dash {
        SOLID,
        DASHED,
        DASH_DOT;

        Stroke stroke(double width) {
            return switch (this) {
                case SOLID -> ChartFrame.solid(width);
                case DASHED -> ChartFrame.dashed(width);
                case DASH_DOT -> ChartFrame.dashDot(width);
            };
        }
    }

    /** A level that needs no training: dashed and muted across the whole width. */
    static CurveLine yardstick(String label, double[] xLimits, double value) {
        return new CurveLine(
                label, xLimits.clone(), new double[] {value, value}, Token.YARDSTICK, Dash.DASHED, 1.25, false);
    }

    /** The last value that is a number, or NaN. */
    double last() {
        for (int i = y.length - 1; i >= 0; i--) {
            if (!Double.isNaN(y[i])) {
                return y[i];
            }
        }
        return Double.NaN;
    }
}
