package vitrine.network;

/** Loops the compiler turns into vector instructions: contiguous, no calls, no branches. */
final class Vectors {
    private Vectors() {}

    /** {@code y += a x}. */
    static void axpy(float a, float[] x, int fromX, float[] y, int fromY, int n) {
        for (int i = 0; i < n; i++) {
            y[fromY + i] += a * x[fromX + i];
        }
    }

    /**
     * {@code y += sum over k of a[k] x[k]}, the rows x[k] one after the other, four at a time so that y is loaded and
     * stored a quarter as often.
     */
    static void combine(float[] a, int fromA, int stepA, int rows, float[] x, int fromX, float[] y, int fromY, int n) {
        int k = 0;
        for (; k + 3 < rows; k += 4) {
            float a0 = a[fromA + k * stepA];
            float a1 = a[fromA + (k + 1) * stepA];
            float a2 = a[fromA + (k + 2) * stepA];
            float a3 = a[fromA + (k + 3) * stepA];
            int x0 = fromX + k * n;
            int x1 = x0 + n;
            int x2 = x1 + n;
            int x3 = x2 + n;
            for (int i = 0; i < n; i++) {
                y[fromY + i] += a0 * x[x0 + i] + a1 * x[x1 + i] + a2 * x[x2 + i] + a3 * x[x3 + i];
            }
        }
        for (; k < rows; k++) {
            axpy(a[fromA + k * stepA], x, fromX + k * n, y, fromY, n);
        }
    }

    /** Inner product with eight running sums, so that additions do not wait for each other. */
    static float dot(float[] a, int fromA, float[] b, int fromB, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            s0 += a[fromA + i] * b[fromB + i];
            s1 += a[fromA + i + 1] * b[fromB + i + 1];
            s2 += a[fromA + i + 2] * b[fromB + i + 2];
            s3 += a[fromA + i + 3] * b[fromB + i + 3];
            s4 += a[fromA + i + 4] * b[fromB + i + 4];
            s5 += a[fromA + i + 5] * b[fromB + i + 5];
            s6 += a[fromA + i + 6] * b[fromB + i + 6];
            s7 += a[fromA + i + 7] * b[fromB + i + 7];
        }
        for (; i < n; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
    }
}
