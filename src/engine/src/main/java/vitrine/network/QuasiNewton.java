package vitrine.network;

import java.util.Arrays;

/**
 * Finds a minimum of a smooth function by limited-memory BFGS: the direction comes from the last {@value #MEMORY} steps
 * (two-loop recursion), the step length from halving or doubling until the Wolfe conditions hold. Near the minimum, where
 * differences of values drown in rounding, the condition on slopes alone decides (Hager and Zhang, 2005). Deterministic.
 * Nocedal, "Updating Quasi-Newton Matrices with Limited Storage", Mathematics of Computation 35, 1980.
 */
public final class QuasiNewton {
    private static final int MEMORY = 12;
    private static final int TRIALS = 40;
    /** Least share of the promised fall. */
    private static final double FALL = 1e-4;
    /** Largest share of the first slope that may be left. */
    private static final double SLOPE = 0.9;
    /** Rise that is taken for rounding, as a share of the value. */
    private static final double ROUNDING = 1e-13;

    private final double tolerance;
    private final int mostSteps;

    /**
     * @param tolerance Euclidean length of the gradient at which the search ends
     * @param mostSteps steps after which it gives up
     */
    public QuasiNewton(double tolerance, int mostSteps) {
        this.tolerance = tolerance;
        this.mostSteps = mostSteps;
    }

    /**
     * Where a search ended.
     *
     * @param point coordinates
     * @param gradientNorm Euclidean length of the gradient there; above the tolerance when the search gave up
     */
    public record Minimum(double[] point, double value, double gradientNorm, int steps) {}

    /** @param start not changed */
    public Minimum of(DifferentiableFunction function, double[] start) {
        double[] alike = new double[start.length];
        Arrays.fill(alike, 1);
        return of(function, start, alike);
    }

    /**
     * @param start not changed
     * @param spread how far each coordinate is expected to move, squared: the better the guess, the fewer the steps
     */
    public Minimum of(DifferentiableFunction function, double[] start, double[] spread) {
        return new Search(function, start, spread).run();
    }

    private final class Search {
        private final DifferentiableFunction function;
        private final double[] spread;
        private final int n;
        private double[] x;
        private double[] gradient;
        private double value;
        private final double[][] moves = new double[MEMORY][];
        private final double[][] turns = new double[MEMORY][];
        private final double[] products = new double[MEMORY];
        private int kept;

        Search(DifferentiableFunction function, double[] start, double[] spread) {
            this.function = function;
            this.spread = spread;
            this.n = function.dimension();
            this.x = start.clone();
            this.gradient = new double[n];
            this.value = function.valueAndGradient(x, gradient);
        }

        Minimum run() {
            int steps = 0;
            while (norm(gradient) > tolerance && steps < mostSteps) {
                double[] direction = direction();
                if (!(dot(direction, gradient) < 0)) {
                    kept = 0;
                    direction = direction();
                }
                double first = kept == 0 ? 1 / Math.max(1, norm(gradient)) : 1;
                if (!move(direction, first)) {
                    if (kept == 0) {
                        break;
                    }
                    kept = 0;
                }
                steps++;
            }
            return new Minimum(x, value, norm(gradient), steps);
        }

        /** Bisection between a step too long and one too short. */
        private boolean move(double[] direction, double first) {
            double slope = dot(direction, gradient);
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double length = first;
            double[] there = new double[n];
            double[] slopes = new double[n];
            for (int trial = 0; trial < TRIALS; trial++) {
                for (int i = 0; i < n; i++) {
                    there[i] = x[i] + length * direction[i];
                }
                double reached = function.valueAndGradient(there, slopes);
                double left = dot(direction, slopes);
                boolean falls = reached <= value + FALL * length * slope
                        || (reached <= value + ROUNDING * Math.abs(value) && left <= (2 * FALL - 1) * slope);
                if (!falls) {
                    high = length;
                } else if (left < SLOPE * slope) {
                    low = length;
                } else {
                    accept(there, slopes, reached);
                    return true;
                }
                length = high == Double.POSITIVE_INFINITY ? 2 * length : (low + high) / 2;
            }
            return false;
        }

        private void accept(double[] there, double[] slopes, double reached) {
            double[] moved = new double[n];
            double[] turned = new double[n];
            for (int i = 0; i < n; i++) {
                moved[i] = there[i] - x[i];
                turned[i] = slopes[i] - gradient[i];
            }
            double product = dot(moved, turned);
            if (product > 0) {
                moves[kept % MEMORY] = moved;
                turns[kept % MEMORY] = turned;
                products[kept % MEMORY] = product;
                kept++;
            }
            x = there;
            gradient = slopes.clone();
            value = reached;
        }

        private double[] direction() {
            double[] q = gradient.clone();
            double[] weights = new double[MEMORY];
            int oldest = Math.max(0, kept - MEMORY);
            for (int k = kept - 1; k >= oldest; k--) {
                int i = k % MEMORY;
                weights[i] = dot(moves[i], q) / products[i];
                add(q, -weights[i], turns[i]);
            }
            if (kept > 0) {
                int newest = (kept - 1) % MEMORY;
                double turned = 0;
                for (int i = 0; i < n; i++) {
                    turned += spread[i] * turns[newest][i] * turns[newest][i];
                }
                scale(q, products[newest] / turned);
            }
            for (int i = 0; i < n; i++) {
                q[i] *= spread[i];
            }
            for (int k = oldest; k < kept; k++) {
                int i = k % MEMORY;
                add(q, weights[i] - dot(turns[i], q) / products[i], moves[i]);
            }
            scale(q, -1);
            return q;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] a, double by) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= by;
        }
    }
}
