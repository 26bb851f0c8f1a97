package vitrine.network;

/** {@code log(sum of exp(z))} without overflow, and the softmax that is its derivative. */
final class LogSumExp {
    private LogSumExp() {}

    static double of(float[] logits, int first, int size) {
        float largest = logits[first];
        for (int i = first; i < first + size; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = first; i < first + size; i++) {
            sum += Math.exp((double) logits[i] - largest);
        }
        return largest + Math.log(sum);
    }

    /** {@code into += factor softmax(logits)}. */
    static void addSoftmax(float[] logits, int first, int size, double logSum, double factor, float[] into) {
        for (int i = first; i < first + size; i++) {
            into[i] += (float) (factor * Math.exp(logits[i] - logSum));
        }
    }
}
