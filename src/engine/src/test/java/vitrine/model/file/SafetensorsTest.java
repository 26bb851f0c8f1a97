package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.BadInputException;

class SafetensorsTest {
    private static final String HEADER = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
            + "\"n\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[8,16]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[16,19]},"
            + "\"none\":{\"dtype\":\"I32\",\"shape\":[0],\"data_offsets\":[19,19]}}";
    /** 1.5f, -2f; 258; 1, 2, 255. */
    private static final int[] DATA = {0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 255};

    private static byte[] file(long headerLength, String header, int... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(headerLength).put(text);
        for (int b : data) {
            file.put((byte) b);
        }
        return file.array();
    }

    private static byte[] file(String header, int... data) {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, data);
    }

    private static String padded(String header) {
        return header + " ".repeat(Math.floorMod(-header.length(), 8));
    }

    @Test
    void aFileWrittenByHandIsReadAndWrittenByteForByte() throws IOException {
        byte[] file = file(padded(HEADER), DATA);
        Map<String, RawTensor> tensors = Safetensors.read(file, "hand");
        assertArrayEquals(new float[] {1.5f, -2f}, tensors.get("w").floats("w"));
        assertArrayEquals(new int[] {2, 1}, tensors.get("w").shape());
        assertArrayEquals(new long[] {258}, tensors.get("n").longs("n"));
        assertArrayEquals(new byte[] {1, 2, -1}, tensors.get("b").bytes("b"));
        assertEquals(0, tensors.get("none").ints("none").length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(tensors, out);
        assertArrayEquals(file, out.toByteArray());
    }

    @Test
    void theDataBeginAtAMultipleOfEight() throws IOException {
        for (String name : new String[] {"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "名"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Safetensors.write(Map.of(name, RawTensor.longs(new long[] {1, -1})), out);
            assertEquals(0, (out.size() - 16) % 8);
            assertArrayEquals(
                    new long[] {1, -1},
                    Safetensors.read(out.toByteArray(), "x").get(name).longs(name));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 9_999, 1L << 20, (1L << 20) + 1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void aHeaderLengthThatLiesIsRefused(long length) {
        assertRefused(file(length, HEADER, DATA), "damaged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0,8]} | [0,7]} | shape",
                "[0,8]} | [1,9]} | shape",
                "[8,16] | [4,12] | shape",
                "[8,16] | [12,20] | shape",
                "[8,16] | [-8,0] | shape",
                "[8,16] | [9223372036854775807,9223372036854775807] | shape",
                "[8,16] | [8] | described",
                "[8,16] | [8,\"16\"] | described",
                "[8,16] | [8,1e300] | described",
                "[8,16] | {} | described",
                "[2,1] | [1,1] | shape",
                "[2,1] | [2,-1] | impossible shape",
                "[2,1] | [2,1.0] | impossible shape",
                "[2,1] | [2147483647,2147483647] | larger than the file",
                "[2,1] | [65536,65536] | larger than the file",
                "[2,1] | [1,1,1,1,2] | described",
                "[2,1] | 2 | described",
                "F32 | F64 | element type",
                "F32 | f32 | element type",
                "\"F32\" | 32 | described",
                "\"dtype\":\"F32\", | '' | described",
                "\"dtype\":\"F32\", | \"dtype\":\"F32\",\"x\":1, | described",
                "\"n\" | \"w\" | not JSON",
                "{\"w\" | [\"w\" | not JSON",
                "\"shape\":[3] | \"shape\":[2] | shape",
                "[16,19] | [16,18] | shape",
            })
    void aHeaderThatLiesIsRefused(String before, String after, String because) {
        assertTrue(HEADER.contains(before), before);
        assertRefused(file(HEADER.replace(before, after), DATA), because);
    }

    @Test
    void bytesLeftOverOrMissingAreRefused() {
        assertRefused(file(HEADER, java.util.Arrays.copyOf(DATA, DATA.length + 1)), "left over");
        assertRefused(file(HEADER, java.util.Arrays.copyOf(DATA, DATA.length - 1)), "shape");
        assertRefused(file("[]  ", DATA), "short list");
        assertRefused(file("    ", DATA), "short list");
        assertRefused(file("{} {}", DATA), "not JSON");
        assertRefused(file("[".repeat(10_000), DATA), "not JSON");
        assertRefused(new byte[7], "shorter");
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 65; i++) {
            many.append("\"t").append(i).append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},");
        }
        many.setCharAt(many.length() - 1, '}');
        assertRefused(file(many.toString()), "short list");
    }

    @Test
    void aTensorOfAnotherTypeOrShapeIsRefusedByName() {
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        tensors.put("w", RawTensor.floats(new float[] {1, 2, 3}, 3));
        assertThrows(BadInputException.class, () -> tensors.get("w").ints("w"));
        assertThrows(BadInputException.class, () -> tensors.get("w").longs("w"));
        assertThrows(BadInputException.class, () -> tensors.get("w").bytes("w"));
        assertThrows(BadInputException.class, () -> Safetensors.floats(tensors, "w", new int[] {1, 3}, "x"));
        assertThrows(BadInputException.class, () -> Safetensors.floats(tensors, "v", new int[] {3}, "x"));
        assertThrows(
                BadInputException.class, () -> RawTensor.ints(new int[] {1}).floats("i"));
    }

    private static void assertRefused(byte[] file, String because) {
        BadInputException refused = assertThrows(BadInputException.class, () -> Safetensors.read(file, "weights"));
        assertTrue(String.valueOf(refused.getMessage()).contains(because), refused.getMessage());
    }
}
