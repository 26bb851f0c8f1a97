package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;
import vitrine.run.SeededRandom;

/** The general reader and files made to harm: each is refused with a sentence, none runs code or takes the machine down. */
@Timeout(60)
class HostileNetworkFileTest {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final Loss LOSS = new BinaryCrossEntropy();
    private static final AtomicInteger SPRUNG = new AtomicInteger();

    private static final Network NETWORK = ExpressibleNetworks.oneOfEach();

    @TempDir
    Path folder;

    private final Parameters parameters = Parameters.initial(NETWORK, 6);
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
        Dl4jExport.write(NETWORK, parameters, LOSS, file);
        whole = Files.readAllBytes(file);
        parts = Zips.parts(file);
    }

    private Parameters read(byte[] zip) throws IOException {
        Path file = folder.resolve("hostile.zip");
        Files.write(file, zip);
        return Dl4jImport.read(file, NETWORK, LOSS);
    }

    private String refusal(byte[] zip) {
        String message = String.valueOf(
                assertThrows(BadInputException.class, () -> read(zip)).getMessage());
        assertTrue(message.startsWith(folder.toString()) && message.endsWith("."), message);
        return message;
    }

    private void assertRefused(String part, byte[] content, String because) {
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
        Parameters read = read(Zips.zip(parts));
        parameters.tensors().forEach((name, t) -> assertArrayEquals(t.values(), read.values(name), name));
    }

    @Test
    void aClassOfTheirsIsNeverLoaded() {
        String text = new String(part(CONFIGURATION), StandardCharsets.UTF_8);
        for (String theirs : new String[] {
            "org.deeplearning4j.nn.conf.graph.LayerVertex",
            "org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed",
            "org.deeplearning4j.nn.conf.dropout.Dropout",
            "org.nd4j.linalg.learning.config.Adam",
            "org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT"
        }) {
            assertTrue(text.contains(theirs), theirs);
            for (String other : new String[] {Trap.class.getName(), "javax.script.ScriptEngineManager"}) {
                assertRefused(
                        CONFIGURATION,
                        text.replace(theirs, other).getBytes(StandardCharsets.UTF_8),
                        "@class is not \"" + theirs + "\"");
            }
        }
        assertEquals(0, SPRUNG.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin", "noParams.marker", "../evil", "objects/evil"})
    void anythingElseInTheZipIsRefused(String name) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(object)) {
            out.writeObject(new ArrayList<>(List.of("x")));
        }
        assertRefused(name, object.toByteArray(), "does not belong there");
    }

    @Test
    void textThatIsNoConfigurationIsRefused() {
        for (String text :
                new String[] {"", "null", "[]", "{}", "{} {}", "[".repeat(100_000), "{\"a\":".repeat(100_000)}) {
            Map<String, byte[]> forged = new LinkedHashMap<>(parts);
            forged.put(CONFIGURATION, text.getBytes(StandardCharsets.UTF_8));
            refusal(Zips.zip(forged));
        }
        byte[] noise = new byte[2 << 20];
        new java.util.Random(1).nextBytes(noise);
        assertRefused(CONFIGURATION, noise, "at most 1048576 bytes");
        for (String name : List.of(CONFIGURATION, COEFFICIENTS)) {
            Map<String, byte[]> less = new LinkedHashMap<>(parts);
            less.remove(name);
            assertTrue(refusal(Zips.zip(less)).contains(name + " is missing"));
            assertRefused(name, new byte[20 << 20], name + " claims an impossible size");
        }
    }

    @Test
    void coefficientsThatLieAreRefused() {
        int count = (int) parameters.count();
        assertRefused(
                COEFFICIENTS, CoefficientBytes.of(count + 1, count + 1, count + 1), "where the network has " + count);
        assertRefused(COEFFICIENTS, CoefficientBytes.of(count, 1L << 40, count), "a length in it is wrong");
        assertRefused(
                COEFFICIENTS, CoefficientBytes.of(count, count, count - 1), "does not hold the numbers it claims");
        byte[] endless = part(COEFFICIENTS).clone();
        ByteBuffer.wrap(endless).putFloat(endless.length - 8, Float.NaN);
        assertRefused(COEFFICIENTS, endless, "is not finite");
    }

    @Test
    void aZipCutOrFlippedIsRefusedOrHarmless() throws IOException {
        for (int length = 0; length < whole.length; length += 211) {
            refusal(Arrays.copyOf(whole, length));
        }
        SeededRandom random = new SeededRandom(3);
        int refused = 0;
        for (int trial = 0; trial < 100; trial++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                Parameters read = read(flipped);
                parameters.tensors().forEach((name, t) -> assertArrayEquals(t.values(), read.values(name)));
            } catch (BadInputException e) {
                refused++;
            }
        }
        assertTrue(refused > 50, refused + " of 100 refused");
    }
}
