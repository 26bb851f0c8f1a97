package vitrine.metric;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean with its 95 % interval by Student's t distribution.
 *
 * @param mean of the values
 * @param sd standard deviation with n - 1 below; NaN for one value
 * @param low lower end of the interval; NaN for one value
 * @param high upper end of the interval; NaN for one value
 * @param n number of values
 */
public record MeanInterval(double mean, double sd, double low, double high, int n) {
    private static final double UPPER = .975;

    /** @param values finite, at least one */
    public static MeanInterval of(double[] values) {
        int n = values.length;
        if (n == 0) {
            throw new IllegalArgumentException("an interval needs at least one value");
        }
        double mean = Arrays.stream(values).sum() / n;
        if (n == 1) {
            return new MeanInterval(mean, Double.NaN, Double.NaN, Double.NaN, 1);
        }
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double sd = Math.sqrt(squares / (n - 1));
        double half = new TDistribution(null, n - 1.0).inverseCumulativeProbability(UPPER) * sd / Math.sqrt(n);
        return new MeanInterval(mean, sd, mean - half, mean + half, n);
    }
}
