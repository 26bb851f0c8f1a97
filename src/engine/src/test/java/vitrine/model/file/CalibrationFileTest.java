package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.Calibration;
import vitrine.run.BadInputException;

/** Probabilities in a model file: there and back, and files made to harm. */
class CalibrationFileTest {
    private static final String PART = "calibration.json";
    private static final TrainedModel PLAIN =
            SampleModels.trained(SampleModels.all().get(0));

    @TempDir
    Path folder;

    private Path written(Optional<Calibration> calibration, String name) {
        Path file = folder.resolve(name);
        ModelFile.write(
                new TrainedModel(PLAIN.recommender(), PLAIN.catalog(), PLAIN.log(), PLAIN.provenance(), calibration),
                file);
        return file;
    }

    @Test
    void comesBackAsItWas() {
        Optional<Calibration> calibration = Optional.of(new Calibration(.123456789012345, 943));
        assertEquals(
                calibration, ModelFile.read(written(calibration, "a.vitrine")).calibration());
    }

    @Test
    void aModelWithoutHasTheFileItAlwaysHad() throws IOException {
        Path file = written(Optional.empty(), "a.vitrine");
        assertFalse(SampleModels.parts(file).containsKey(PART));
        Path old = folder.resolve("old.vitrine");
        ModelFile.write(PLAIN, old);
        assertArrayEquals(Files.readAllBytes(old), Files.readAllBytes(file));
        assertTrue(ModelFile.read(old).calibration().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{'method':'temperature','event':'next-new-item','slope':1,'users':100}",
                "{'method':'temperature','event':'next-new-item','slope':0,'users':100,'source':'validation'}",
                "{'method':'temperature','event':'next-new-item','slope':-1,'users':100,'source':'validation'}",
                "{'method':'temperature','event':'next-new-item','slope':1e300,'users':100,'source':'validation'}",
                "{'method':'temperature','event':'next-new-item','slope':'NaN','users':100,'source':'validation'}",
                "{'method':'temperature','event':'next-new-item','slope':1,'users':0,'source':'validation'}",
                "{'method':'temperature','event':'next-new-item','slope':1,'users':1e12,'source':'validation'}",
                "{'method':'magic','event':'next-new-item','slope':1,'users':100,'source':'validation'}",
                "{'method':'temperature','event':'ever','slope':1,'users':100,'source':'validation'}",
                "{'method':'temperature','event':'next-new-item','slope':1,'users':100,'source':'test'}",
                "{'method':'temperature','event':'next-new-item','slope':1,'users':100,'source':'validation','x':1}",
                "{'method':'temperature','event':'next-new-item','slope':1,'slope':2,'users':9,'source':'validation'}"
            })
    void whatCannotBeIsRefusedEvenWithATrueHash(String content) throws IOException {
        Map<String, byte[]> parts = SampleModels.parts(written(Optional.of(new Calibration(1, 100)), "a.vitrine"));
        byte[] bytes = content.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("hostile.vitrine");
        Files.write(file, SampleModels.zip(SampleModels.forged(parts, PART, bytes)));
        BadInputException refused = assertThrows(BadInputException.class, () -> ModelFile.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains(PART), refused.getMessage());
    }

    @Test
    void longOnesAreRefused() throws IOException {
        Map<String, byte[]> parts = SampleModels.parts(written(Optional.of(new Calibration(1, 100)), "a.vitrine"));
        Path file = folder.resolve("long.vitrine");
        String padded = new String(parts.get(PART), StandardCharsets.UTF_8) + " ".repeat(5000);
        Files.write(file, SampleModels.zip(SampleModels.forged(parts, PART, padded.getBytes(StandardCharsets.UTF_8))));
        BadInputException refused = assertThrows(BadInputException.class, () -> ModelFile.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("too long"), refused.getMessage());
    }
}
