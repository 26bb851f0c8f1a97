package vitrine.network;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015). Exact unless asked otherwise: every parameter moves at every step, also rows without a
 * gradient, whose moments keep decaying. One pass over the parameters, in blocks that threads may share: each number is
 * touched by one block only, so the bytes do not depend on the threads.
 */
public final class Adam implements Optimizer {
    /** Which of the paper's two forms; they differ in how epsilon is scaled by the bias correction. */
    public enum Form {
        /** Algorithm 1: {@code m^ / (sqrt(v^) + eps)}; PyTorch's. */
        ALGORITHM_1,
        /** End of section 2: {@code lr_t m / (sqrt(v) + eps)}; DL4J's and TensorFlow 1's. */
        EPSILON_HAT
    }

    /** What happens to table rows that a batch did not look up. */
    public enum Rows {
        /** The paper's: their moments decay and they move on by them. */
        EXACT,
        /**
         * They and their moments stay as they are. Faster on large tables, and another rule: a row looked up rarely keeps
         * its old moments and is moved by them once, at its next step, in place of at every step between.
         */
        LAZY
    }

    private static final int BLOCK = 1 << 14;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private double learningRate;
    private final Form form;
    private final Rows rows;
    private final Parameters firstMoment;
    private final Parameters secondMoment;
    private long step;
    private float rate;
    private float unbias;

    public Adam(Network network, double learningRate, Form form) {
        this(network, learningRate, form, Rows.EXACT);
    }

    public Adam(Network network, double learningRate, Form form, Rows rows) {
        this.learningRate = checked(learningRate);
        this.form = form;
        this.rows = rows;
        this.firstMoment = Parameters.zeros(network);
        this.secondMoment = Parameters.zeros(network);
    }

    private static double checked(double rate) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("the learning rate must lie in (0, 1], not " + rate);
        }
        return rate;
    }

    @Override
    public void learningRate(double rate) {
        learningRate = checked(rate);
    }

    @Override
    public OptimizerState state() {
        return new OptimizerState(step, firstMoment.copy(), secondMoment.copy());
    }

    @Override
    public void restore(OptimizerState state) {
        firstMoment.set(state.firstMoment());
        secondMoment.set(state.secondMoment());
        step = state.step();
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public boolean movesUntouchedRows() {
        return rows == Rows.EXACT;
    }

    @Override
    public void beginStep() {
        step++;
        double correction1 = 1 - Math.pow(BETA1, (double) step);
        double correction2 = 1 - Math.pow(BETA2, (double) step);
        rate = (float)
                (form == Form.ALGORITHM_1
                        ? learningRate / correction1
                        : learningRate * Math.sqrt(correction2) / correction1);
        unbias = form == Form.ALGORITHM_1 ? (float) (1 / Math.sqrt(correction2)) : 1f;
    }

    @Override
    public Rule rule(String tensor, float[] weights, float[] gradients) {
        float[] m = firstMoment.values(tensor);
        float[] v = secondMoment.values(tensor);
        return (from, to, scale) -> move(weights, gradients, m, v, from, to, rate, unbias, scale);
    }

    /** One exact step of all parameters against {@code gradients}, which are left as they are. */
    public void update(Parameters parameters, Parameters gradients, vitrine.run.Workers workers) {
        beginStep();
        for (String name : List.copyOf(parameters.tensors().keySet())) {
            float[] w = parameters.values(name);
            Rule rule = rule(name, w, gradients.values(name));
            workers.forEach((w.length + BLOCK - 1) / BLOCK, (block, worker) -> {
                int from = block * BLOCK;
                rule.move(from, Math.min(w.length, from + BLOCK), 1f);
            });
        }
    }

    private static void move(
            float[] w, float[] g, float[] m, float[] v, int from, int to, float rate, float unbias, float scale) {
        float b1 = (float) BETA1;
        float b2 = (float) BETA2;
        float c1 = (float) (1 - BETA1);
        float c2 = (float) (1 - BETA2);
        float eps = (float) EPSILON;
        for (int i = from; i < to; i++) {
            float gi = scale * g[i];
            float mi = b1 * m[i] + c1 * gi;
            float vi = b2 * v[i] + c2 * gi * gi;
            m[i] = mi;
            v[i] = vi;
            w[i] -= rate * mi / ((float) Math.sqrt(vi) * unbias + eps);
        }
    }
}
