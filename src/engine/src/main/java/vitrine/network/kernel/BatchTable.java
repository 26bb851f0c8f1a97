package vitrine.network.kernel;

import java.util.Arrays;

/**
 * Output of one layer for a batch, example-major, and the loss's derivative with respect to it. The arrays are live:
 * kernels and callers write into them.
 */
public final class BatchTable {
    public final String layer;
    public final int positions;
    public final int width;
    /** Numbers of one example: {@code positions * width}. */
    public final int size;

    public final float[] values;
    public final float[] gradients;

    public BatchTable(String layer, int positions, int width, int capacity) {
        this.layer = layer;
        this.positions = positions;
        this.width = width;
        this.size = positions * width;
        int numbers = Math.multiplyExact(size, capacity);
        this.values = new float[numbers];
        this.gradients = new float[numbers];
    }

    public void clearGradients(int from, int to) {
        Arrays.fill(gradients, from * size, to * size, 0f);
    }

    void scaleGradients(int example, float factor) {
        scale(gradients, example * size, size, factor);
    }

    static void scale(float[] numbers, int from, int length, float factor) {
        for (int i = from; i < from + length; i++) {
            numbers[i] *= factor;
        }
    }
}
