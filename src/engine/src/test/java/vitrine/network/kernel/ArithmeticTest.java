package vitrine.network.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
}
