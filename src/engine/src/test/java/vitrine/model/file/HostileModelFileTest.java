package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.BadInputException;

/** Files made to harm: well-formed zips, even with true hashes, whose contents lie. */
@Timeout(60)
class HostileModelFileTest {
    @TempDir
    Path folder;

    private Map<String, byte[]> parts;

    @BeforeEach
    void write() {
        parts = parts(0);
    }

    /** @param kind 0 cnn, 1 itemknn, 2 popularity */
    private Map<String, byte[]> parts(int kind) {
        Path file = folder.resolve("whole.vitrine");
        ModelFile.write(SampleModels.trained(SampleModels.all().get(kind)), file);
        return SampleModels.parts(file);
    }

    private String refusal(byte[] bytes) {
        Path file = folder.resolve("hostile.vitrine");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        BadInputException refused = assertThrows(BadInputException.class, () -> ModelFile.read(file));
        return String.valueOf(refused.getMessage());
    }

    private void assertRefused(Map<String, byte[]> changed, String because) {
        String message = refusal(SampleModels.zip(changed));
        assertTrue(message.contains(because), message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aZipPutTogetherAgainIsStillTheModel() throws IOException {
        Path file = folder.resolve("again.vitrine");
        Files.write(file, SampleModels.zip(parts));
        assertEquals("cnn", ModelFile.read(file).recommender().name());
        Files.write(file, SampleModels.zip(SampleModels.forged(parts, "users.txt", parts.get("users.txt"))));
        assertEquals("cnn", ModelFile.read(file).recommender().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extra.txt", "../evil", "/etc/evil", "Manifest.json", "users.txt/", "..\\evil", "users.txt\u0000"
            })
    void partsThatDoNotBelongThereAreRefused(String name) {
        parts.put(name, new byte[name.endsWith("/") ? 0 : 3]);
        assertRefused(parts, "damaged");
        assertTrue(Files.notExists(folder.resolve("../evil")));
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() {
        // Same length, so that renaming the bytes of the zip makes a doubled entry.
        parts.put("users.tx2", parts.get("users.txt"));
        byte[] zip = SampleModels.zip(parts);
        byte[] doubled = latin(zip).replace("users.tx2", "users.txt").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(zip.length, doubled.length);
        String message = refusal(doubled);
        assertTrue(message.contains("twice"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "weights.safetensors",
                "users.txt",
                "items.txt",
                "catalog.jsonl",
                "log.safetensors"
            })
    void aMissingPartIsRefusedByName(String name) {
        parts.remove(name);
        assertRefused(parts, name + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "users.txt", "items.txt", "catalog.jsonl", "log.safetensors"})
    void aPartThatIsNotTheOneHashedIsRefused(String name) {
        byte[] changed = parts.getOrDefault(name, new byte[1]).clone();
        changed[changed.length / 2] ^= 1;
        parts.put(name, changed);
        assertRefused(parts, name + " is not what the manifest says");
    }

    @Test
    void aBombOfZerosIsRefused() {
        parts.put("users.txt", new byte[10 << 20]);
        assertRefused(parts, "users.txt claims an impossible size");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 1 << 20, 0})
    void aSizeThatIsNotTrueIsRefused(int claim) {
        byte[] zip = SampleModels.zip(parts);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.putInt(directory + 24, claim);
        assertTrue(refusal(zip).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1 | \"version\":2 | newer Vitrine",
                "\"version\":1 | \"version\":0 | damaged",
                "\"version\":1 | \"version\":\"1\" | manifest cannot be read",
                "\"version\":1 | \"version\":99999999999 | manifest cannot be read",
                "\"version\":1 | \"version\":1,\"version\":1 | manifest cannot be read",
                "\"version\":1 | \"version\":1,\"extra\":1 | manifest cannot be read",
                "vitrine-model | vitrine-models | not a Vitrine model",
                "\"model\":\"cnn\" | \"model\":\"transformer\" | unknown kind of model",
                "\"model\":\"cnn\" | \"model\":null | manifest cannot be read",
                "\"model\":\"cnn\" | \"model\":\"itemknn\" | missing",
                "\"dim\":3 | \"dim\":4 | shape",
                "\"dim\":3 | \"dim\":2147483647 | sizes are impossible",
                "\"dim\":3 | \"dim\":null | setting dim is missing",
                "\"dim\":3 | \"dam\":3 | setting dim is missing",
                "\"history\":4 | \"history\":5 | its layers",
                "\"kernel\":3 | \"kernel\":2 | sizes are impossible",
                "\"layers\":[ | \"layers\":[\"x\", | its layers",
                "\"users.txt\":{ | \"users.txt\":null,\"usersxtxt\":{ | damaged",
                "\"seed\":1099511627776 | \"seed\":1e99 | manifest cannot be read",
            })
    void aManifestThatLiesIsRefused(String before, String after, String because) {
        String manifest = SampleModels.text(parts, "manifest.json");
        assertTrue(manifest.contains(before), manifest);
        parts.put("manifest.json", utf8(manifest.replace(before, after)));
        assertRefused(parts, because);
    }

    @Test
    void aManifestOfDeepBracketsIsRefused() {
        parts.put("manifest.json", utf8("[".repeat(100_000)));
        assertRefused(parts, "manifest cannot be read");
    }

    @Test
    void idsThatAreNoneAreRefused() {
        assertForged("users.txt", b -> utf8("a\na\nb\nc\nd\ne\nf\ng\n"), "an id occurs twice");
        assertForged("users.txt", b -> utf8("a\nb"), "cut off");
        assertForged("users.txt", b -> utf8("a\\x\n"), "unknown escape");
        assertForged("users.txt", b -> utf8("a\\\n"), "lone backslash");
        assertForged("users.txt", b -> new byte[] {(byte) 0xC3, '\n'}, "not UTF-8");
        assertForged("users.txt", b -> utf8("a\n"), "shape");
        assertForged("items.txt", b -> utf8("a\n"), "lines for 1 items");
    }

    @Test
    void aCatalogThatIsNoneIsRefused() {
        String ten = "{}\n".repeat(9);
        assertForged("catalog.jsonl", b -> utf8(ten + "[]\n"), "line 10 is not a JSON object");
        assertForged("catalog.jsonl", b -> utf8(ten + "{\n"), "line 10 is not JSON");
        assertForged("catalog.jsonl", b -> utf8(ten + "\n"), "line 10 is not a JSON object");
        assertForged("catalog.jsonl", b -> utf8(ten), "it has 9 lines for 10 items");
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 1001; i++) {
            many.append('"').append(i).append("\":\"\",");
        }
        many.setCharAt(many.length() - 1, '}');
        assertForged("catalog.jsonl", b -> utf8(many + "\n" + ten), "1000 attributes");
        assertForged("catalog.jsonl", b -> utf8(ten + "{\"title\":" + "[".repeat(50_000) + "\n"), "not JSON");
    }

    private void assertForged(String name, UnaryOperator<byte[]> change, String because) {
        byte[] old = parts.getOrDefault(name, new byte[0]).clone();
        assertRefused(SampleModels.forged(parts, name, change.apply(old)), because);
    }

    /** Where the first value of a tensor lies. */
    private static int at(byte[] safetensors, String tensor) {
        String header = latin(safetensors);
        int length = ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int offsets = header.indexOf("\"data_offsets\":[", header.indexOf("\"" + tensor + "\"")) + 16;
        return 8 + length + Integer.parseInt(header.substring(offsets, header.indexOf(',', offsets)));
    }

    private static UnaryOperator<byte[]> putting(String tensor, int index, int value) {
        return bytes -> {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at(bytes, tensor) + 4 * index, value);
            return bytes;
        };
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aWeightThatIsNotFiniteIsRefused(float value) {
        assertForged("weights.safetensors", putting("vectors", 3, Float.floatToRawIntBits(value)), "not a number");
    }

    @Test
    void aTensorTooManyIsRefused() {
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            tensors.put("t" + i, RawTensor.ints(new int[] {i}));
        }
        assertForged("weights.safetensors", b -> safetensors(tensors), "missing");
        Map<String, RawTensor> more =
                new LinkedHashMap<>(Safetensors.read(parts.getOrDefault("weights.safetensors", new byte[0]), "w"));
        more.put("hidden", RawTensor.ints(new int[] {1}));
        assertForged("weights.safetensors", b -> safetensors(more), "tensors the model does not have");
    }

    private static byte[] safetensors(Map<String, RawTensor> tensors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Safetensors.write(tensors, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "user, -1",
        "user, 8",
        "user, 2147483647",
        "item, 10",
        "item, -1",
        "weight, -1082130432",
        "weight, 2143289344",
        "weight, 2139095040",
        "event, 99",
        "event, -1"
    })
    void anImpossibleRowOfTheLogIsRefused(String column, int value) {
        assertForged("log.safetensors", putting(column, 0, value), "impossible");
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        Map<String, RawTensor> tensors =
                new TreeMap<>(Safetensors.read(parts.getOrDefault("log.safetensors", new byte[0]), "log"));
        for (String column : tensors.keySet()) {
            Map<String, RawTensor> shorter = new LinkedHashMap<>(tensors);
            RawTensor whole = tensors.get(column);
            int size = whole.dtype().bytes;
            shorter.put(
                    column,
                    new RawTensor(
                            whole.dtype(),
                            new int[] {whole.shape()[0] - 1},
                            Arrays.copyOf(whole.data(), whole.data().length - size)));
            assertForged("log.safetensors", b -> safetensors(shorter), "damaged");
            shorter.remove(column);
            assertForged("log.safetensors", b -> safetensors(shorter), "tensor " + column + " is missing");
            shorter.put(column, new RawTensor(RawTensor.DType.I64, new int[] {1}, new byte[8]));
            assertForged(
                    "log.safetensors",
                    b -> safetensors(shorter),
                    whole.dtype() == RawTensor.DType.I64 ? "damaged" : "holds I64");
        }
    }

    @Test
    void neighbourListsThatLieAreRefused() {
        parts = parts(1);
        assertForged("weights.safetensors", putting("lengths", 0, -1), "too long");
        assertForged("weights.safetensors", putting("lengths", 0, 11), "too long");
        assertForged("weights.safetensors", putting("lengths", 0, 0), "values, not");
        assertForged("weights.safetensors", putting("neighbours", 0, 10), "not in order");
        assertForged("weights.safetensors", putting("neighbours", 0, -1), "not in order");
        assertForged("weights.safetensors", putting("similarities", 0, 0x7FC00000), "not a number");
    }

    @Test
    void countsThatLieAreRefused() {
        parts = parts(2);
        assertForged("weights.safetensors", putting("counts", 0, -1), "count is impossible");
        assertForged("weights.safetensors", putting("counts", 0, 9), "count is impossible");
    }

    @Test
    void weightsThatLieAreRefused() {
        parts = parts(4);
        assertForged("weights.safetensors", putting("weights", 0, 0x7FC00000), "not a number");
    }
}
