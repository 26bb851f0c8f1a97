package vitrine.metric;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Spearman's rank correlation, ties getting their average rank: -1 opposite order, 1 the same order. */
public final class Spearman {
    private Spearman() {}

    /**
     * @param a no NaN
     * @param b as long as {@code a}, no NaN
     * @return NaN when either has fewer than two values or is constant: then there is no order to compare
     */
    public static double of(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " values but " + b.length + " values");
        }
        return a.length < 2 ? Double.NaN : new SpearmansCorrelation().correlation(a, b);
    }
}
