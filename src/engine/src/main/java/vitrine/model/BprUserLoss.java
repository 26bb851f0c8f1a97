package vitrine.model;

import java.util.Arrays;
import vitrine.network.DifferentiableFunction;

/**
 * The loss of {@link Bpr} as a function of one user's vector p, convex:
 *
 * <pre>sum over chosen i of w_i mean over others j of softplus(p q_j + b_j - p q_i - b_i)</pre>
 *
 * @param chosen rows of the chosen items
 * @param others rows of the others
 */
record BprUserLoss(double[][] chosen, double[][] others, double[] chosenBiases, double[] otherBiases, float[] weights)
        implements DifferentiableFunction {
    @Override
    public int dimension() {
        return chosen[0].length;
    }

    @Override
    public double value(double[] x) {
        return valueAndGradient(x, new double[x.length]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        double[] low = scores(others, otherBiases, x);
        double[] pullDown = new double[others.length];
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i < chosen.length; i++) {
            double own = chosenBiases[i] + dot(chosen[i], x);
            double share = weights[i] / others.length;
            double pullUp = 0;
            for (int j = 0; j < low.length; j++) {
                double behind = low[j] - own;
                double power = Math.exp(-Math.abs(behind));
                double wrong = (behind > 0 ? 1 : power) / (1 + power);
                sum += share * (Math.max(behind, 0) + Math.log1p(power));
                pullUp += share * wrong;
                pullDown[j] += share * wrong;
            }
            add(gradient, -pullUp, chosen[i]);
        }
        for (int j = 0; j < low.length; j++) {
            add(gradient, pullDown[j], others[j]);
        }
        return sum;
    }

    private static double[] scores(double[][] rows, double[] biases, double[] x) {
        double[] scores = new double[rows.length];
        Arrays.setAll(scores, j -> biases[j] + dot(rows[j], x));
        return scores;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
