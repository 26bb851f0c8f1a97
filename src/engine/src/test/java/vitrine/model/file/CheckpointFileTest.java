package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.Cnn;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;

class CheckpointFileTest {
    private static final TrainingProgress PROGRESS = new TrainingProgress(
            2,
            5,
            .1 + .2,
            7,
            9,
            1.5,
            1,
            29,
            List.of(new TrainingProgress.Epoch(1 / 3.0, .8, new TreeMap<>(Map.of("ndcg", 1 / 7.0)), 2, 3)));

    @TempDir
    Path folder;

    private Path file;
    private Checkpoint checkpoint;
    private Map<String, byte[]> parts;

    @BeforeEach
    void write() {
        file = folder.resolve("m.checkpoint");
        Cnn model = (Cnn) SampleModels.cnn();
        Network network = model.network();
        Parameters squares = Parameters.initial(network, 4);
        squares.tensors().values().forEach(t -> {
            for (int i = 0; i < t.values().length; i++) {
                t.values()[i] *= t.values()[i];
            }
        });
        checkpoint = new Checkpoint(
                SampleModels.trained(model),
                PROGRESS,
                Parameters.initial(network, 1),
                Parameters.initial(network, 2),
                Parameters.initial(network, 3),
                squares);
        CheckpointFile.write(checkpoint, file);
        parts = SampleModels.parts(file);
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        expected.tensors().forEach((name, t) -> assertArrayEquals(t.values(), actual.values(name), name));
        assertEquals(expected.count(), actual.count());
    }

    @Test
    void everythingComesBackBitForBit() {
        Checkpoint back = CheckpointFile.read(file);
        assertEquals(PROGRESS, back.progress());
        assertSame(checkpoint.parameters(), back.parameters());
        assertSame(checkpoint.best(), back.best());
        assertSame(checkpoint.firstMoment(), back.firstMoment());
        assertSame(checkpoint.secondMoment(), back.secondMoment());
        assertSame(
                ((Cnn) checkpoint.model().recommender()).parameters(),
                ((Cnn) back.model().recommender()).parameters());
    }

    @Test
    void aCheckpointIsAModelWithThreePartsMore() {
        assertEquals("cnn", ModelFile.read(file).recommender().name());
        Path model = folder.resolve("m");
        ModelFile.write(checkpoint.model(), model);
        Map<String, byte[]> more = new LinkedHashMap<>(parts);
        SampleModels.parts(model).forEach((name, bytes) -> {
            byte[] same = more.remove(name);
            if (!name.equals("manifest.json")) {
                assertArrayEquals(bytes, same, name);
            }
        });
        assertEquals(
                List.of("training.json", "training.safetensors", "optimizer.safetensors"), List.copyOf(more.keySet()));
    }

    @Test
    void aModelWithoutThemHasNothingToResume() {
        ModelFile.write(checkpoint.model(), file);
        CannotAnswerException refused = assertThrows(CannotAnswerException.class, () -> CheckpointFile.read(file));
        assertTrue(refused.getMessage().contains("nothing to resume"), refused.getMessage());
    }

