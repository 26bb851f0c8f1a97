package vitrine.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.Catalog;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.LogFingerprint;
import vitrine.data.split.Split;
import vitrine.explain.TestIds;
import vitrine.model.LiteralCnn;
import vitrine.model.Popularity;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.network.Parameters;
import vitrine.provenance.Provenance;
import vitrine.run.CancellationToken;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.CnnLearner;
import vitrine.train.PlantedShop;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingSettings;

class ModelFileTest {
    @TempDir
    Path folder;

    static List<Recommender> models() {
        return SampleModels.all();
    }

    private byte[] written(TrainedModel model) {
        Path file = folder.resolve("m.vitrine");
        ModelFile.write(model, file);
        return SampleModels.bytes(file);
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsReadIsWrittenAgainByteForByte(Recommender recommender) {
        byte[] first = written(SampleModels.trained(recommender));
        TrainedModel read = ModelFile.read(folder.resolve("m.vitrine"));
        assertArrayEquals(first, written(read));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsLostOnTheWay(Recommender recommender) {
        TrainedModel model = SampleModels.trained(recommender);
        written(model);
        TrainedModel read = ModelFile.read(folder.resolve("m.vitrine"));
        assertEquals(model.provenance(), read.provenance());
        assertEquals(SampleModels.USERS, read.recommender().users().ids());
        assertEquals(SampleModels.ITEMS, read.recommender().items().ids());
        assertEquals(recommender.name(), read.recommender().name());
        assertEquals(
                LogFingerprint.of(SampleModels.log()),
                read.log().map(LogFingerprint::of).orElse(""));
        for (int item = 0; item < SampleModels.ITEMS.size(); item++) {
            for (String name : model.catalog().attributes()) {
                assertEquals(
                        model.catalog().attribute(item, name), read.catalog().attribute(item, name));
            }
            assertEquals(model.catalog().title(item), read.catalog().title(item));
        }
        for (Query query : List.of(Query.of(3, 1, 4), Query.of(Query.UNKNOWN_USER, 9, 0), Query.of(5))) {
            assertArrayEquals(scores(recommender, query), scores(read.recommender(), query));
        }
    }

    static double[] scores(Recommender model, Query query) {
        double[] scores = new double[SampleModels.ITEMS.size()];
        model.score(query, IntStream.range(0, scores.length).toArray(), scores);
        return scores;
    }

    @Test
    void aLogWithoutTimesStaysOne() {
        InteractionLog.Builder builder =
                new InteractionLog.Builder(TestIds.of("u", 1), TestIds.of("i", 1)).withoutTimes();
        InteractionLog log =
                builder.add(0, 0, 0, vitrine.data.EventType.VIEW, 1, 1, 1).build();
        written(new TrainedModel(
                new Popularity(log.users(), log.items(), new int[] {1}),
                Catalog.empty(log.items()),
                Optional.of(log),
                Provenance.of("0", "none", 1, Map.of())));
        assertFalse(
                ModelFile.read(folder.resolve("m.vitrine")).log().orElseThrow().hasTimes());
    }

    @Test
    void withoutHistoriesThereIsNoLog() {
        TrainedModel model = SampleModels.trained(SampleModels.cnn());
        byte[] with = written(model);
        byte[] without =
                written(new TrainedModel(model.recommender(), model.catalog(), Optional.empty(), model.provenance()));
        assertTrue(without.length < with.length);
        assertTrue(ModelFile.read(folder.resolve("m.vitrine")).log().isEmpty());
        assertNull(SampleModels.parts(folder.resolve("m.vitrine")).get("log.safetensors"));
    }

    /** Many products nobody bought: parts of little else than repetition, which pack a thousand to one. */
    @Test
    void aHugeCatalogueThatPacksExtremelyWellCanBeReadBack() {
        int items = 280_000;
        IdIndex users = TestIds.of("u", 1);
        IdIndex ids = TestIds.of("i", items);
        String[] titles = new String[items];
        java.util.Arrays.fill(titles, "");
        titles[7] = "Tea";
        written(new TrainedModel(
                new Popularity(users, ids, new int[items]),
                new Catalog(ids, Map.of("title", titles)),
                Optional.empty(),
                Provenance.of("0", "none", 1, Map.of())));
        TrainedModel read = ModelFile.read(folder.resolve("m.vitrine"));
        assertEquals(items, read.recommender().items().size());
        assertEquals("Tea", read.catalog().title(7));
        assertEquals("i8", read.catalog().title(8));
    }

    @Test
    void emptyIndexesCanBeKept() {
        IdIndex none = IdIndex.of(List.of());
        written(new TrainedModel(
                new Popularity(none, none, new int[0]),
                Catalog.empty(none),
                Optional.empty(),
                Provenance.of("0", "none", 1, Map.of())));
        assertEquals(
                0,
                ModelFile.read(folder.resolve("m.vitrine"))
                        .recommender()
                        .items()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theSameTrainingGivesTheSameBytes(int threads) {
        assertArrayEquals(trainedFile(1), trainedFile(threads));
    }

    private byte[] trainedFile(int threads) {
        Split split = PlantedShop.split();
        TrainingSettings settings = new TrainingSettings(2, 100, .01, 4, 0, 0);
        CnnLearner learner = PlantedShop.learner(split, settings, 3);
        new Trainer(settings, 3)
                .train(
                        learner,
                        TrainingData.of(split, 3),
                        new JobContext(Progress.NONE, CancellationToken.NEVER, threads),
                        TrainingListener.NONE);
        return written(new TrainedModel(
                learner.model(),
                Catalog.empty(split.log().items()),
                Optional.of(split.trainingLog()),
                Provenance.of(LogFingerprint.of(split.log()), "loo", 3, Map.of())));
    }

    @Test
    void theBytesDoNotFollowTheTimeZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            byte[] shanghai = written(SampleModels.trained(SampleModels.cnn()));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertArrayEquals(shanghai, written(SampleModels.trained(SampleModels.cnn())));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theManifestIsReadableAndNamesEveryPart() {
        written(SampleModels.trained(SampleModels.cnn()));
        Map<String, byte[]> parts = SampleModels.parts(folder.resolve("m.vitrine"));
        String manifest = SampleModels.text(parts, "manifest.json");
        assertTrue(
                manifest.startsWith("{\"format\":\"vitrine-model\",\"version\":1,\"model\":\"cnn\",\"settings\":"),
                manifest);
        assertEquals("manifest.json", parts.keySet().iterator().next());
        for (String name : parts.keySet()) {
            assertTrue(name.equals("manifest.json") || manifest.contains("\"" + name + "\""), name);
        }
        assertEquals(
                SampleModels.ITEMS.size(),
                SampleModels.text(parts, "items.txt").lines().count());
    }

    @Test
    void aModelThatCannotBeKeptIsRefusedAndNothingIsWritten() throws IOException {
        Path file = folder.resolve("literal.vitrine");
        Files.writeString(file, "old", StandardCharsets.UTF_8);
        LiteralCnn.Reading reading = LiteralCnn.Reading.TWO_TOKENS;
        LiteralCnn literal = new LiteralCnn(
                TestIds.of("u", 2),
                TestIds.of("i", 2),
                reading,
                SampleModels.SIZES,
                Parameters.initial(LiteralCnn.network(2, 2, reading, SampleModels.SIZES), 1));
        CannotAnswerException refused =
                assertThrows(CannotAnswerException.class, () -> ModelFile.write(SampleModels.trained(literal), file));
        assertTrue(
                refused.getMessage().contains("cnn, neumf, itemknn, ease, bpr, popularity, gru, multvae, context"),
                refused.getMessage());
        assertEquals("old", Files.readString(file));
    }
}
