package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.model.Context;
import vitrine.model.DeepContext;
import vitrine.model.FeatureSpace;
import vitrine.run.BadInputException;

/** Files of a context model: what they keep, and what is refused of those whose attributes or places lie. */
@Timeout(60)
class HostileFeaturesTest {
    private static final String FEATURES = "features.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String LOG = "log.safetensors";

    @TempDir
    Path folder;

    private Map<String, byte[]> parts = Map.of();

    @BeforeEach
    void write() {
        Path file = folder.resolve("whole.vitrine");
        TrainedModel model = SampleModels.trained(SampleModels.context());
        ModelFile.write(
                new TrainedModel(model.recommender(), model.catalog(), Optional.of(log()), model.provenance()), file);
        parts = SampleModels.parts(file);
    }

    /** Regions 0, 1, unknown in turn, and one the model has no name for. */
    private static InteractionLog log() {
        InteractionLog.Builder builder = new InteractionLog.Builder(
                        IdIndex.of(SampleModels.USERS), IdIndex.of(SampleModels.ITEMS))
                .withPlaces(IdIndex.of(java.util.List.of("北", "a\"b", "nameless")), IdIndex.of(java.util.List.of()));
        for (int row = 0; row < 8; row++) {
            builder.add(row, row, 1_000L * row, EventType.VIEW, 1, 1, 1, row % 4 == 3 ? -1 : row % 4, -1);
        }
        return builder.build();
    }

    private void assertRefused(Map<String, byte[]> changed, String because) {
        Path file = folder.resolve("hostile.vitrine");
        try {
            Files.write(file, SampleModels.zip(changed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        BadInputException refused = assertThrows(BadInputException.class, () -> ModelFile.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains(because), refused.getMessage());
    }

    private void assertForged(String name, byte[] content, String because) {
        assertRefused(SampleModels.forged(parts, name, content), because);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void attributesNamesAndPlacesComeBack() {
        TrainedModel read = ModelFile.read(folder.resolve("whole.vitrine"));
        DeepContext model = (DeepContext) read.recommender();
        DeepContext original = (DeepContext) SampleModels.context();
        FeatureSpace space = model.features();
        assertEquals(FeaturesPart.of(original.features()), FeaturesPart.of(space));
        for (int user = 0; user < SampleModels.USERS.size(); user++) {
            assertEquals(
                    original.features().users().value(user, 0), space.users().value(user, 0));
            assertEquals(
                    original.features().users().value(user, 1), space.users().value(user, 1));
        }
        assertEquals(original.knownUsers(), model.knownUsers());
        assertEquals(original.knownItems(), model.knownItems());
        InteractionLog log = read.log().orElseThrow();
        assertEquals(space.regions().ids(), log.regions().ids());
        int[] regions = new int[8];
        for (int user = 0; user < 8; user++) {
            regions[user] = Context.latest(log, user, row -> true).region();
        }
        assertEquals("[0, 1, -1, -1, 0, 1, -1, -1]", java.util.Arrays.toString(regions));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"regions\":[ | \"regions\":[null, | too many names",
                "\"regions\":[ | \"regions\":[\"\", | too many names",
                "\"regions\":[ | \"regions\":[\"北\", | a name stands twice",
                "\"regions\":[ | \"regions\":[\"x\", | shape",
                "\"devices\":[ | \"devices\":[\"x\" | shape",
                "\"devices\":[] | \"devices\":null | cannot be read",
                "\"devices\":[], | '' | cannot be read",
                "\"devices\":[], | \"devices\":[],\"extra\":1, | cannot be read",
                "\"users\":[ | \"users\":[null, | stands twice",
                "\"name\":\"segment\" | \"name\":\"price\" | stands twice",
                "\"kind\":\"number\" | \"kind\":\"category\" | impossible",
                "\"kind\":\"category\" | \"kind\":\"number\" | impossible",
                "\"kind\":\"category\" | \"kind\":\"code\" | impossible",
                "\"deviation\":1.0 | \"deviation\":0.0 | impossible",
                "\"deviation\":1.0 | \"deviation\":1e999 | impossible",
                "\"mean\":0.0 | \"mean\":\"NaN\" | impossible",
                "\"values\":[\"s\", | \"values\":[\"s\",\"s\", | a name stands twice",
                "\"values\":[\"s\", | \"values\":[ | none of its attribute",
            })
    void attributesThatLieAreRefused(String before, String after, String because) {
        String features = SampleModels.text(parts, FEATURES);
        assertTrue(features.contains(before), features);
        assertForged(FEATURES, utf8(features.replace(before, after)), because);
    }

    /** Values of such a scale would be shown as infinite. */
    @ParameterizedTest
    @CsvSource({
        "false, 2e15, 1",
        "false, -1e200, 1",
        "false, 0, 2e15",
        "false, 0, 1e300",
        "true, 101, 1",
        "true, 0, 1e3",
    })
    void aScaleBeyondAllNumbersIsRefused(boolean logarithmic, String mean, String deviation) {
        String features = SampleModels.text(parts, FEATURES);
        String forged = features.replaceFirst(
                "(\"kind\":\"number\",\"values\":\\[],)\"logarithmic\":[a-z]+,\"mean\":[^,]+,\"deviation\":[^}]+",
                "$1\"logarithmic\":" + logarithmic + ",\"mean\":" + mean + ",\"deviation\":" + deviation);
        assertNotEquals(features, forged);
        assertForged(FEATURES, utf8(forged), "impossible");
    }

    @Test
    void tooManyNamesOrAttributesAreRefused() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 4100; i++) {
            names.append("\"n").append(i).append("\",");
        }
        String features = SampleModels.text(parts, FEATURES);
        assertForged(FEATURES, utf8(features.replace("\"regions\":[", "\"regions\":[" + names)), "too many names");
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 65; i++) {
            attributes
                    .append("{\"name\":\"a")
                    .append(i)
                    .append(
                            "\",\"kind\":\"category\",\"values\":[],\"logarithmic\":false,\"mean\":0.0,\"deviation\":1.0},");
        }
        assertForged(
                FEATURES, utf8(features.replace("\"users\":[", "\"users\":[" + attributes)), "more than 64 attributes");
    }

