package vitrine.explain;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import vitrine.network.DifferentiableFunction;

/** A function written out by hand with its gradient. */
public record TestFunction(int dimension, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient)
        implements DifferentiableFunction {
    @Override
    public double value(double[] x) {
        return f.applyAsDouble(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] into) {
        double[] g = gradient.apply(x);
        System.arraycopy(g, 0, into, 0, g.length);
        return value(x);
    }
}
