package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.BadInputException;
import vitrine.run.CancellationToken;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

class EvaluateActionTest {
    @TempDir
    Path folder;

    private TinyShop shop;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
    }

    private static EvaluateResult evaluate(DataOptions data, String model, String protocol, Map<String, String> given) {
        return new EvaluateAction()
                .run(new EvaluateRequest(data, model, given, protocol, 10, 42), TinyShop.TWO_THREADS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "neumf", "itemknn", "popularity", "gru", "multvae", "context"})
    void aNameAndAFileTrainedTheSameWayMeasureTheSame(String model) {
        Map<String, String> given = TinyShop.quick(model);
        EvaluateResult byName = evaluate(shop.data, model, "loo99", given);
        EvaluateResult byFile = evaluate(shop.data, shop.trained(model).toString(), "loo99", Map.of());
        assertEquals(byName.metrics(), byFile.metrics());
        assertEquals(model, byFile.model());
        assertEquals("loo99", byFile.protocol());
        assertEquals(TinyShop.USERS, byFile.users());
        assertTrue(byFile.metrics().containsKey("loss"));
        assertEquals(
                List.of("cnn", "neumf", "context").contains(model),
                byFile.metrics().get("loss") != null);
    }

    @Test
    void whatIsPlantedIsFoundByTheNetworkOnly() {
        Path cnn = shop.trained("cnn");
        double learned = evaluate(shop.data, cnn.toString(), "loo-full", Map.of())
                .metrics()
                .getOrDefault("hr", 0.0);
        double popular = evaluate(shop.data, "popularity", "loo-full", Map.of())
                .metrics()
                .getOrDefault("hr", 1.0);
        assertTrue(learned > popular + .1, learned + " against " + popular);
    }

    @Test
    void aFileTrainedOnAnotherSplitIsRefused() {
        Path out = folder.resolve("none.vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(shop.data, "popularity", "none", Map.of(), 42, Optional.of(out), true),
                        JobContext.quiet());
        CannotAnswerException refused =
                assertThrows(CannotAnswerException.class, () -> evaluate(shop.data, out.toString(), "loo99", Map.of()));
        assertTrue(refused.getMessage().contains("trained on the split \"none\""), refused.getMessage());
        assertTrue(refused.getMessage().contains("--split loo"), refused.getMessage());
    }

    @Test
    void aFileTrainedOnADrawnSplitIsMeasuredWithItsOwnSeedOnly() {
        Path out = folder.resolve("drawn.vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(
                                shop.data, "popularity", "strat75", Map.of(), 7, java.util.Optional.of(out), true),
                        JobContext.quiet());
        EvaluateResult same = new EvaluateAction()
                .run(new EvaluateRequest(shop.data, out.toString(), Map.of(), "strat75", 10, 7), JobContext.quiet());
        EvaluateResult byName = new EvaluateAction()
                .run(new EvaluateRequest(shop.data, "popularity", Map.of(), "strat75", 10, 7), JobContext.quiet());
        org.junit.jupiter.api.Assertions.assertEquals(byName.metrics(), same.metrics());
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class, () -> evaluate(shop.data, out.toString(), "strat75", Map.of()));
        assertTrue(refused.getMessage().contains("Say --seed 7."), refused.getMessage());
    }

    @Test
    void aFileTrainedOnOtherDataIsRefused() throws java.io.IOException {
        Path file = shop.trained("popularity");
        Path other = folder.resolve("other.csv");
        String orders = Files.readString(folder.resolve("orders.csv"));
        Files.writeString(other, orders.replaceFirst("u003,", "u004,"));
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class, () -> evaluate(DataOptions.of(other), file.toString(), "loo99", Map.of()));
        assertTrue(refused.getMessage().contains("other data"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bert | loo99 | epochs | There is no model file bert, and no model of that name. Known names: cnn,",
                "popularity | strat80 | epochs | There is no protocol \"strat80\". Known: loo99, loo-full, strat75,",
                "popularity | loo99 | epochs | The model popularity has no --epochs.",
            })
    void whatIsUnknownIsWrongUsageThatNamesTheKnown(String model, String protocol, String parameter, String sentence) {
        WrongUsageException refused = assertThrows(
                WrongUsageException.class, () -> evaluate(shop.data, model, protocol, Map.of(parameter, "1")));
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
    }

    private WrongUsageException refusedBefore(String stage, EvaluateRequest request) {
        List<String> stages = new ArrayList<>();
        JobContext watched = new JobContext((name, now, total) -> stages.add(name), CancellationToken.NEVER, 1);
        WrongUsageException refused =
                assertThrows(WrongUsageException.class, () -> new EvaluateAction().run(request, watched));
        assertTrue(stages.stream().noneMatch(name -> name.startsWith(stage)), stages.toString());
        return refused;
    }

    @Test
    void whatCannotBeIsRefusedBeforeItsWorkIsDone() {
        Path file = shop.trained("popularity");
        refusedBefore("Reading", new EvaluateRequest(shop.data, "cnn", Map.of("epochs", "0"), "loo99", 10, 42));
        WrongUsageException fixed = refusedBefore(
                "Reading", new EvaluateRequest(shop.data, file.toString(), Map.of("epochs", "3"), "loo99", 10, 42));
        assertTrue(fixed.getMessage().contains("fixed in training, so leave out --epochs"), fixed.getMessage());
        WrongUsageException group = refusedBefore(
                "Training",
                new EvaluateRequest(
                        shop.data,
                        "cnn",
                        TinyShop.QUICK,
                        "loo99",
                        10,
                        42,
                        Optional.empty(),
                        List.of(),
                        Optional.of("age")));
        assertTrue(group.getMessage().contains("no column \"age\""), group.getMessage());
    }

    @Test
    void aFolderIsNoModelFile() {
        assertThrows(WrongUsageException.class, () -> evaluate(shop.data, folder.toString(), "loo99", Map.of()));
        assertThrows(WrongUsageException.class, () -> evaluate(shop.data, "a\u0000b", "loo99", Map.of()));
    }

    @Test
    void aDamagedFileIsBadInput() {
        assertThrows(
                BadInputException.class,
                () -> evaluate(shop.data, folder.resolve("orders.csv").toString(), "loo99", Map.of()));
    }
}
