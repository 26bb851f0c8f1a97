package vitrine.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.network.Tensor;
import vitrine.run.BadInputException;

/**
 * The safetensors format: eight bytes of header length, a JSON header {@code {"name": {"dtype", "shape",
 * "data_offsets"}}}, then the tensors' bytes, little-endian, in the header's order, without holes or overlap. A Python
 * user reads it with {@code safetensors.numpy.load_file}.
 */
final class Safetensors {
    private static final int HEADER_CAP = 1 << 20;
    private static final int TENSOR_CAP = 64;
    private static final int RANK_CAP = 4;
    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(1000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Safetensors() {}

    static void write(Map<String, RawTensor> tensors, OutputStream out) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Map.Entry<String, RawTensor> entry : tensors.entrySet()) {
            RawTensor tensor = entry.getValue();
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", tensor.dtype().name());
            ArrayNode shape = node.putArray("shape");
            for (int dimension : tensor.shape()) {
                shape.add(dimension);
            }
            node.putArray("data_offsets").add(offset).add(offset + tensor.data().length);
            offset += tensor.data().length;
        }
        byte[] text = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 7) / 8 * 8;
        byte[] head = Arrays.copyOf(text, padded);
        Arrays.fill(head, text.length, padded, (byte) ' ');
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .array());
        out.write(head);
        for (RawTensor tensor : tensors.values()) {
            out.write(tensor.data());
        }
    }

    /** @param what the part's name, for messages */
    static Map<String, RawTensor> read(byte[] file, String what) {
        if (file.length < 8) {
            throw damaged(what, "it is shorter than its own header");
        }
        long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > HEADER_CAP || length > file.length - 8) {
            throw damaged(what, "its header claims " + length + " bytes");
        }
        JsonNode header;
        try {
            header = JSON.readTree(new String(file, 8, (int) length, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw damaged(what, "its header is not JSON");
        }
        if (!(header instanceof ObjectNode object) || object.size() > TENSOR_CAP) {
            throw damaged(what, "its header is not a short list of tensors");
        }
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        long expected = 0;
        int base = 8 + (int) length;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            RawTensor tensor = tensor(entry.getKey(), entry.getValue(), file, base, expected, what);
            tensors.put(entry.getKey(), tensor);
            expected += tensor.data().length;
        }
        if (base + expected != file.length) {
            throw damaged(what, "bytes are left over after the last tensor");
        }
        return tensors;
    }

    private static RawTensor tensor(
            String name, JsonNode node, byte[] file, int base, long expectedOffset, String what) {
        JsonNode shapeNode = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        boolean wellFormed = node.size() == 3
                && node.path("dtype").isTextual()
                && shapeNode.isArray()
                && shapeNode.size() <= RANK_CAP
                && offsets.isArray()
                && offsets.size() == 2
                && offsets.get(0).canConvertToLong()
                && offsets.get(1).canConvertToLong();
        if (!wellFormed) {
            throw damaged(what, "tensor " + name + " is not described properly");
        }
        RawTensor.DType dtype = Arrays.stream(RawTensor.DType.values())
                .filter(d -> d.name().equals(node.path("dtype").textValue()))
                .findFirst()
                .orElseThrow(() -> damaged(what, "tensor " + name + " has an unknown element type"));
        int[] shape = new int[shapeNode.size()];
        long bytes = dtype.bytes;
        for (int i = 0; i < shape.length; i++) {
            JsonNode dimension = shapeNode.get(i);
            if (!dimension.isInt() || dimension.intValue() < 0) {
                throw damaged(what, "tensor " + name + " has an impossible shape");
            }
            shape[i] = dimension.intValue();
            if (shape[i] != 0 && bytes > file.length / shape[i] + 1L) {
                throw damaged(what, "tensor " + name + " claims to be larger than the file");
            }
            bytes *= shape[i];
        }
        long from = offsets.get(0).longValue();
        long to = offsets.get(1).longValue();
        if (from != expectedOffset || to - from != bytes || to > file.length - base) {
            throw damaged(what, "tensor " + name + " does not lie where its shape says");
        }
        return new RawTensor(dtype, shape, Arrays.copyOfRange(file, base + (int) from, base + (int) to));
    }

    static BadInputException damaged(String what, String why) {
        return new BadInputException(what + " is damaged: " + why + ". " + ModelFile.REMEDY);
    }

    static Tensor floats(Map<String, RawTensor> tensors, String name, int[] shape, String what) {
        RawTensor raw = tensors.get(name);
        if (raw == null) {
            throw damaged(what, "tensor " + name + " is missing");
        }
        if (!Arrays.equals(raw.shape(), shape)) {
            throw damaged(
                    what,
                    "tensor " + name + " has shape " + Arrays.toString(raw.shape()) + ", not "
                            + Arrays.toString(shape));
        }
        return new Tensor(shape, raw.finiteFloats(name));
    }
}
