package vitrine.action;

import vitrine.metric.MeanInterval;

/**
 * A mean with its 95 % interval by Student's t distribution.
 *
 * @param sd standard deviation of the values; NaN for one value, as are the ends
 * @param n number of values
 */
public record Interval(double mean, double sd, double low, double high, int n) {
    static Interval of(double[] values) {
        MeanInterval interval = MeanInterval.of(values);
        return new Interval(interval.mean(), interval.sd(), interval.low(), interval.high(), interval.n());
    }
}
