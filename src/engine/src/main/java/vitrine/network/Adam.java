package vitrine.network;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015), exact and dense: every parameter moves at every step, also rows without a gradient, whose
 * moments keep decaying. One pass over the parameters, in blocks that threads may share: each number is touched by one
 * block only, so the bytes do not depend on the threads.
 */
public final class Adam {
    /** Which of the paper's two forms; they differ in how epsilon is scaled by the bias correction. */
    public enum Form {
        /** Algorithm 1: {@code m^ / (sqrt(v^) + eps)}; PyTorch's. */
        ALGORITHM_1,
        /** End of section 2: {@code lr_t m / (sqrt(v) + eps)}; DL4J's and TensorFlow 1's. */
        EPSILON_HAT
    }

    private static final int BLOCK = 1 << 14;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double learningRate;
    private final Form form;
    private final Parameters firstMoment;
    private final Parameters secondMoment;
    private long step;

    public Adam(Network network, double learningRate, Form form) {
        this(learningRate, form, Parameters.zeros(network), Parameters.zeros(network), 0);
    }

    /** Continues from saved moments. */
    public Adam(double learningRate, Form form, Parameters firstMoment, Parameters secondMoment, long step) {
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("the learning rate must lie in (0, 1], not " + learningRate);
        }
        this.learningRate = learningRate;
        this.form = form;
        this.firstMoment = firstMoment;
        this.secondMoment = secondMoment;
        this.step = step;
    }

    public Parameters firstMoment() {
        return firstMoment;
    }

    public Parameters secondMoment() {
        return secondMoment;
    }

    public long step() {
        return step;
    }

    /** One step against {@code gradients}, which are left as they are. */
    public void update(Parameters parameters, Parameters gradients, vitrine.run.Workers workers) {
        step++;
        double correction1 = 1 - Math.pow(BETA1, (double) step);
        double correction2 = 1 - Math.pow(BETA2, (double) step);
        float rate = (float)
                (form == Form.ALGORITHM_1
                        ? learningRate / correction1
                        : learningRate * Math.sqrt(correction2) / correction1);
        float unbias = form == Form.ALGORITHM_1 ? (float) (1 / Math.sqrt(correction2)) : 1f;
        for (String name : List.copyOf(parameters.tensors().keySet())) {
            float[] w = parameters.values(name);
            float[] g = gradients.values(name);
            float[] m = firstMoment.values(name);
            float[] v = secondMoment.values(name);
            workers.forEach((w.length + BLOCK - 1) / BLOCK, (block, worker) -> {
                int from = block * BLOCK;
                move(w, g, m, v, from, Math.min(w.length, from + BLOCK), rate, unbias);
            });
        }
    }

    private static void move(float[] w, float[] g, float[] m, float[] v, int from, int to, float rate, float unbias) {
        float b1 = (float) BETA1;
        float b2 = (float) BETA2;
        float c1 = (float) (1 - BETA1);
        float c2 = (float) (1 - BETA2);
        float eps = (float) EPSILON;
        for (int i = from; i < to; i++) {
            float gi = g[i];
            float mi = b1 * m[i] + c1 * gi;
            float vi = b2 * v[i] + c2 * gi * gi;
            m[i] = mi;
            v[i] = vi;
            w[i] -= rate * mi / ((float) Math.sqrt(vi) * unbias + eps);
        }
    }
}
