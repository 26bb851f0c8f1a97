package vitrine.network;

/**
 * A scalar function of a vector with its gradient: what attribution algorithms are written over, so that the same code
 * runs on a recommender's score and on the small exact cases of the literature.
 */
public interface DifferentiableFunction {
    int dimension();

    /**
     * f(x).
     *
     * @param x {@code dimension()} coordinates, not changed
     */
    double value(double[] x);

    /**
     * f(x) and its gradient.
     *
     * @param gradient receives {@code dimension()} partial derivatives
     * @return f(x)
     */
    double valueAndGradient(double[] x, double[] gradient);
}
