package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.SeededRandom;

/** Whatever happens to the bytes: refused with a sentence, or the very same model. */
@Timeout(120)
class DamagedModelFileTest {
    private static final List<Query> QUESTIONS = List.of(Query.of(3, 1, 4, 0), Query.of(Query.UNKNOWN_USER, 9));

    @TempDir
    Path folder;

    private Recommender model;
    private byte[] whole;

    @BeforeEach
    void write() {
        model = SampleModels.cnn();
        Path file = folder.resolve("whole.vitrine");
        ModelFile.write(SampleModels.trained(model), file);
        whole = SampleModels.bytes(file);
    }

    /** @return whether the bytes were refused */
    private boolean refused(byte[] bytes, String how) throws IOException {
        Path file = folder.resolve("damaged.vitrine");
        Files.write(file, bytes);
        TrainedModel read;
        try {
            read = ModelFile.read(file);
        } catch (BadInputException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.contains("damaged.vitrine") || message.startsWith("Tensor "), how + ": " + message);
            assertTrue(message.endsWith("."), how + ": " + message);
            return true;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(how + " gives " + e, e);
        }
        for (Query query : QUESTIONS) {
            assertArrayEquals(ModelFileTest.scores(model, query), ModelFileTest.scores(read.recommender(), query), how);
        }
        assertEquals(SampleModels.ITEMS, read.recommender().items().ids(), how);
        return false;
    }

    /** The first and last 200 bytes and 300 places between, drawn by seed. */
    private Set<Integer> places() {
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            places.add(i);
            places.add(whole.length - 1 - i);
        }
        SeededRandom random = new SeededRandom(4);
        for (int i = 0; i < 300; i++) {
            places.add(random.nextInt(whole.length));
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80})
    void anyFlippedByteIsRefusedOrHarmless(int mask) throws IOException {
        int refused = 0;
        Set<Integer> places = places();
        for (int place : places) {
            byte[] flipped = whole.clone();
            flipped[place] ^= (byte) mask;
            refused += refused(flipped, "byte " + place + " of " + whole.length + " ^ " + mask) ? 1 : 0;
        }
        // Times, version numbers and the local copies of sizes may change unnoticed; contents may not.
        assertTrue(refused > places.size() / 2, refused + " of " + places.size() + " refused");
    }

    @Test
    void anyTruncationIsRefused() throws IOException {
        for (int place : places()) {
            assertTrue(refused(Arrays.copyOf(whole, place), "cut after " + place), "cut after " + place);
        }
    }

    @Test
    void bytesBehindOrBeforeAreRefusedOrHarmless() throws IOException {
        SeededRandom random = new SeededRandom(8);
        for (int extra : new int[] {1, 4, 100, 70_000}) {
            byte[] behind = Arrays.copyOf(whole, whole.length + extra);
            byte[] before = new byte[whole.length + extra];
            System.arraycopy(whole, 0, before, extra, whole.length);
            for (int i = 0; i < extra; i++) {
                behind[whole.length + i] = (byte) random.nextInt(256);
                before[i] = (byte) random.nextInt(256);
            }
            refused(behind, extra + " behind");
            refused(before, extra + " before");
        }
    }

    @Test
    void manyFlippedBytesAtOnceAreRefusedOrHarmless() throws IOException {
        SeededRandom random = new SeededRandom(9);
        for (int trial = 0; trial < 200; trial++) {
            byte[] flipped = whole.clone();
            int end = trial % 2 == 0 ? whole.length : 500;
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                flipped[whole.length - 1 - random.nextInt(end)] = (byte) random.nextInt(256);
            }
            refused(flipped, "trial " + trial);
        }
    }

    @Test
    void whatIsNoModelFileIsBadInput() throws IOException {
        assertTrue(refused(new byte[0], "empty"));
        assertTrue(refused("user,item\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "a table"));
        BadInputException missing =
                assertThrows(BadInputException.class, () -> ModelFile.read(folder.resolve("none.vitrine")));
        assertTrue(missing.getMessage().contains("none.vitrine"), missing.getMessage());
        assertThrows(BadInputException.class, () -> ModelFile.read(folder));
    }
}
