package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.BadInputException;

/** Coefficients that lie, which take the Java machine down in ND4J's own reader. The network has 71 numbers. */
@Timeout(60)
class HostileCoefficientsTest {
    private final byte[] whole = CoefficientBytes.of(71, 71, 71);

    private static void assertRefused(byte[] bytes, String because) {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> Coefficients.read(bytes, 71, "coefficients"));
        assertTrue(refused.getMessage().startsWith("coefficients is damaged: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
    }

    @Test
    void thoseThatDoNotAreRead() {
        float[] numbers = new float[71];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        assertArrayEquals(numbers, Coefficients.read(whole, 71, "coefficients"));
    }

    @Test
    void numbersThatAreNotThereAreRefusedBeforeMemoryIsTaken() {
        assertRefused(CoefficientBytes.of(71, 71, 70), "does not hold the numbers it claims");
        assertRefused(CoefficientBytes.of(71, 71, 72), "does not hold the numbers it claims");
        assertRefused(CoefficientBytes.of(70, 70, 70), "claims 70 numbers where the network has 71");
        for (long lie : new long[] {0, -1, 70, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertRefused(CoefficientBytes.of(lie, 71, 71), "claims " + lie + " numbers");
            assertRefused(CoefficientBytes.of(71, lie, 71), "a length in it is wrong");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, not a vector",
        "0, 0, not a vector",
        "0, 2147483647, not a vector",
        "0, -1, not a vector",
        "2, 0, side by side",
        "2, 9223372036854775807, side by side",
        "4, 0, side by side",
        "4, -1, side by side",
        "3, 0, plain floats",
        "3, 16384, plain floats",
        "3, 8194, plain floats",
        "5, 0, order is unknown",
        "5, 97, order is unknown"
    })
    void aShapeThatLiesIsRefused(int place, long value, String because) {
        long[] shape = {1, 71, 1, 8192, 1, 'c'};
        shape[place] = value;
        assertRefused(CoefficientBytes.of("MIXED_DATA_TYPES", shape, "FLOAT", 71, 71), because);
    }

    @Test
    void otherBuffersAreRefused() {
        long[] shape = {1, 71, 1, 8192, 1, 'c'};
        for (String mode : new String[] {"", "HEAP", "JAVACPP", "DIRECT", "LONG_SHAPE", "mixed_data_types"}) {
            assertRefused(CoefficientBytes.of(mode, shape, "FLOAT", 71, 71), "memory mode is unknown");
        }
        for (String type : new String[] {"", "DOUBLE", "COMPRESSED", "UTF8", "INT", "float"}) {
            assertRefused(
                    CoefficientBytes.of("MIXED_DATA_TYPES", shape, type, 71, 71), "an element type in it is wrong");
        }
        long[] matrix = {2, 1, 71, 1, 1, 8192, 1, 'c'};
        assertRefused(CoefficientBytes.of("MIXED_DATA_TYPES", matrix, "FLOAT", 71, 71), "a length in it is wrong");
        assertRefused(new byte[0], "ends too early");
        assertRefused(new byte[] {0, 2, (byte) 0xC0, (byte) 0xC0}, "no text where some should be");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsRefused(float value) {
        byte[] bytes = whole.clone();
        ByteBuffer.wrap(bytes).putFloat(bytes.length - 4 * 3, value);
        assertRefused(bytes, "number 68 is not finite");
    }

    @Test
    void coefficientsCutAnywhereAreRefused() {
        byte[] bytes = whole;
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            BadInputException refused =
                    assertThrows(BadInputException.class, () -> Coefficients.read(cut, 71, "coefficients"));
            assertTrue(refused.getMessage().startsWith("coefficients is damaged: "), refused.getMessage());
        }
    }

    @Test
    void aFlippedByteBeforeTheNumbersIsRefused() {
        byte[] bytes = whole;
        for (int place = 0; place < bytes.length - 71 * 4; place++) {
            for (int mask : new int[] {1, 0x80, 0xFF}) {
                byte[] flipped = bytes.clone();
                flipped[place] ^= (byte) mask;
                assertThrows(
                        BadInputException.class,
                        () -> Coefficients.read(flipped, 71, "coefficients"),
                        "byte " + place + " ^ " + mask);
            }
        }
    }
}
