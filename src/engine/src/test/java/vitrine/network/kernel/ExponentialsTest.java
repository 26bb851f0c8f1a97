package vitrine.network.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

/** Against Java's own functions in double, and the vectors against the single numbers. */
class ExponentialsTest {
    private static final float[] ODD = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_NORMAL,
        87f,
        88f,
        88.1f,
        89f,
        1e9f,
        -87f,
        -87.1f,
        -1e9f,
        0.625f,
        -0.625f,
        0.62499994f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        Float.intBitsToFloat(0xffc12345)
    };

    private interface Curve {
        float of(float x);
    }

    private static float[] samples() {
        SeededRandom random = new SeededRandom(1);
        float[] x = new float[100_003];
        System.arraycopy(ODD, 0, x, 0, ODD.length);
        for (int i = ODD.length; i < x.length; i++) {
            x[i] = (float) ((2 * random.nextDouble() - 1) * (i % 2 == 0 ? 87 : 1));
        }
        return x;
    }

    private static void compare(Curve curve, DoubleUnaryOperator exact) {
        for (float x : samples()) {
            double expected = exact.applyAsDouble(x);
            if (Math.abs(x) <= 86 && x != 0) {
                assertTrue(
                        Math.abs(curve.of(x) - expected) <= 3 * Math.ulp((float) expected),
                        () -> "at " + x + ": " + curve.of(x) + " for " + expected);
            }
        }
    }

    @Test
    void errorsStayBelowThreeUnitsInTheLastPlace() {
        compare(Exponentials::exp, Math::exp);
        compare(Exponentials::sigmoid, x -> 1 / (1 + Math.exp(-x)));
        compare(Exponentials::tanh, Math::tanh);
    }

    @Test
    void valuesAtZeroAndAtTheEndsAreExactAndNanStays() {
        assertEquals(1f, Exponentials.exp(0f));
        assertEquals(0f, Exponentials.exp(Float.NEGATIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, Exponentials.exp(Float.POSITIVE_INFINITY));
        assertEquals(0.5f, Exponentials.sigmoid(0f));
        assertEquals(0f, Exponentials.sigmoid(-1e9f));
        assertEquals(1f, Exponentials.sigmoid(1e9f));
        assertEquals(0f, Exponentials.tanh(0f));
        assertEquals(-1f, Exponentials.tanh(-1e9f));
        assertEquals(1f, Exponentials.tanh(Float.POSITIVE_INFINITY));
        assertTrue(Float.isNaN(Exponentials.exp(Float.NaN)));
        assertTrue(Float.isNaN(Exponentials.sigmoid(Float.NaN)));
        assertTrue(Float.isNaN(Exponentials.tanh(Float.intBitsToFloat(0xffc12345))));
    }

    @Test
    void towardsTheEndsTheyOnlyRise() {
        float exp = 0;
        float sigmoid = 0;
        float tanh = -1;
        for (float x = -100; x <= 100; x += 0.37f) {
            assertTrue(Exponentials.exp(x) >= exp);
            assertTrue(Exponentials.sigmoid(x) >= sigmoid);
            assertTrue(Exponentials.tanh(x) >= tanh);
            exp = Exponentials.exp(x);
            sigmoid = Exponentials.sigmoid(x);
            tanh = Exponentials.tanh(x);
        }
    }

    @Test
    void vectorInstructionsGiveTheSameBytes() {
        Arithmetic plain = new PlainArithmetic();
        Arithmetic fast = Arithmetic.fastest();
        float[] x = samples();
        float[] a = x.clone();
        float[] b = x.clone();
        plain.sigmoid(a, 1, a.length);
        fast.sigmoid(b, 1, b.length);
        assertArrayEquals(a, b);
        a = x.clone();
        b = x.clone();
        plain.tanh(a, 1, a.length);
        fast.tanh(b, 1, b.length);
        assertArrayEquals(a, b);
        plain.exp(0.5f, 3f, x, 1, a, 2, x.length - 2);
        fast.exp(0.5f, 3f, x, 1, b, 2, x.length - 2);
        assertArrayEquals(a, b);
        for (int n : new int[] {1, 8, 255, 256, 300, 3707}) {
            int from = ODD.length;
            assertEquals(plain.largest(x, from, n), fast.largest(x, from, n));
            assertEquals(plain.sumOfExp(87f, x, from, n), fast.sumOfExp(87f, x, from, n));
        }
        assertTrue(Float.isNaN(fast.largest(x, 0, 40)));
    }

    @Test
    void theSumOfPowersHasTheAccuracyOfFloats() {
        float[] x = samples();
        double expected = 0;
        for (int i = ODD.length; i < x.length; i++) {
            expected += Math.exp((double) x[i] - 80);
        }
        double actual = Arithmetic.fastest().sumOfExp(80f, x, ODD.length, x.length - ODD.length);
        assertEquals(expected, actual, 1e-6 * expected);
    }
}
