package vitrine.train;

import vitrine.run.WrongUsageException;

/**
 * How a neural model is taught.
 *
 * @param epochs passes over the data, 1 to 1000
 * @param batch examples a step (positives and negatives together), 2 to 65536
 * @param learningRate Adam's, in (0, 1]
 * @param negatives sampled negatives a positive, 1 to 100
 * @param patience stop when validation nDCG@10 has not improved for so many epochs; 0: never
 * @param weightDecay L2 pull towards 0, added to the gradient, 0 to 1
 */
public record TrainingSettings(
        int epochs, int batch, double learningRate, int negatives, int patience, double weightDecay) {
    public static final TrainingSettings DEFAULTS = new TrainingSettings(20, 1024, 1e-3, 4, 5, 0);

    public TrainingSettings {
        require("epochs", epochs, 1, 1000);
        require("batch", batch, 2, 65_536);
        require("lr", learningRate, 1e-9, 1);
        require("negatives", negatives, 1, 100);
        require("patience", patience, 0, 1000);
        require("weight-decay", weightDecay, 0, 1);
    }

    private static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new WrongUsageException("--" + name + " must lie between " + number(low) + " and " + number(high)
                    + ", not " + number(value) + ".");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Positives with their negatives that fit into one batch, at least one. */
    public int groupsPerBatch() {
        return Math.max(1, batch / (1 + negatives));
    }
}
