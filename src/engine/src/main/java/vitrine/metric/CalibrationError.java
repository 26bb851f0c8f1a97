package vitrine.metric;

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht, 2015): predictions in {@value #BINS} bins of equal width over
 * [0, 1]; the distance between mean prediction and share of positives in a bin, weighed by the bin's share of predictions.
 * From 0 to 1, lower is better.
 */
public final class CalibrationError {
    private static final int BINS = 10;

    private CalibrationError() {}

    /**
     * @param probabilities in [0, 1]
     * @return NaN without predictions
     */
    public static double of(double[] probabilities, boolean[] positive) {
        double[] predicted = new double[BINS];
        int[] happened = new int[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            predicted[bin] += probabilities[i];
            happened[bin] += positive[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(predicted[bin] - happened[bin]);
        }
        return probabilities.length == 0 ? Double.NaN : error / probabilities.length;
    }
}