    @Test
    void withoutTheMeaningOfItsAttributesAContextModelIsRefusedAndNoOtherModelHasAny() {
        Map<String, byte[]> without = new LinkedHashMap<>(parts);
        without.remove(FEATURES);
        assertRefused(without, FEATURES + " is missing");
        Path file = folder.resolve("cnn.vitrine");
        ModelFile.write(SampleModels.trained(SampleModels.cnn()), file);
        Map<String, byte[]> cnn = SampleModels.parts(file);
        String manifest = SampleModels.text(cnn, "manifest.json");
        String context = SampleModels.text(parts, "manifest.json");
        int at = context.indexOf("\"features.json\"");
        String entry = context.substring(at, context.indexOf('}', at) + 1);
        cnn.put("manifest.json", utf8(manifest.replace("\"files\":{", "\"files\":{" + entry + ",")));
        cnn.put(FEATURES, parts.getOrDefault(FEATURES, new byte[0]));
        assertRefused(cnn, "reads none");
    }

    private byte[] changed(String part, String tensor, UnaryOperator<RawTensor> change) {
        Map<String, RawTensor> tensors =
                new LinkedHashMap<>(Safetensors.read(parts.getOrDefault(part, new byte[0]), part));
        tensors.computeIfPresent(tensor, (name, raw) -> change.apply(raw));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Safetensors.write(tensors, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static UnaryOperator<RawTensor> firstInt(int value) {
        return raw -> {
            byte[] data = raw.data().clone();
            java.nio.ByteBuffer.wrap(data)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(value);
            return new RawTensor(raw.dtype(), raw.shape(), data);
        };
    }

    private static RawTensor empty(RawTensor raw) {
        return new RawTensor(raw.dtype(), new int[] {0}, new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "user-codes, 3",
        "user-codes, -2",
        "user-codes, 2147483647",
        "item-codes, 99",
        "user-numbers, 1065353216",
    })
    void valuesThatAreNoneAreRefused(String tensor, int value) {
        assertForged(WEIGHTS, changed(WEIGHTS, tensor, firstInt(value)), "none of its attribute");
    }

    @Test
    void valuesThatAreNotFiniteOrTooFewAreRefused() {
        assertForged(WEIGHTS, changed(WEIGHTS, "user-numbers", firstInt(0x7FC00000)), "not a number");
        assertForged(WEIGHTS, changed(WEIGHTS, "item-codes", HostileFeaturesTest::empty), "one value an owner");
        assertForged(WEIGHTS, changed(WEIGHTS, "user-known", HostileFeaturesTest::empty), "another length");
        assertForged(WEIGHTS, changed(WEIGHTS, "item-known", firstInt(2)), "impossible");
    }

    @ParameterizedTest
    @CsvSource({"region, 2", "region, -2", "device, 0"})
    void placesWithoutANameAreRefused(String column, int value) {
        assertForged(LOG, changed(LOG, column, firstInt(value)), "row 0 is impossible");
    }

    @Test
    void aLogWithoutPlacesIsRefused() {
        assertForged(LOG, changed(LOG, "region", HostileFeaturesTest::empty), "values, not");
    }
}
