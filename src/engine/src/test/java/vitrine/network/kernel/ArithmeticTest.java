package vitrine.network.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.SeededRandom;

class ArithmeticTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static float[] numbers(int count, SeededRandom random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(9) == 0 ? 0f : (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void theTestsRunWithTheVectorInstructions() {
        assertEquals("VectorArithmetic", Arithmetic.fastest().getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void productsHaveTheSameBytesWithAndWithoutVectorInstructions(long seed) {
        SeededRandom random = new SeededRandom(seed);
        int m = random.nextInt(13);
        int n = random.nextInt(80);
        int k = random.nextInt(20);
        boolean transposed = random.nextInt(2) == 0;
        int rowA = transposed ? 1 : k + random.nextInt(3);
        int columnA = transposed ? m + random.nextInt(3) : 1;
        int rowB = n + random.nextInt(3);
        int rowC = n + random.nextInt(3);
        float[] a = numbers(5 + Math.max(m * rowA, k * columnA) + m + k, random);
        float[] b = numbers(7 + k * rowB, random);
        boolean inPlace = random.nextInt(2) == 0;
        int rowS = inPlace ? rowC : random.nextInt(2) * n;
        float[] plain = numbers(3 + m * rowC, random);
        float[] fast = plain.clone();
        float[] start = inPlace ? plain.clone() : numbers(3 + m * rowS + n, random);
        float[] expected = plain.clone();
        float[] startOfPlain = inPlace ? plain : start;
        float[] startOfFast = inPlace ? fast : start;
        new PlainArithmetic().product(m, n, k, a, 5, rowA, columnA, b, 7, rowB, startOfPlain, 3, rowS, plain, 3, rowC);
        Arithmetic.fastest().product(m, n, k, a, 5, rowA, columnA, b, 7, rowB, startOfFast, 3, rowS, fast, 3, rowC);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                expected[3 + i * rowC + j] = start[3 + i * rowS + j];
                for (int l = 0; l < k; l++) {
                    int at = 3 + i * rowC + j;
                    expected[at] = Math.fma(a[5 + i * rowA + l * columnA], b[7 + l * rowB + j], expected[at]);
                }
            }
        }
        assertArrayEquals(expected, plain);
        assertArrayEquals(expected, fast);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsHaveTheSameBytesWithAndWithoutVectorInstructions(long seed) {
        SeededRandom random = new SeededRandom(seed);
        int n = random.nextInt(70);
        float[] x = numbers(n + 4, random);
        float[] y = numbers(n + 9, random);
        float s = (float) random.nextGaussian();
        float[] plain = y.clone();
        float[] fast = y.clone();
        new PlainArithmetic().addScaled(s, x, 4, plain, 9, n);
        Arithmetic.fastest().addScaled(s, x, 4, fast, 9, n);
        assertArrayEquals(plain, fast);
        new PlainArithmetic().addFourScaled(s, 0, -s, 2, 0.5f, 4, 2f, 1, x, plain, 9, n);
        Arithmetic.fastest().addFourScaled(s, 0, -s, 2, 0.5f, 4, 2f, 1, x, fast, 9, n);
        assertArrayEquals(plain, fast);
        new PlainArithmetic().copyRows(2, n / 2, x, 1, 2, plain, 3, n / 2);
        Arithmetic.fastest().copyRows(2, n / 2, x, 1, 2, fast, 3, n / 2);
        for (int i = 0; i < n / 2; i++) {
            assertEquals(x[1 + i], plain[3 + i]);
            assertEquals(x[3 + i], plain[3 + n / 2 + i]);
        }
        assertArrayEquals(plain, fast);
        new PlainArithmetic().passWherePositive(x, y, plain, 2, n);
        Arithmetic.fastest().passWherePositive(x, y, fast, 2, n);
        for (int i = 2; i < n; i++) {
            assertEquals(x[i] > 0 ? y[i] : 0f, plain[i]);
        }
        assertArrayEquals(plain, fast);
    }

    /** Sizes around the borders of blocks and strips: 64 rows, 256 deep, 24 columns. */
    @ParameterizedTest
    @CsvSource({"65, 24, 257", "64, 33, 300", "130, 49, 7", "3, 97, 600", "66, 26, 513"})
    void largeProductsInBlocksAndFromPanelsHaveTheBytesOfPlainLoops(int m, int n, int k) {
        SeededRandom random = new SeededRandom(m);
        float[] a = numbers(m * k, random);
        float[] b = numbers(k * n, random);
        float[] s = numbers(n, random);
        float[] plain = new float[m * n];
        float[] fast = new float[m * n];
        new PlainArithmetic().product(m, n, k, a, 0, k, 1, b, 0, n, s, 0, 0, plain, 0, n);
        Arithmetic.fastest().product(m, n, k, a, 0, k, 1, b, 0, n, s, 0, 0, fast, 0, n);
        assertArrayEquals(plain, fast);
        float[] packed = new float[m * n];
        Panels panels = new Panels(k, n);
        panels.pack(0, panels.count(), 0, k / 2, b, n);
        panels.pack(0, panels.count(), k / 2, k, b, n);
        panels.product(m, k, a, 0, k, 1, s, 0, 0, packed, 0, n);
        assertArrayEquals(plain, packed);
        float[] turned = new float[n * k];
        Transpose.of(b, k, n, turned);
        Panels ofTurned = new Panels(k, n);
        for (int panel = 0; panel < ofTurned.count(); panel++) {
            ofTurned.packTransposed(panel, turned);
        }
        float[] fromTurned = new float[m * n];
        ofTurned.product(m, k, a, 0, k, 1, s, 0, 0, fromTurned, 0, n);
        assertArrayEquals(plain, fromTurned);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 31, 64, 257, 600})
    void innerProductsAndGatesHaveTheSameBytesWithAndWithoutVectorInstructions(int n) {
        SeededRandom random = new SeededRandom(n);
        float[] x = numbers(n + 3, random);
        float[] y = numbers(n + 5, random);
        float dot = Arithmetic.fastest().dot(x, 3, y, 5, n);
        assertEquals(new PlainArithmetic().dot(x, 3, y, 5, n), dot);
        double expected = 0;
        for (int i = 0; i < n; i++) {
            expected += (double) x[3 + i] * y[5 + i];
        }
        assertEquals(expected, dot, 1e-4);
        float[][] plain = new float[9][];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers(6 * n, random);
        }
        float[][] fast = java.util.Arrays.stream(plain).map(float[]::clone).toArray(float[][]::new);
        for (boolean vectors : new boolean[] {false, true}) {
            float[][] of = vectors ? fast : plain;
            var buffers = new GatedStep.Buffers(n, of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7]);
            Arithmetic arithmetic = vectors ? Arithmetic.fastest() : new PlainArithmetic();
            arithmetic.gatedStep(buffers).forward(1, 0.75f);
            arithmetic.gatedStep(buffers).back(1, 0, 0.75f);
        }
        assertArrayEquals(plain, fast);
    }
}
