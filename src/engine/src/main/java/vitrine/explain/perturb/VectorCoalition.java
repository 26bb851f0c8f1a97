package vitrine.explain.perturb;

import java.util.function.ToDoubleFunction;

/** A function of a vector, with parts that are groups of coordinates. */
public final class VectorCoalition implements CoalitionFunction {
    private final ToDoubleFunction<double[]> function;
    private final double[] point;
    private final double[] reference;
    private final int[][] groups;

    /** @param groups coordinates of each part; coordinates in no group stay at {@code point} */
    public VectorCoalition(ToDoubleFunction<double[]> function, double[] point, double[] reference, int[]... groups) {
        this.function = function;
        this.point = point.clone();
        this.reference = reference.clone();
        this.groups = groups.clone();
    }

    /** Every coordinate is its own part. */
    public static VectorCoalition ofCoordinates(
            ToDoubleFunction<double[]> function, double[] point, double[] reference) {
        int[][] groups = new int[point.length][];
        for (int i = 0; i < point.length; i++) {
            groups[i] = new int[] {i};
        }
        return new VectorCoalition(function, point, reference, groups);
    }

    @Override
    public int parts() {
        return groups.length;
    }

    @Override
    public double value(boolean[] present) {
        double[] x = point.clone();
        for (int part = 0; part < groups.length; part++) {
            if (!present[part]) {
                for (int coordinate : groups[part]) {
                    x[coordinate] = reference[coordinate];
                }
            }
        }
        return function.applyAsDouble(x);
    }
}
