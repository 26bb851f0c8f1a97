package vitrine.model;

/** Rows of tables, between single and double precision. */
final class Rows {
    private Rows() {}

    static double[] of(float[] table, int row, int width) {
        double[] numbers = new double[width];
        for (int i = 0; i < width; i++) {
            numbers[i] = table[row * width + i];
        }
        return numbers;
    }

    /** Numbers {@code from} (inclusive) to {@code to} (exclusive). */
    static float[] floats(double[] numbers, int from, int to) {
        float[] rounded = new float[to - from];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) numbers[from + i];
        }
        return rounded;
    }

    static double[] joined(double[] first, double[] second) {
        double[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
