package vitrine.network.kernel;

/**
 * The exponential function and its kin in float32, from additions, products and fused multiply-adds alone: the same bytes on
 * every machine, and number by number what the vector instructions compute. Polynomials of the Cephes library (Moshier,
 * 1989); errors below 3 units in the last place. NaN stays NaN.
 */
public final class Exponentials {
    /** Below, {@link #exp} is 0: the result would hardly be a normal number. */
    public static final float LOWEST = -87f;

    /** Above, {@link #exp} is infinite. */
    public static final float HIGHEST = 88f;

    /** Adding it to a float of moderate size rounds that to an integer, which then stands in the last bits. */
    public static final float ROUNDER = 0x1.8p23f;

    public static final float LOG2_E = 1.44269504f;
    /** Logarithm of 2 in two parts, the first with few digits, so that multiples of it are exact. */
    public static final float LN2_HIGH = 0.693359375f;

    public static final float LN2_LOW = -2.12194440e-4f;
    public static final int ONE_BITS = 0x3f800000;
    public static final int EXPONENT_AT = 23;
    public static final float E7 = 1.9875691500e-4f;
    public static final float E6 = 1.3981999507e-3f;
    public static final float E5 = 8.3334519073e-3f;
    public static final float E4 = 4.1665795894e-2f;
    public static final float E3 = 1.6666665459e-1f;
    public static final float E2 = 5.0000001201e-1f;

    /** Up to this size {@link #tanh} is an odd polynomial: the other formula would cancel. */
    public static final float SMALL = 0.625f;

    public static final float T11 = -5.70498872745e-3f;
    public static final float T9 = 2.06390887954e-2f;
    public static final float T7 = -5.37397155531e-2f;
    public static final float T5 = 1.33314422036e-1f;
    public static final float T3 = -3.33332819422e-1f;

    /** So many numbers are summed in float before the sum goes on in double. */
    public static final int STRETCH = 256;

    /** Running sums in a stretch: number i is added to sum {@code i mod 8}. */
    public static final int SUMS = 8;

    private Exponentials() {}

    public static float exp(float x) {
        if (x < LOWEST) {
            return 0f;
        }
        if (x > HIGHEST) {
            return Float.POSITIVE_INFINITY;
        }
        float rounded = Math.fma(x, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(E7, r, E6);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r * r, r) + 1f;
        return p * Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << EXPONENT_AT) + ONE_BITS);
    }

    public static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    public static float tanh(float x) {
        float size = Math.abs(x);
        if (size < SMALL) {
            float square = x * x;
            float p = Math.fma(T11, square, T9);
            p = Math.fma(p, square, T7);
            p = Math.fma(p, square, T5);
            p = Math.fma(p, square, T3);
            return Math.fma(p * square, x, x);
        }
        float value = 1f - 2f / (exp(2f * size) + 1f);
        return x < 0 ? -value : value;
    }

    /** The plain loop behind {@link Arithmetic#sumOfExp}, added to {@code before}. */
    public static double sumOfExp(double before, float shift, float[] x, int from, int n) {
        double total = before;
        for (int start = 0; start < n; start += STRETCH) {
            int end = Math.min(n, start + STRETCH);
            for (int lane = 0; lane < SUMS; lane++) {
                float sum = 0;
                for (int i = start + lane; i < end; i += SUMS) {
                    sum += exp(x[from + i] - shift);
                }
                total += sum;
            }
        }
        return total;
    }
}
