package vitrine.network.kernel;

/** The usual activations and their derivatives from the output, over stretches of numbers. */
public final class Squashes {
    private Squashes() {}

    public static float sigmoid(float z) {
        return (float) (1 / (1 + Math.exp(-z)));
    }

    public static float tanh(float z) {
        return (float) Math.tanh(z);
    }

    public static void relu(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Math.max(values[i], 0f);
        }
    }

    public static void sigmoid(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = sigmoid(values[i]);
        }
    }

    public static void tanh(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = tanh(values[i]);
        }
    }

    /** Rows of {@code width} numbers, each made positive with sum 1; the largest is taken off first, so nothing overflows. */
    public static void softmax(float[] values, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            float largest = values[row];
            for (int i = row; i < row + width; i++) {
                largest = Math.max(largest, values[i]);
            }
            double sum = 0;
            for (int i = row; i < row + width; i++) {
                double power = Math.exp((double) values[i] - largest);
                values[i] = (float) power;
                sum += power;
            }
            float share = (float) (1 / sum);
            for (int i = row; i < row + width; i++) {
                values[i] *= share;
            }
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
