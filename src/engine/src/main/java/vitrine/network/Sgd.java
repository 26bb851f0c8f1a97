package vitrine.network;

import java.util.Map;

/** Stochastic gradient descent (Robbins and Monro, 1951): {@code w -= rate g}. */
public final class Sgd implements Optimizer {
    private float learningRate;
    private long step;

    /** @param step steps already taken */
    public Sgd(double learningRate, long step) {
        this.learningRate = checked(learningRate);
        this.step = step;
    }

    private static float checked(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("the learning rate must be above 0, not " + rate);
        }
        return (float) rate;
    }

    @Override
    public void learningRate(double rate) {
        learningRate = checked(rate);
    }

    /** The number of steps is all there is to remember. */
    @Override
    public OptimizerState state() {
        return new OptimizerState(step, new Parameters(Map.of()), new Parameters(Map.of()));
    }

    @Override
    public void restore(OptimizerState state) {
        step = state.step();
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
