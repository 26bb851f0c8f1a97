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
 * @param sampling how negatives are drawn
 * @param warmup over how many steps the learning rate rises evenly from 0 to its full value: below 1 a share of all steps,
 *     from 1 on a whole number of steps, at most 1,000,000; 0: none (Goyal and others, 2017)
 * @param clip longest gradient of a batch, as a Euclidean length over all parameters; longer ones are shortened to it, at
 *     most 1,000,000; 0: never (Pascanu and others, 2013)
 */
public record TrainingSettings(
        int epochs,
        int batch,
        double learningRate,
        int negatives,
        int patience,
        double weightDecay,
        Sampling sampling,
        double warmup,
        double clip) {
    public static final TrainingSettings DEFAULTS = new TrainingSettings(20, 1024, 1e-3, 4, 5, 0);

    public TrainingSettings {
        require("epochs", epochs, 1, 1000);
        require("batch", batch, 2, 65_536);
        require("lr", learningRate, 1e-9, 1);
        require("negatives", negatives, 1, 100);
        require("patience", patience, 0, 1000);
        require("weight-decay", weightDecay, 0, 1);
        require("warmup", warmup, 0, 1_000_000);
        require("clip", clip, 0, 1_000_000);
        if (warmup >= 1 && warmup != Math.rint(warmup)) {
            throw new WrongUsageException(
                    "--warmup must be a share below 1 or a whole number of steps, not " + warmup + ".");
        }
    }

    /** Uniform negatives, no warm-up, no clipping. */
    public TrainingSettings(
            int epochs, int batch, double learningRate, int negatives, int patience, double weightDecay) {
        this(epochs, batch, learningRate, negatives, patience, weightDecay, Sampling.UNIFORM, 0, 0);
    }

    /** The same for another number of epochs. */
    public TrainingSettings withEpochs(int other) {
        return new TrainingSettings(
                other, batch, learningRate, negatives, patience, weightDecay, sampling, warmup, clip);
    }

    /** The same at another learning rate. */
    public TrainingSettings withLearningRate(double other) {
        return new TrainingSettings(epochs, batch, other, negatives, patience, weightDecay, sampling, warmup, clip);
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

    /**
     * @param step from 1
     * @param steps of the whole training
     */
    public double learningRateAt(long step, long steps) {
        double rising = warmup < 1 ? Math.ceil(warmup * steps) : warmup;
        return step < rising ? learningRate * step / rising : learningRate;
    }
}
