package vitrine.metric;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's t-test of paired differences against a mean of 0, two-sided.
 *
 * @param n pairs
 * @param mean of the differences
 * @param t the statistic; 0 when all differences are 0, infinite when all are the same other number
 * @param p two-sided; 1 when all differences are 0, NaN below two pairs
 */
public record PairedT(int n, double mean, double t, double p) {
    /** @param differences finite, one a pair, at least one */
    public static PairedT of(double[] differences) {
        int n = differences.length;
        MeanInterval interval = MeanInterval.of(differences);
        if (n < 2) {
            return new PairedT(n, interval.mean(), Double.NaN, Double.NaN);
        }
        if (Arrays.stream(differences).allMatch(d -> d == 0)) {
            return new PairedT(n, 0, 0, 1);
        }
        double t = interval.mean() / (interval.sd() / Math.sqrt(n));
        double p = 2 * new TDistribution(null, n - 1.0).cumulativeProbability(-Math.abs(t));
        return new PairedT(n, interval.mean(), t, p);
    }
}
