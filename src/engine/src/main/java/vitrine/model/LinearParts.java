package vitrine.model;

import java.util.ArrayList;
import java.util.List;
import vitrine.network.DifferentiableFunction;

/** The score of a linear model as a function of its history weights; the reference is the empty history. */
final class LinearParts {
    private LinearParts() {}

    /** @param slope what one unit of each history item's weight adds */
    static PartedScore of(Query query, double[] slope) {
        int n = slope.length;
        double[] point = new double[n];
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            point[i] = query.weights()[i];
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
        }
        return new PartedScore(parts, new Linear(slope), point, new double[n]);
    }

    /** {@code x · slope}. */
    private record Linear(double[] slope) implements DifferentiableFunction {
        @Override
        public int dimension() {
            return slope.length;
        }

        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i < slope.length; i++) {
                sum += x[i] * slope[i];
            }
            return sum;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            System.arraycopy(slope, 0, gradient, 0, slope.length);
            return value(x);
        }
    }
}
