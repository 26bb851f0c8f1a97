package vitrine.train;

/** Sums over the examples of one step: binary cross-entropy, examples on the right side of 0.5, examples. */
public record StepOutcome(double lossSum, long right, long examples) {
    public static final StepOutcome NOTHING = new StepOutcome(0, 0, 0);

    public StepOutcome plus(StepOutcome other) {
        return new StepOutcome(lossSum + other.lossSum, right + other.right, examples + other.examples);
    }

    public double meanLoss() {
        return lossSum / examples;
    }

    public double accuracy() {
        return (double) right / examples;
    }
}
