package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.network.HistoryConvolutionFixture;
import vitrine.run.BadInputException;
import vitrine.run.SeededRandom;

/** DL4J files made to harm: each is refused with a sentence, none runs code, none takes the Java machine down. */
@Timeout(60)
class HostileDl4jFileTest {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final AtomicInteger SPRUNG = new AtomicInteger();

    @TempDir
    Path folder;

    private final HistoryConvolutionFixture fixture = new HistoryConvolutionFixture(4, 2, 3, 3, 5, 1);
    private Map<String, byte[]> parts = new LinkedHashMap<>();
    private byte[] whole = {};

    /** Says when it is loaded by its name, which stands in a file. */
    static final class Trap {
        static {
            SPRUNG.incrementAndGet();
        }

        private Trap() {}
    }

    @BeforeEach
    void export() throws IOException {
        Path file = folder.resolve("whole.zip");
        Dl4jExport.write(fixture.parameters, fixture.shape, file);
        whole = Files.readAllBytes(file);
        parts = Zips.parts(file);
    }

    private String refusal(byte[] zip) throws IOException {
        Path file = folder.resolve("hostile.zip");
        Files.write(file, zip);
        String message = String.valueOf(assertThrows(BadInputException.class, () -> Dl4jImport.read(file))
                .getMessage());
        assertTrue(message.startsWith(file.toString()) && message.endsWith("."), message);
        return message;
    }

    private void assertRefused(String part, byte[] content, String because) throws IOException {
        Map<String, byte[]> forged = new LinkedHashMap<>(parts);
        forged.put(part, content);
        String message = refusal(Zips.zip(forged));
        assertTrue(message.contains(because), message);
    }

    private byte[] part(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    @Test
    void putTogetherAgainTheFileIsRead() throws IOException {
        Path file = folder.resolve("again.zip");
        Files.write(file, Zips.zip(parts));
        assertEquals(fixture.shape, Dl4jImport.read(file).shape());
        Files.write(
                file,
                Zips.zip(Map.of(CONFIGURATION, part(CONFIGURATION), COEFFICIENTS, CoefficientBytes.of(71, 71, 71))));
        assertArrayEquals(
                new float[] {67, 68, 69}, Dl4jImport.read(file).parameters().values("score.weight"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preprocessor.bin",
                "normalizer.bin",
                "noParams.marker",
                "objects/evil",
                "../evil",
                "/etc/evil",
                "..\\evil",
                "Configuration.json",
                "configuration.json/",
                "coefficients.bin\u0000"
            })
    void partsThatDoNotBelongThereAreRefused(String name) throws IOException {
        assertRefused(name, new byte[name.endsWith("/") ? 0 : 3], "damaged");
        assertTrue(Files.notExists(folder.resolve("../evil")));
    }

    /** That nothing here could bring it to life is the business of the rules of the house. */
    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin", COEFFICIENTS, CONFIGURATION})
    void aJavaObjectInAnyPartIsRefused(String name) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(object)) {
            out.writeObject(new ArrayList<>(List.of("x")));
        }
        assertRefused(name, object.toByteArray(), "damaged");
    }

