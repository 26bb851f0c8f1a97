package vitrine.network.kernel;

/** A function applied to a layer's sums, row by row of {@code width} numbers, in place. */
public interface Squashing {
    /** Whether it leaves everything as it is. */
    boolean isIdentity();

    /** @param from first number; {@code to - from} is a multiple of {@code width} */
    void apply(float[] values, int from, int to, int width);

    /**
     * Derivatives before it from those behind it.
     *
     * @param outputs what {@link #apply} made
     */
    void pull(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width);
}
