package vitrine.network;

/** Stochastic gradient descent (Robbins and Monro, 1951): {@code w -= rate g}. */
public final class Sgd implements Optimizer {
    private final float learningRate;
    private long step;

    /** @param step steps already taken */
    public Sgd(double learningRate, long step) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("the learning rate must be above 0, not " + learningRate);
        }
        this.learningRate = (float) learningRate;
        this.step = step;
    }

    @Override
    public void beginStep() {
        step++;
    }

    @Override
    public long step() {
        return step;
    }

    /** A row without a gradient stays where it is. */
    @Override
    public boolean movesUntouchedRows() {
        return false;
    }

    @Override
    public Rule rule(String tensor, float[] weights, float[] gradients) {
        return (from, to, scale) -> move(weights, gradients, from, to, learningRate * scale);
    }

    private static void move(float[] w, float[] g, int from, int to, float rate) {
        for (int i = from; i < to; i++) {
            w[i] -= rate * g[i];
        }
    }
}
