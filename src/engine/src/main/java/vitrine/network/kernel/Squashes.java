package vitrine.network.kernel;

/** The usual activations and their derivatives from the output, over stretches of numbers. */
public final class Squashes {
    private Squashes() {}

    public static void relu(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Math.max(values[i], 0f);
        }
    }

    public static void sigmoid(float[] values, int from, int to) {
        Arithmetic.fastest().sigmoid(values, from, to);
    }

    public static void tanh(float[] values, int from, int to) {
        Arithmetic.fastest().tanh(values, from, to);
    }

    /** Rows of {@code width} numbers, each made positive with sum 1; the largest is taken off first, so nothing overflows. */
    public static void softmax(float[] values, int from, int to, int width) {
        Arithmetic arithmetic = Arithmetic.fastest();
        for (int row = from; row < to; row += width) {
            float largest = arithmetic.largest(values, row, width);
            float share = (float) (1 / arithmetic.sumOfExp(largest, values, row, width));
            arithmetic.exp(share, largest, values, row, values, row, width);
        }
    }

    /** At the kink the left derivative, 0. */
    public static void pullRelu(float[] outputs, float[] gradients, float[] slopes, int from, int to) {
        Arithmetic.fastest().passWherePositive(outputs, gradients, slopes, from, to);
    }

    public static void pullSigmoid(float[] outputs, float[] gradients, float[] slopes, int from, int to) {
        for (int i = from; i < to; i++) {
            slopes[i] = gradients[i] * (outputs[i] * (1 - outputs[i]));
        }
    }

    public static void pullTanh(float[] outputs, float[] gradients, float[] slopes, int from, int to) {
        for (int i = from; i < to; i++) {
            slopes[i] = gradients[i] * (1 - outputs[i] * outputs[i]);
        }
    }

    public static void pullSoftmax(float[] outputs, float[] gradients, float[] slopes, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            float common = Dots.dot(outputs, row, gradients, row, width);
            for (int i = row; i < row + width; i++) {
                slopes[i] = outputs[i] * (gradients[i] - common);
            }
        }
    }
}
