package vitrine.explain;

import vitrine.network.DifferentiableFunction;

/** Model ML of the reference cases: s = x1 + x2 + x3, h = relu(s - 10, s + 1, s + 1, s + 1), out = sum(h) - 1. */
public final class ReluTestNet implements DifferentiableFunction {
    private static final double[] BIAS = {-10, 1, 1, 1};

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public double value(double[] x) {
        return valueAndGradient(x, new double[3]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double s = x[0] + x[1] + x[2];
        double out = -1;
        double slope = 0;
        for (double bias : BIAS) {
            out += Math.max(s + bias, 0);
            slope += s + bias > 0 ? 1 : 0;
        }
        for (int i = 0; i < 3; i++) {
            gradient[i] = slope;
        }
        return out;
    }
}
