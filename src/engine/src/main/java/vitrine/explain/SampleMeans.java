package vitrine.explain;

/**
 * Means of vectors that come one by one, with the standard error of each mean: the spread of the samples (n - 1 below)
 * over the square root of their number. Updated in place (Welford, 1962), so that a small spread around a large mean
 * survives. Not thread-safe.
 */
public final class SampleMeans {
    private final double[] mean;
    private final double[] squares;
    private int samples;

    /** @param length of each vector */
    public SampleMeans(int length) {
        this.mean = new double[length];
        this.squares = new double[length];
    }

    /** @param sample not changed */
    public void add(double[] sample) {
        samples++;
        for (int i = 0; i < mean.length; i++) {
            double before = sample[i] - mean[i];
            mean[i] += before / samples;
            squares[i] += before * (sample[i] - mean[i]);
        }
    }

    public double[] means() {
        return mean.clone();
    }

    /** One a mean; NaN while there are fewer than two samples. */
    public double[] standardErrors() {
        double[] errors = new double[mean.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = samples < 2 ? Double.NaN : Math.sqrt(squares[i] / (samples - 1.0) / samples);
        }
        return errors;
    }
}