    @Test
    void theOptimisersStateIsNotLookedAt() throws IOException {
        parts.put("updaterState.bin", new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5});
        Path file = folder.resolve("updater.zip");
        Files.write(file, Zips.zip(parts));
        assertEquals(fixture.shape, Dl4jImport.read(file).shape());
    }

    @ParameterizedTest
    @ValueSource(strings = {CONFIGURATION, COEFFICIENTS})
    void aMissingPartIsRefusedByName(String name) throws IOException {
        parts.remove(name);
        assertTrue(refusal(Zips.zip(parts)).contains(name + " is missing"));
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() throws IOException {
        parts.put("coefficients.bim", part(COEFFICIENTS));
        String latin = new String(Zips.zip(parts), StandardCharsets.ISO_8859_1);
        String message = refusal(latin.replace("coefficients.bim", COEFFICIENTS).getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(message.contains("twice"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONFIGURATION, COEFFICIENTS, "updaterState.bin"})
    void aBombOfZerosIsRefused(String name) throws IOException {
        assertRefused(name, new byte[20 << 20], name + " claims an impossible size");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 1 << 20, 0})
    void aSizeThatIsNotTrueIsRefused(int claim) throws IOException {
        byte[] zip = Zips.zip(parts);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(bytes.getInt(zip.length - 6) + 24, claim);
        refusal(zip);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.deeplearning4j.nn.conf.graph.LayerVertex | vitrine.network.dl4j.HostileDl4jFileTest$Trap |"
                        + " vertices/vectors/@class is not",
                "org.nd4j.linalg.learning.config.Adam | javax.script.ScriptEngineManager | iupdater/@class is not",
                "org.nd4j.linalg.learning.config.Adam | org.nd4j.linalg.learning.config.Sgd | iupdater/@class is not",
                "\"layer\" : null | \"layer\" : {\"@class\":\"java.net.URL\"} | defaultConfiguration/layer is not null",
                "\"preProcessor\" : null | \"preProcessor\" : {\"@class\":\"x\"} | preProcessor is not null",
                "\"constraints\" : null | \"constraints\" : null, \"@clazz\" : \"java.net.URL\" | has other fields",
                "\"backpropType\" | \"@class\" : \"java.net.URL\", \"backpropType\" | it has other fields",
                "\"nin\" : 5 | \"nin\" : 16777217 | sizes are impossible",
                "\"nin\" : 5 | \"nin\" : 2147483647 | sizes are impossible",
                "\"nin\" : 5 | \"nin\" : 2147483648 | vectors/layerConf/layer/nin is not a size",
                "\"nin\" : 5 | \"nin\" : 16777216 | claims 71 numbers where the network has 33554493",
                "\"nin\" : 5 | \"nin\" : -5 | is not a size",
                "\"nin\" : 5 | \"nin\" : 0 | is not a size",
                "\"nin\" : 5 | \"nin\" : 5.0 | is not a size",
                "\"nin\" : 5 | \"nin\" : \"5\" | is not a size",
                "\"nin\" : 5 | \"nin\" : 6 | claims 71 numbers where the network has 73",
                "\"nout\" : 2 | \"nout\" : 3 | sizes are impossible",
                "\"nin\" : 6 | \"nin\" : 7 | sizes are impossible",
                "\"nin\" : 3 | \"nin\" : 4 | score/layerConf/layer/nin is not the size it has elsewhere",
                "[ 3, 3 ] | [ 3, 5 ] | is not the size it has elsewhere",
                "[ 3, 3 ] | [ 2, 2 ] | sizes are impossible",
                "[ 3, 3 ] | [ 3 ] | kernelSize is not",
                "[ 3, 3 ] | 3 | kernelSize is not",
                "\"inputLength\" : 5 | \"inputLength\" : 1 | sizes are impossible",
                "\"inputLength\" : 5 | \"inputLength\" : 2000000000 | sizes are impossible",
                "\"stride\" : [ 1, 1 ] | \"stride\" : [ 2, 1 ] | conv1d/layerConf/layer/stride/0 is not 1",
                "\"op\" : \"Product\" | \"op\" : \"Add\" | vertices/match/op is not \"Product\"",
                "\"match\" : [ \"vectors\", | \"match\" : [ \"ids\", | vertexInputs/match/0 is not",
                "\"seed\" : 0 | \"seed\" : null | defaultConfiguration/seed is not a number",
                "\"seed\" : 0 | \"seed\" : {} | defaultConfiguration/seed is not a number",
                "\"seed\" : 0 | \"sead\" : 0 | defaultConfiguration/seed is missing",
                "\"seed\" : 0 | \"seed\" : 0, \"seed\" : 1 | not JSON",
                "\"seed\" : 0 | \"seed\" : 0 0 | not JSON",
                "\"vertices\" : { | \"vertices\" : [ | not JSON",
            })
    void aConfigurationThatIsAnotherIsRefusedWithItsPlace(String before, String after, String because)
            throws IOException {
        String json = new String(part(CONFIGURATION), StandardCharsets.UTF_8);
        assertTrue(json.contains(before), json);
        String forged = json.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
        assertRefused(CONFIGURATION, forged.getBytes(StandardCharsets.UTF_8), because);
        assertEquals(0, SPRUNG.get());
    }

    @Test
    void textThatIsNoConfigurationIsRefused() throws IOException {
        for (String text : new String[] {"", "null", "[]", "\"x\"", "{}", "{} {}", "\u0000", "{\"vertices\":null}"}) {
            Map<String, byte[]> forged = new LinkedHashMap<>(parts);
            forged.put(CONFIGURATION, text.getBytes(StandardCharsets.UTF_8));
            refusal(Zips.zip(forged));
        }
        assertRefused(CONFIGURATION, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "not JSON");
        assertRefused(CONFIGURATION, "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8), "not JSON");
        byte[] noise = new byte[2 << 20];
        new java.util.Random(1).nextBytes(noise);
        assertRefused(CONFIGURATION, noise, "at most 1048576 bytes");
        String json = new String(part(CONFIGURATION), StandardCharsets.UTF_8);
        String digits = "\"seed\" : " + "9".repeat(100_000);
        assertRefused(CONFIGURATION, json.replace("\"seed\" : 0", digits).getBytes(StandardCharsets.UTF_8), "not JSON");
    }

    @Test
    void aZipCutAnywhereIsRefused() throws IOException {
        for (int length = 0; length < whole.length; length += length < 200 || length > whole.length - 200 ? 1 : 37) {
            refusal(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void flippedBytesOfTheZipAreRefusedOrHarmless() throws IOException {
        SeededRandom random = new SeededRandom(3);
        Path file = folder.resolve("flipped.zip");
        int refused = 0;
        for (int trial = 0; trial < 600; trial++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, flipped);
            try {
                Dl4jImport.Imported read = Dl4jImport.read(file);
                fixture.parameters
                        .tensors()
                        .forEach((name, t) ->
                                assertArrayEquals(t.values(), read.parameters().values(name)));
            } catch (BadInputException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
                refused++;
            }
        }
        assertTrue(refused > 300, refused + " of 600 refused");
    }
}