    private void assertRefused(Map<String, byte[]> forged, String because) throws IOException {
        Files.write(file, SampleModels.zip(forged));
        BadInputException refused = assertThrows(BadInputException.class, () -> CheckpointFile.read(file));
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"training.json", "training.safetensors", "optimizer.safetensors"})
    void aPartMissingOrNotTheOneHashedIsRefused(String name) throws IOException {
        byte[] changed = parts.getOrDefault(name, new byte[1]).clone();
        changed[changed.length / 2] ^= 1;
        Map<String, byte[]> other = new LinkedHashMap<>(parts);
        other.put(name, changed);
        assertRefused(other, name + " is not what the manifest says");
        other.remove(name);
        assertRefused(other, name + " is missing");
    }

    @Test
    void twoPartsOfThreeAreNoCheckpoint() throws IOException {
        ModelFile.write(
                checkpoint.model(),
                Map.of("training.json", parts.getOrDefault("training.json", new byte[0])),
                content -> true,
                file);
        BadInputException refused = assertThrows(BadInputException.class, () -> CheckpointFile.read(file));
        assertTrue(refused.getMessage().contains("neither a model nor a checkpoint"), refused.getMessage());
        ModelFile.write(SampleModels.trained(SampleModels.all().get(2)), training(), content -> false, file);
        refused = assertThrows(BadInputException.class, () -> CheckpointFile.read(file));
        assertTrue(refused.getMessage().contains("neither a model nor a checkpoint"), refused.getMessage());
    }

    private Map<String, byte[]> training() {
        Map<String, byte[]> training = new LinkedHashMap<>();
        for (String name : List.of("training.json", "training.safetensors", "optimizer.safetensors")) {
            training.put(name, parts.getOrDefault(name, new byte[0]));
        }
        return training;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"epoch\":2 | \"epoch\":3 | impossible",
                "\"epoch\":2 | \"epoch\":0 | impossible",
                "\"epoch\":2 | \"epoch\":2147483647 | impossible",
                "\"batch\":5 | \"batch\":-1 | impossible",
                "\"right\":7 | \"right\":10 | impossible",
                "\"right\":7 | \"right\":-1 | impossible",
                "\"bestEpoch\":1 | \"bestEpoch\":2 | impossible",
                "\"bestEpoch\":1 | \"bestEpoch\":0 | impossible",
                "\"optimizerStep\":29 | \"optimizerStep\":-29 | impossible",
                "\"seconds\":1.5 | \"seconds\":-1 | impossible",
                "\"lossSum\":0 | \"lossSum\":1e999,\"x\":0 | cannot be read",
                "\"accuracy\":0.8 | \"accuracy\":1e999 | impossible",
                "\"accuracy\":0.8 | \"accuracy\":\"NaN\" | impossible",
                "\"ndcg\":0 | \"ndcg\":null,\"x\":0 | impossible",
                "\"epoch\":2 | \"epoch\":2,\"epoch\":2 | cannot be read",
                "\"epoch\":2 | \"epoch\":\"2\" | cannot be read",
                "\"epochs\":[ | \"epochs\":[null, | cannot be read",
                "\"epochs\":[ | \"epochs\":[{\"@class\":\"java.net.URL\"}, | cannot be read",
            })
    void progressThatLiesIsRefused(String before, String after, String because) throws IOException {
        String json = SampleModels.text(parts, "training.json");
        assertTrue(json.contains(before), json);
        byte[] forged = json.replaceFirst(
                        java.util.regex.Pattern.quote(before), java.util.regex.Matcher.quoteReplacement(after))
                .getBytes(StandardCharsets.UTF_8);
        assertRefused(SampleModels.forged(parts, "training.json", forged), because);
    }

    @Test
    void stateThatIsNoNumberOrHasAnotherShapeIsRefused() throws IOException {
        Map<String, RawTensor> state = tensors("training.safetensors");
        assertForged(
                "training.safetensors",
                state,
                "live/vectors",
                floats(state, "live/vectors", Float.NaN),
                "not a number");
        assertForged("training.safetensors", state, "best/score.bias", RawTensor.floats(new float[2], 2), "shape");
        assertForged("training.safetensors", state, "more", RawTensor.floats(new float[2], 2), "does not have");
        Map<String, RawTensor> moments = tensors("optimizer.safetensors");
        assertForged(
                "optimizer.safetensors",
                moments,
                "second-moment/vectors",
                floats(moments, "second-moment/vectors", -1e-9f),
                "negative");
        assertForged(
                "optimizer.safetensors",
                moments,
                "first-moment/vectors",
                floats(moments, "first-moment/vectors", Float.NEGATIVE_INFINITY),
                "not a number");
    }

    private Map<String, RawTensor> tensors(String part) {
        return Safetensors.read(parts.getOrDefault(part, new byte[0]), part);
    }

    /** The tensor with its first value changed. */
    private static RawTensor floats(Map<String, RawTensor> tensors, String name, float value) {
        RawTensor raw = Codecs.present(tensors, name, name);
        float[] values = raw.floats(name);
        values[0] = value;
        return RawTensor.floats(values, raw.shape());
    }

    private void assertForged(
            String part, Map<String, RawTensor> tensors, String name, RawTensor tensor, String because)
            throws IOException {
        Map<String, RawTensor> changed = new LinkedHashMap<>(tensors);
        changed.put(name, tensor);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(changed, out);
        assertRefused(SampleModels.forged(parts, part, out.toByteArray()), because);
    }
}
