package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.assess.Reliability;
import vitrine.model.Calibration;
import vitrine.model.file.ModelFile;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.DivergedException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.train.StepOutcome;
import vitrine.train.TrainingListener;

/** Probabilities from training to the answers, in a shop with users enough to calibrate on. */
class CalibratedAnswersTest {
    private static final int USERS = 120;

    @TempDir
    Path folder;

    private TinyShop shop;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder, USERS);
    }

    private static RecommendResult recommend(Path model, String user, boolean seen) {
        return new RecommendAction()
                .run(new RecommendRequest(model, Optional.of(user), Optional.empty(), 1000, seen), JobContext.quiet());
    }

    private static double sum(RecommendResult list) {
        return list.items().stream()
                .filter(item -> item.probability() != null)
                .mapToDouble(item -> item.probability())
                .sum();
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "neumf", "bpr", "gru", "multvae", "context"})
    void everyTaughtModelHasProbabilitiesThatAddUpToOneInTheOrderOfItsScores(String model) throws IOException {
        Path file = shop.trained(model);
        Calibration calibration = ModelFile.read(file).calibration().orElseThrow();
        assertEquals(USERS, calibration.users());
        RecommendResult list = recommend(file, "u003", false);
        assertEquals(1, sum(list), 1e-9);
        for (int i = 1; i < list.items().size(); i++) {
            var before = list.items().get(i - 1);
            var now = list.items().get(i);
            assertNotNull(before.probability());
            assertNotNull(now.probability());
            assertEquals(
                    Math.exp(calibration.slope() * (before.score() - now.score())),
                    before.probability() / now.probability(),
                    1e-6 * before.probability() / now.probability());
        }
        Path again = folder.resolve("again.vitrine");
        new TrainAction().run(shop.training(model, again), JobContext.quiet());
        assertArrayEquals(bytes(file), bytes(again), "one thread or two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"itemknn", "ease", "popularity"})
    void aComputedModelHasNone(String model) {
        TrainResult result =
                new TrainAction().run(shop.training(model, folder.resolve("m.vitrine")), JobContext.quiet());
        assertNotNull(result.probabilities());
        assertEquals("nothing-held-back", result.probabilities().outcome());
        assertNull(result.probabilities().slope());
        recommend(folder.resolve("m.vitrine"), "u003", false).items().forEach(item -> assertNull(item.probability()));
    }

    @Test
    void tooFewUsersAreSaidAndTheListKeepsItsScores() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        TinyShop few = new TinyShop(small, 99);
        TrainResult result = new TrainAction().run(few.training("cnn", small.resolve("m.vitrine")), JobContext.quiet());
        assertNotNull(result.probabilities());
        assertEquals("too-few-users", result.probabilities().outcome());
        assertTrue(result.probabilities().sentence().contains("99 users only and 100 are needed"));
        recommend(small.resolve("m.vitrine"), "u003", false).items().forEach(item -> assertNull(item.probability()));
    }

    @Test
    void whatAUserHasTakenHasNoProbabilityAndTakesNoneFromTheRest() {
        Path file = shop.trained("cnn");
        RecommendResult without = recommend(file, "u003", false);
        RecommendResult with = recommend(file, "u003", true);
        Set<String> open = Set.copyOf(
                without.items().stream().map(RecommendResult.Ranked::item).toList());
        assertTrue(with.items().size() > open.size());
        with.items().forEach(item -> assertEquals(open.contains(item.item()), item.probability() != null));
        assertEquals(1, sum(with), 1e-9);
    }

    @Test
    void aVectorFittedToAHistoryHasNoProbabilities() {
        Path file = shop.trained("neumf");
        ModelSession session = ModelSession.open(file);
        OpenRanking whole = OpenRanking.of(session, "u003", Set.of(), false);
        assertEquals(1, Arrays.stream(whole.probabilities()).sum(), 1e-9);
        String off = session.itemId(whole.query().history()[whole.query().history().length - 1]);
        OpenRanking edited = OpenRanking.of(session, "u003", Set.of(off), false);
        assertEquals(0, edited.probabilities().length, "trained vectors were calibrated");
        assertNull(explain(file, session.itemId(whole.items()[0])).probability());
    }

    @Test
    void whatAModelDoesNotReadOfALongHistoryIsTakenAllTheSame() {
        Path file = shop.trained("cnn");
        int reads = ModelSession.open(file).model().maxHistory();
        List<String> given = IntStream.range(0, reads + 5)
                .mapToObj(i -> String.format("%04d", 101 + i))
                .toList();
        RecommendResult list = new RecommendAction()
                .run(new RecommendRequest(file, Optional.empty(), Optional.of(given), 1000, false), JobContext.quiet());
        assertEquals(TinyShop.ITEMS - given.size(), list.items().size());
        assertTrue(list.items().stream().noneMatch(item -> given.contains(item.item())));
        assertEquals(1, sum(list), 1e-9);
    }

    @Test
    void anEditedHistoryGoesThroughTheSameMap() {
        ModelSession session = ModelSession.open(shop.trained("cnn"));
        OpenRanking whole = OpenRanking.of(session, "u003", Set.of(), false);
        String off = session.itemId(whole.query().history()[whole.query().history().length - 1]);
        OpenRanking edited = OpenRanking.of(session, "u003", Set.of(off), false);
        assertEquals(1, Arrays.stream(edited.probabilities()).sum(), 1e-9);
        assertEquals(whole.items().length, edited.items().length, "what is switched off is still taken");
        assertNotEquals(whole.probabilities()[0], edited.probabilities()[0]);
    }

    @Test
    void aStrangerWithAHistoryOnlyHasProbabilities() {
        Path bare = shop.trainedWithoutHistories("gru");
        RecommendResult list = new RecommendAction()
                .run(
                        new RecommendRequest(
                                bare, Optional.empty(), Optional.of(List.of("0101", "0102", "0103")), 1000, false),
                        JobContext.quiet());
        assertEquals(TinyShop.ITEMS - 3, list.items().size());
        assertEquals(1, sum(list), 1e-9);
    }

    @Test
    void anExplanationCarriesTheProbabilityOfTheList() {
        Path file = shop.trained("cnn");
        RecommendResult.Ranked first = recommend(file, "u003", false).items().get(0);
        ExplainResult explained = explain(file, first.item());
        assertEquals(first.score(), explained.score(), 1e-6);
        assertNotNull(first.probability());
        assertNotNull(explained.probability());
        assertEquals(first.probability(), explained.probability(), 1e-9);
        String own = recommend(file, "u003", false).history().get(0).item();
        assertNull(explain(file, own).probability(), "what was taken is not the next new one");
    }

    private static ExplainResult explain(Path model, String item) {
        return new ExplainAction()
                .run(
                        new ExplainRequest(model, Optional.of("u003"), Optional.empty(), item, "occlusion", 50, 0, 42),
                        JobContext.quiet());
    }

    @ParameterizedTest
    @CsvSource({"cnn, measured", "popularity, nothing-held-back"})
    void aNamedModelIsCalibratedAndMeasuredUnderTheProtocolOfItsEvent(String model, String outcome) {
        ProbabilityCheck check = check(model, TinyShop.quick(model), "loo-full");
        assertEquals(outcome, check.outcome());
        assertEquals(outcome.equals("measured") ? USERS : 0, check.users());
        assertEquals("other-event", check(model, TinyShop.quick(model), "loo99").outcome());
    }

    @Test
    void aFileMeasuresWhatItsNameDoes() {
        ProbabilityCheck byName = check("cnn", TinyShop.QUICK, "loo-full");
        ProbabilityCheck byFile = check(shop.trained("cnn").toString(), Map.of(), "loo-full");
        assertEquals(byName, byFile);
        double events = byFile.bins().stream()
                .mapToDouble(bin -> bin.n() * bin.observed())
                .sum();
        assertEquals(USERS, events, 1e-6);
    }

    private ProbabilityCheck check(String model, Map<String, String> given, String protocol) {
        return new EvaluateAction()
                .run(new EvaluateRequest(shop.data, model, given, protocol, 10, 42), TinyShop.TWO_THREADS)
                .reliability();
    }

    @Test
    void aStoppedTrainingResumedGivesTheCalibratedFileOfAStraightRun() throws IOException {
        Path out = folder.resolve("m.vitrine");
        TrainRequest request = shop.training("cnn", out);
        new TrainAction().run(request, TinyShop.TWO_THREADS);
        byte[] straight = bytes(out);
        assertTrue(out.toFile().delete());
        CancellationSource source = new CancellationSource();
        TrainingListener stopping = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == 2 && batch == 3) {
                    source.cancel();
                }
            }
        };
        assertThrows(
                CancelledException.class,
                () -> new TrainAction(stopping).run(request, new JobContext(Progress.NONE, source, 2)));
        Path checkpoint = folder.resolve("m.vitrine.checkpoint");
        assertTrue(ModelFile.read(checkpoint).calibration().isEmpty(), "nothing is calibrated half learned");
        new TrainAction()
                .run(
                        new TrainRequest(
                                shop.data,
                                "cnn",
                                "loo",
                                Map.of(),
                                42,
                                Optional.of(out),
                                Optional.empty(),
                                true,
                                Optional.of(checkpoint),
                                Optional.empty()),
                        JobContext.quiet());
        assertArrayEquals(straight, bytes(out));
    }

    @Test
    void aWindowsRunIsMeasuredAndIsTheFileOfTheCommandLine() throws IOException {
        Path out = folder.resolve("live.vitrine");
        DataSession data = DataSession.open(shop.data, JobContext.quiet());
        TrainedRun run =
                new LiveTraining(data, TrainingListener.NONE).run(shop.training("cnn", out), TinyShop.TWO_THREADS);
        Probabilities found = run.result().probabilities();
        assertNotNull(found);
        Reliability reliability = found.reliability();
        assertNotNull(reliability);
        assertEquals(USERS, reliability.users());
        assertArrayEquals(bytes(shop.trained("cnn")), bytes(out));
    }

    @Test
    void whoStopsTheCalibrationKeepsTheTrainedModel() {
        CancellationSource source = new CancellationSource();
        Progress stopping = (stage, done, total) -> {
            if (stage.equals("Calibrating")) {
                source.cancel();
            }
        };
        Path out = folder.resolve("stopped.vitrine");
        CancelledException stopped = assertThrows(
                CancelledException.class,
                () -> new TrainAction().run(shop.training("cnn", out), new JobContext(stopping, source, 1)));
        assertTrue(String.valueOf(stopped.getMessage()).contains("stopped.vitrine"), stopped.getMessage());
        assertTrue(ModelFile.read(out).calibration().isEmpty());
        ModelSession whole = ModelSession.open(shop.trained("cnn"));
        ModelSession kept = ModelSession.open(out);
        assertArrayEquals(
                OpenRanking.of(whole, "u003", Set.of(), false).scores(),
                OpenRanking.of(kept, "u003", Set.of(), false).scores());
    }

    @Test
    void aRunThatHadEndedIsNotStoppedBehindItsTraining() {
        CancellationSource source = new CancellationSource();
        Progress stopping = (stage, done, total) -> {
            if (stage.equals("Calibrating")) {
                source.cancel();
            }
        };
        DataSession data = DataSession.open(shop.data, JobContext.quiet());
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE)
                .run(shop.training("cnn", folder.resolve("e.vitrine")), new JobContext(stopping, source, 1));
        assertNotEquals(TrainedRun.Ending.STOPPED, run.ending());
        assertTrue(run.session().trained().calibration().isPresent());
    }

    @Test
    void aRunStoppedInTheWindowIsCalibratedTooThoughItWasCancelled() {
        CancellationSource source = new CancellationSource();
        TrainingListener stopping = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == 4) {
                    source.cancel();
                }
            }
        };
        DataSession data = DataSession.open(shop.data, JobContext.quiet());
        TrainedRun run = new LiveTraining(data, stopping)
                .run(shop.training("cnn", folder.resolve("s.vitrine")), new JobContext(Progress.NONE, source, 1));
        assertEquals(TrainedRun.Ending.STOPPED, run.ending());
        assertTrue(run.session().trained().calibration().isPresent());
    }

    private static JobContext stoppedAt(String stage) {
        CancellationSource source = new CancellationSource();
        Progress stopping = (now, done, total) -> {
            if (now.equals(stage)) {
                source.cancel();
            }
        };
        return new JobContext(stopping, source, 1);
    }

    private TrainRequest withCheckpoints(Path out) {
        return new TrainRequest(
                shop.data,
                "cnn",
                "loo",
                TinyShop.QUICK,
                42,
                Optional.of(out),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Calibrating", "Measuring probabilities"})
    void aStopBehindTheLastEpochLeavesTheRunFinishedAndItsCheckpointGone(String stage) throws IOException {
        DataSession data = DataSession.open(shop.data, JobContext.quiet());
        Path out = folder.resolve("late.vitrine");
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(withCheckpoints(out), stoppedAt(stage));
        assertEquals(TrainedRun.Ending.FINISHED, run.ending());
        assertNull(run.result().parameters().get("stoppedAfterEpoch"));
        assertTrue(run.session().trained().calibration().isPresent());
        Probabilities found = run.result().probabilities();
        assertNotNull(found);
        assertNull(found.reliability(), "what was cut short is not measured");
        assertTrue(Files.notExists(folder.resolve("late.vitrine.checkpoint")));
        assertArrayEquals(bytes(shop.trained("cnn")), bytes(out));
    }

    @Test
    void aStopBehindADivergenceKeepsTheGoodEpoch() {
        DataSession data = DataSession.open(shop.data, JobContext.quiet());
        TrainingListener diverging = new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int batches, StepOutcome outcome) {
                if (epoch == 3) {
                    throw new DivergedException("Made up.");
                }
            }
        };
        TrainedRun run = new LiveTraining(data, diverging)
                .run(shop.training("cnn", folder.resolve("d.vitrine")), stoppedAt("Calibrating"));
        assertEquals(TrainedRun.Ending.DIVERGED, run.ending());
        assertEquals(2, run.history().epochs().size());
        assertTrue(Files.exists(folder.resolve("d.vitrine")));
    }

    @Test
    void ofSeveralSeedsTheProbabilitiesAreThoseOfTheFirstAndSaySo() {
        EvaluateRequest one = new EvaluateRequest(shop.data, "cnn", TinyShop.QUICK, "loo-full", 10, 7);
        EvaluateResult several = new EvaluateAction()
                .run(
                        new EvaluateRequest(
                                shop.data,
                                "cnn",
                                TinyShop.QUICK,
                                "loo-full",
                                10,
                                42,
                                Optional.empty(),
                                List.of(7L, 8L),
                                Optional.empty()),
                        TinyShop.TWO_THREADS);
        assertEquals(7L, several.reliability().seed());
        assertEquals(new EvaluateAction().run(one, TinyShop.TWO_THREADS).reliability(), several.reliability());
    }
}
