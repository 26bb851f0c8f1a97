package vitrine.network;

import vitrine.network.kernel.Arithmetic;

/** {@code log(sum of exp(z))} without overflow, and the softmax that is its derivative. */
final class LogSumExp {
    private static final Arithmetic ARITHMETIC = Arithmetic.fastest();

    private LogSumExp() {}

    static double of(float[] logits, int first, int size) {
        float largest = ARITHMETIC.largest(logits, first, size);
        return largest + Math.log(ARITHMETIC.sumOfExp(largest, logits, first, size));
    }

    /** {@code into = factor softmax(logits)}, at the same place. */
    static void softmax(float[] logits, int first, int size, double logSum, double factor, float[] into) {
        float largest = ARITHMETIC.largest(logits, first, size);
        float share = (float) (factor * Math.exp(largest - logSum));
        ARITHMETIC.exp(share, largest, logits, first, into, first, size);
    }
}
