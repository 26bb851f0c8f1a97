package vitrine.network;

/**
 * Numbers with a shape, row-major. The array is live: kernels write into it.
 *
 * @param shape dimensions, outermost first
 * @param values as many as the product of the dimensions
 */
public record Tensor(int[] shape, float[] values) {
    public Tensor {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(values.length + " values do not fill the shape");
        }
    }

    public static Tensor zeros(int... shape) {
        return new Tensor(shape, new float[Math.toIntExact(size(shape))]);
    }

    /** Product of the dimensions. */
    public static long size(int[] shape) {
        long size = 1;
        for (int dimension : shape) {
            size = Math.multiplyExact(size, (long) dimension);
        }
        return size;
    }
}
