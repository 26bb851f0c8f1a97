package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.Cnn;
import vitrine.network.Tensor;

/**
 * The published format (huggingface/safetensors, README): N as an unsigned little-endian 64-bit number; N bytes of UTF-8 JSON
 * beginning with "{", padded with spaces at the end; then the data, little-endian, row-major, offsets relative to their
 * beginning, without holes. Checked against bytes put down by hand and by a reader that knows the format only.
 */
class SafetensorsFormatTest {
    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                + "\"b/ü\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[24,32]},"
                + "\"c\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[32,36]}}";
        // 168 characters, one of them of two bytes; the next multiple of eight is 176.
        assertEquals(169, header.getBytes(StandardCharsets.UTF_8).length);
        String expected = "b000000000000000" // 176
                + HexFormat.of().formatHex((header + " ".repeat(7)).getBytes(StandardCharsets.UTF_8))
                + "0000803f" // 1
                + "000000c0" // -2
                + "0000003f" // 0.5
                + "00000000" // 0
                + "00000080" // -0
                + "ffff7f7f" // the largest float
                + "feffffffffffffff" // -2
                + "01000000"; // the smallest float
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        tensors.put("a", RawTensor.of(new Tensor(new int[] {2, 3}, new float[] {1, -2, .5f, 0, -0f, Float.MAX_VALUE})));
        tensors.put("b/ü", RawTensor.longs(new long[] {-2}));
        tensors.put("c", RawTensor.floats(new float[] {Float.MIN_VALUE}));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(tensors, out);
        assertEquals(expected, HexFormat.of().formatHex(out.toByteArray()));
        Map<String, RawTensor> back = Safetensors.read(out.toByteArray(), "x");
        assertArrayEquals(tensors.get("a").floats("a"), back.get("a").floats("a"));
        assertEquals(0, back.get("c").shape().length);
    }

    /** Elements of all tensors, as a reader sees them who knows nothing of Vitrine. */
    private static Map<String, Number[]> foreignRead(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong(0));
        assertEquals('{', file[8]);
        assertEquals(0, length % 8, "so that eight-byte numbers can be mapped");
        JsonNode header = JsonMapper.builder().build().readTree(file, 8, length);
        Map<String, Number[]> tensors = new LinkedHashMap<>();
        int end = 0;
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            JsonNode tensor = entry.getValue();
            int from = tensor.at("/data_offsets/0").intValue();
            assertEquals(end, from, "no holes, no overlap");
            end = tensor.at("/data_offsets/1").intValue();
            int count = 1;
            for (JsonNode dimension : tensor.at("/shape")) {
                count *= dimension.intValue();
            }
            String type = tensor.at("/dtype").textValue();
            int size = type.equals("U8") ? 1 : Integer.parseInt(type.substring(1)) / 8;
            assertEquals(end - from, count * size, entry.getKey());
            Number[] values = new Number[count];
            for (int i = 0; i < count; i++) {
                int at = 8 + length + from + i * size;
                values[i] = switch (type) {
                    case "F32" -> (Number) bytes.getFloat(at);
                    case "I32" -> bytes.getInt(at);
                    case "I64" -> bytes.getLong(at);
                    case "U8" -> Byte.toUnsignedInt(file[at]);
                    default -> throw new AssertionError(type);
                };
            }
            tensors.put(entry.getKey(), values);
        }
        assertEquals(file.length, 8 + length + end);
        return tensors;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyTensorOfAModelFileCanBeReadByAnyReader(int kind) throws IOException {
        Path file = folder.resolve("m.vitrine");
        TrainedModel model = SampleModels.trained(SampleModels.all().get(kind));
        ModelFile.write(model, file);
        Map<String, byte[]> parts = SampleModels.parts(file);
        Map<String, Number[]> weights = foreignRead(parts.getOrDefault("weights.safetensors", new byte[0]));
        if (model.recommender() instanceof Cnn cnn) {
            cnn.parameters().tensors().forEach((name, tensor) -> {
                Number[] read = weights.getOrDefault(name, new Number[0]);
                assertEquals(tensor.values().length, read.length, name);
                for (int i = 0; i < read.length; i++) {
                    assertEquals(tensor.values()[i], read[i]);
                }
            });
        }
        assertTrue(weights.size() > 0);
        Map<String, Number[]> log = foreignRead(parts.getOrDefault("log.safetensors", new byte[0]));
        for (int row = 0; row < SampleModels.log().size(); row++) {
            assertEquals(SampleModels.log().user(row), log.getOrDefault("user", new Number[0])[row]);
            assertEquals(SampleModels.log().time(row), log.getOrDefault("time", new Number[0])[row]);
            assertEquals(SampleModels.log().weight(row), log.getOrDefault("weight", new Number[0])[row]);
        }
    }
}
