package vitrine.metric;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * A mean with its 95 % interval by the percentile bootstrap (Efron, 1979): the units are drawn with replacement, as many as
 * there are, again and again; the interval holds the middle 95 % of the means. For paired samples the values are the
 * differences. Units that hang together (answers about one rule) are drawn together, as a cluster.
 *
 * @param n values in all
 */
public record BootstrapInterval(double mean, double low, double high, int n) {
    /** Enough for two digits of the ends. */
    public static final int DRAWS = 2_000;

    private static final Percentile LOW = new Percentile(2.5).withEstimationType(Percentile.EstimationType.R_7);
    private static final Percentile HIGH = new Percentile(97.5).withEstimationType(Percentile.EstimationType.R_7);

    /**
     * @param values finite, one a unit, at least one
     * @param random uniform in [0, bound) for a bound
     */
    public static BootstrapInterval of(double[] values, IntUnaryOperator random) {
        return ofClusters(Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new), random);
    }

    /**
     * @param clusters finite values that hang together, none of them empty, at least one
     * @param random uniform in [0, bound) for a bound
     */
    public static BootstrapInterval ofClusters(double[][] clusters, IntUnaryOperator random) {
        double[] sums = Arrays.stream(clusters)
                .mapToDouble(cluster -> Arrays.stream(cluster).sum())
                .toArray();
        int n = Arrays.stream(clusters).mapToInt(cluster -> cluster.length).sum();
        if (n == 0 || Arrays.stream(clusters).anyMatch(cluster -> cluster.length == 0)) {
            throw new IllegalArgumentException("an interval needs at least one value, and no cluster may be empty");
        }
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < clusters.length; i++) {
                int drawn = random.applyAsInt(clusters.length);
                sum += sums[drawn];
                count += clusters[drawn].length;
            }
            means[draw] = sum / count;
        }
        double mean = Arrays.stream(sums).sum() / n;
        return new BootstrapInterval(
                mean, LOW.copy().evaluate(means), HIGH.copy().evaluate(means), n);
    }
}
