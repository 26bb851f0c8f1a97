package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.VitrineException;
import vitrine.run.WrongUsageException;

/** What a trained file alone answers: recommend, explain, activations. */
class AnswersTest {
    @TempDir
    static Path folder;

    private static Path cnn;
    private static Path knn;
    private static Path popularity;
    private static Path bare;

    @BeforeAll
    static void train() {
        TinyShop shop = new TinyShop(folder);
        cnn = shop.trained("cnn");
        knn = shop.trained("itemknn");
        popularity = shop.trained("popularity");
        bare = shop.trainedWithoutHistories("cnn");
    }

    private static RecommendResult recommend(Path model, String user, String history, int top, boolean seen) {
        return new RecommendAction()
                .run(new RecommendRequest(model, optional(user), list(history), top, seen), JobContext.quiet());
    }

    private static ExplainResult explain(Path model, String user, String history, String item, String method) {
        return new ExplainAction()
                .run(
                        new ExplainRequest(model, optional(user), list(history), item, method, 50, 0, 42),
                        TinyShop.TWO_THREADS);
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<List<String>> list(String text) {
        return optional(text).map(t -> List.of(t.split(" ")));
    }

    private static String unseen(Path model, String user) {
        return recommend(model, user, "", 1, false).items().get(0).item();
    }

    @Test
    void recommendsWhatTheUserHasNotUnlessAsked() {
        RecommendResult fresh = recommend(cnn, "u003", "", 100, false);
        Set<String> seen = new HashSet<>();
        ModelSession session = ModelSession.open(cnn);
        int user = session.user("u003");
        var log = session.trained().log().orElseThrow();
        for (int row = log.userStart(user); row < log.userStart(user + 1); row++) {
            seen.add(session.itemId(log.item(row)));
        }
        assertEquals(TinyShop.ITEMS - seen.size(), fresh.items().size());
        assertTrue(fresh.items().stream().noneMatch(line -> seen.contains(line.item())));
        assertEquals(
                TinyShop.ITEMS, recommend(cnn, "u003", "", 100, true).items().size());
    }

    @Test
    void theListIsRankedTitledAndUncalibrated() {
        RecommendResult result = recommend(cnn, "u003", "", 7, true);
        assertEquals("u003", result.user());
        assertEquals(12, result.history().size());
        assertEquals(7, result.items().size());
        for (int i = 0; i < 7; i++) {
            RecommendResult.Ranked line = result.items().get(i);
            assertEquals(i + 1, line.rank());
            assertNull(line.probability());
            assertTrue(line.title().startsWith("Product "), line.title());
            assertTrue(i == 0 || line.score() <= result.items().get(i - 1).score());
        }
        // A statement of cause would need a checked explanation.
        assertTrue(result.items().stream()
                .allMatch(line -> line.reason().startsWith("strongest part: ")
                        || line.reason().contains("no single")));
    }

    @Test
    void aHistoryGivenReplacesTheRecordedOneAndIsCutToTheNewest() {
        RecommendResult given = recommend(cnn, "", "0100 0101 0102", 3, false);
        assertNull(given.user());
        assertEquals(
                List.of("0100", "0101", "0102"),
                given.history().stream().map(RecommendResult.HistoryItem::item).toList());
        assertTrue(given.items().stream().noneMatch(line -> line.item().compareTo("0103") < 0));
        String fifteen =
                String.join(" ", IntStream.range(0, 15).mapToObj(TinyShop::item).toList());
        RecommendResult longer = recommend(cnn, "u001", fifteen, 3, true);
        assertEquals(12, longer.history().size());
        assertEquals("0114", longer.history().get(11).item());
    }

    @Test
    void popularityNamesNoReason() {
        RecommendResult result = recommend(popularity, "u000", "", 3, true);
        assertTrue(result.items().stream().allMatch(line -> line.reason().equals("no single action stands out")));
    }

    @Test
    void aUserWhoHasEverythingGetsAnEmptyList() {
        String all = String.join(
                " ", IntStream.range(0, TinyShop.ITEMS).mapToObj(TinyShop::item).toList());
        assertEquals(List.of(), recommend(knn, "", all, 10, false).items());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u0033 | '' | No user u0033 in cnn.vitrine. Nearest: u003, ",
                "u003 | 0100 999 | No item 999 in cnn.vitrine. Nearest: ",
                "u003 | 0100 0101 0100 | stands twice in --history",
                "'' | '' | Say whom the question is about",
            })
    void whatIsNotThereIsBadInputWithTheNearest(String user, String history, String sentence) {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> recommend(cnn, user, history, 3, false));
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
    }

    @Test
    void aFileWithoutHistoriesAsksForOne() {
        CannotAnswerException refused =
                assertThrows(CannotAnswerException.class, () -> recommend(bare, "u003", "", 3, false));
        assertTrue(refused.getMessage().contains("--history"), refused.getMessage());
        assertEquals(3, recommend(bare, "u003", "0100 0101", 3, false).items().size());
        CannotAnswerException unchecked = assertThrows(
                CannotAnswerException.class, () -> explain(bare, "u003", "0100 0101", "0105", "occlusion"));
        assertTrue(unchecked.getMessage().contains("--without-histories"), unchecked.getMessage());
    }

    @Test
    void listLengthsOutOfRangeAreWrongUsage() {
        for (int top : new int[] {0, 10_001}) {
            assertThrows(WrongUsageException.class, () -> recommend(cnn, "u003", "", top, false));
        }
        for (int steps : new int[] {0, 10_001}) {
            ExplainRequest request =
                    new ExplainRequest(cnn, Optional.of("u003"), Optional.empty(), "0100", "occlusion", steps, 0, 1);
            assertThrows(WrongUsageException.class, () -> new ExplainAction().run(request, JobContext.quiet()));
        }
    }

    @Test
    void integratedGradientsAddUpToTheScoreDifference() {
        for (String user : List.of("u000", "u007", "u021")) {
            for (int place = 0; place < TinyShop.ITEMS; place += 5) {
                ExplainResult result = explain(cnn, user, "", TinyShop.item(place), "integrated-gradients");
                double sum = result.parts().stream()
                        .mapToDouble(ExplainResult.ExplainedPart::attribution)
                        .sum();
                double difference = result.score() - result.baselineScore();
                assertNotNull(result.convergenceDelta());
                assertEquals(Math.abs(sum - difference), result.convergenceDelta(), 1e-9);
                assertEquals(difference, sum, .01 * Math.max(1, Math.abs(difference)));
            }
        }
    }

    @Test
    void anExplanationNamesItsPartsStrongestFirstAndCarriesItsVerdict() {
        String item = unseen(cnn, "u003");
        ExplainResult result = explain(cnn, "u003", "", item, "integrated-gradients");
        assertEquals(13, result.parts().size());
        assertEquals(
                1, result.parts().stream().filter(p -> p.kind().equals("user")).count());
        for (int i = 1; i < 13; i++) {
            assertTrue(Math.abs(result.parts().get(i).attribution())
                    <= Math.abs(result.parts().get(i - 1).attribution()));
        }
        assertNull(result.probability());
        assertEquals(recommend(cnn, "u003", "", 1, false).items().get(0).score(), result.score(), 1e-6);
        ExplainResult.Evidence evidence = result.faithfulness();
        assertNotNull(evidence.pos5());
        assertNotNull(evidence.pValue());
        assertEquals(
                List.of("cosine", "greedy", "popularity", "random"),
                List.copyOf(evidence.controls().keySet()));
        assertTrue(Set.of("supported", "partly", "not-supported", "not-testable", "failed")
                .contains(evidence.verdict()));
        assertFalse(result.sentence().en().isBlank());
        assertFalse(result.sentence().zh().isBlank());
        assertEquals(
                result.toString().replaceAll("milliseconds=.*", ""),
                explain(cnn, "u003", "", item, "integrated-gradients")
                        .toString()
                        .replaceAll("milliseconds=.*", ""));
    }

    @Test
    void onlyTheStrongestPartsAreListedWhenAsked() {
        ExplainRequest top = new ExplainRequest(
                cnn, Optional.of("u003"), Optional.empty(), unseen(cnn, "u003"), "occlusion", 50, 3, 42);
        assertEquals(3, new ExplainAction().run(top, JobContext.quiet()).parts().size());
    }

    @Test
    void anItemOfTheHistoryIsExplainedWithoutItself() {
        String own = recommend(cnn, "u003", "", 1, false).history().get(4).item();
        ExplainResult result = explain(cnn, "u003", "", own, "occlusion");
        assertEquals(own, result.item());
        assertTrue(result.parts().stream().noneMatch(p -> p.id().equals(own)));
        assertEquals(11 + 1, result.parts().size());
    }

    @Test
    void anUnknownUserIsAPartWithoutAName() {
        ExplainResult result = explain(cnn, "", "0100 0101 0102 0103 0104 0105", "0106", "integrated-gradients");
        ExplainResult.ExplainedPart user = result.parts().stream()
                .filter(p -> p.kind().equals("user"))
                .findFirst()
                .orElseThrow();
        assertEquals("unknown user", user.title());
        assertEquals("", user.id());
        assertEquals(0, user.attribution(), 1e-12);
    }

    @Test
    void itemKnnIsExplainedExactly() {
        ExplainResult result = explain(knn, "u003", "", unseen(knn, "u003"), "exact");
        assertEquals("exact", result.faithfulness().verdict());
        assertEquals(0, result.baselineScore());
        double sum = result.parts().stream()
                .mapToDouble(ExplainResult.ExplainedPart::attribution)
                .sum();
        assertEquals(result.score(), sum, 1e-9);
    }

    @Test
    void popularityIsNotTestable() {
        ExplainResult result = explain(popularity, "u003", "", unseen(popularity, "u003"), "occlusion");
        assertEquals("not-testable", result.faithfulness().verdict());
        assertEquals("history-hardly-matters", result.faithfulness().reason());
        assertTrue(result.parts().stream().allMatch(p -> p.attribution() == 0));
    }

    @Test
    void aMethodThatDoesNotFitTheModelCannotAnswerAndAnUnknownOneIsWrongUsage() {
        assertThrows(CannotAnswerException.class, () -> explain(cnn, "u003", "", "0100", "exact"));
        assertThrows(
                CannotAnswerException.class, () -> explain(popularity, "u003", "", "0100", "integrated-gradients"));
        WrongUsageException unknown =
                assertThrows(WrongUsageException.class, () -> explain(cnn, "u003", "", "0100", "horoscope"));
        assertTrue(unknown.getMessage().contains("integrated-gradients, occlusion, exact"), unknown.getMessage());
    }

    private static ActivationsResult activations(Path model, String user, String history, String item) {
        return new ActivationsAction()
                .run(new ActivationsRequest(model, optional(user), list(history), item), JobContext.quiet());
    }

    @Test
    void conductanceOfTheCutsSumsToTheScoreDifference() {
        String item = unseen(cnn, "u005");
        ExplainResult explained = explain(cnn, "u005", "", item, "integrated-gradients");
        ActivationsResult result = activations(cnn, "u005", "", item);
        int cuts = 0;
        for (ActivationsResult.LayerView layer : result.layers()) {
            assertEquals(Arrays.stream(layer.shape()).reduce(1, (a, b) -> a * b), layer.values().length, layer.name());
            if (layer.name().equals("conv1d") || layer.name().equals("mean")) {
                cuts++;
                assertNotNull(layer.conductance());
                assertEquals(
                        explained.score() - explained.baselineScore(),
                        Arrays.stream(layer.conductance()).sum(),
                        .01 * Math.max(1, Math.abs(explained.score() - explained.baselineScore())),
                        layer.name());
            }
        }
        assertEquals(2, cuts);
        ActivationsResult.LayerView last = result.layers().get(result.layers().size() - 1);
        assertEquals(explained.score(), last.values()[0], 1e-5);
    }

    @Test
    void rowsNameUserHistoryAndPadding() {
        ActivationsResult result = activations(cnn, "", "0100 0101", "0105");
        assertEquals(13, result.rows().size());
        assertEquals(
                List.of("unknown user", "Product A", "Product B", "(padding)"),
                result.rows().subList(0, 4));
        assertEquals("user u005", activations(cnn, "u005", "", "0105").rows().get(0));
        assertNull(result.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"itemknn", "popularity"})
    void aModelWithoutLayersSaysSo(String model) {
        CannotAnswerException refused = assertThrows(
                CannotAnswerException.class, () -> activations(folder.resolve(model + ".vitrine"), "u001", "", "0100"));
        assertTrue(refused.getMessage().contains("no layers"), refused.getMessage());
    }

    @Test
    void everyQuestionToAMissingFileIsBadInput() {
        Path none = folder.resolve("none.vitrine");
        for (org.junit.jupiter.api.function.Executable asking : List.<org.junit.jupiter.api.function.Executable>of(
                () -> recommend(none, "u", "", 3, false),
                () -> explain(none, "u", "", "i", "occlusion"),
                () -> activations(none, "u", "", "i"))) {
            VitrineException refused = assertThrows(BadInputException.class, asking);
            assertTrue(refused.getMessage().contains("There is no model file"), refused.getMessage());
        }
    }
}
