package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

/** "Why A above B?" of trained models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContrastActionTest {
    private final Map<String, Path> files = new TreeMap<>();
    private static final List<String> HISTORY = List.of("0100", "0105", "0101", "0102", "0120", "0103");

    @BeforeAll
    void train(@TempDir Path folder) {
        TinyShop shop = new TinyShop(folder);
        train(shop, "cnn", TinyShop.QUICK);
        train(shop, "gru", TinyShop.QUICK_GRU);
        train(shop, "multvae", TinyShop.QUICK_MULTVAE);
        train(shop, "neumf", TinyShop.QUICK_NEUMF);
        train(shop, "itemknn", Map.of());
        train(shop, "popularity", Map.of());
        files.put(
                "context",
                new ContextShop(folder)
                        .trained(
                                "context",
                                ContextShop.parameters(),
                                JobContext.quiet().threads()));
    }

    private void train(TinyShop shop, String model, Map<String, String> parameters) {
        Path file = shop.folder.resolve(model + ".vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(
                                shop.data, model, "loo", parameters, 42, Optional.of(file), Optional.empty(), true),
                        JobContext.quiet());
        files.put(model, file);
    }

    private ExplainResult explain(
            String model,
            Optional<String> user,
            List<String> history,
            String item,
            Optional<String> against,
            String method) {
        return new ExplainAction()
                .run(
                        new ExplainRequest(
                                Objects.requireNonNull(files.get(model)),
                                user,
                                Optional.of(history),
                                item,
                                method,
                                50,
                                0,
                                42,
                                Map.of(),
                                Map.of(),
                                against),
                        JobContext.quiet());
    }

    private ExplainResult explain(String model, String item, Optional<String> against, String method) {
        return explain(model, Optional.empty(), HISTORY, item, against, method);
    }

    private static Map<String, Double> byPart(ExplainResult result) {
        Map<String, Double> values = new TreeMap<>();
        result.parts().forEach(p -> values.put(p.kind() + " " + p.id(), p.attribution()));
        return values;
    }

    private static void isTheDifference(ExplainResult a, ExplainResult b, ExplainResult margin) {
        Map<String, Double> ofA = byPart(a);
        Map<String, Double> ofB = byPart(b);
        double sum = 0;
        for (Map.Entry<String, Double> part : byPart(margin).entrySet()) {
            double expected = ofA.getOrDefault(part.getKey(), 0.0) - ofB.getOrDefault(part.getKey(), 0.0);
            assertEquals(expected, part.getValue(), 2e-5, part.getKey());
            sum += part.getValue();
        }
        assertEquals(a.score(), margin.score(), 1e-6);
        assertEquals(a.baselineScore(), margin.baselineScore(), 1e-6);
        assertEquals(b.score(), Objects.requireNonNull(margin.against()).score(), 1e-6);
        assertEquals(a.score() - b.score(), Objects.requireNonNull(margin.margin()), 1e-5);
        double reference = Objects.requireNonNull(margin.referenceMargin());
        assertEquals(a.baselineScore() - b.baselineScore(), reference, 1e-5);
        if (margin.convergenceDelta() != null) {
            assertEquals(margin.margin() - reference, sum, margin.convergenceDelta() + 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cnn, integrated-gradients",
        "cnn, shapley",
        "gru, integrated-gradients",
        "multvae, occlusion",
        "neumf, occlusion",
        "itemknn, exact",
        "itemknn, occlusion"
    })
    void a_contrast_is_the_difference_of_the_two_explanations(String model, String method) {
        ExplainResult a = explain(model, "0104", Optional.empty(), method);
        ExplainResult b = explain(model, "0121", Optional.empty(), method);
        isTheDifference(a, b, explain(model, "0104", Optional.of("0121"), method));
        assertNull(a.against());
        assertNull(a.margin());
        assertNull(a.referenceMargin());
    }

    @ParameterizedTest
    @CsvSource({"integrated-gradients", "occlusion"})
    void attributes_of_both_items_and_the_moment_take_part(String method) {
        List<String> history = List.of("r01", "a3", "d10");
        Optional<String> user = Optional.of("u003");
        ExplainResult a = explain("context", user, history, "r02", Optional.empty(), method);
        ExplainResult b = explain("context", user, history, "a1", Optional.empty(), method);
        ExplainResult margin = explain("context", user, history, "r02", Optional.of("a1"), method);
        isTheDifference(a, b, margin);
        assertTrue(
                margin.parts().stream()
                        .anyMatch(p ->
                                p.kind().equals("item") && p.title().equals("category: Local | category: General")),
                margin.parts().toString());
    }

    @Test
    void ranks_are_not_borrowed_for_a_margin() {
        ExplainResult margin = explain("cnn", "0104", Optional.of("0121"), "integrated-gradients");
        ExplainResult.Evidence evidence = margin.faithfulness();
        if (evidence.del() != null) {
            assertTrue(
                    evidence.notTested().contains("rank"), evidence.notTested().toString());
            assertNull(evidence.pos5());
            assertNull(evidence.neg5());
            assertNull(evidence.cdcg());
            evidence.controls().values().forEach(c -> assertNull(c.cdcg()));
            assertNotNull(evidence.pValue());
        }
    }

    @Test
    void a_linear_margin_is_exact_and_one_that_no_history_moves_cannot_be_tested() {
        ExplainResult linear = explain("itemknn", "0104", Optional.of("0121"), "exact");
        assertEquals("exact", linear.faithfulness().verdict());
        ExplainResult blind = explain("popularity", "0104", Optional.of("0121"), "occlusion");
        assertEquals("not-testable", blind.faithfulness().verdict());
        assertEquals("history-hardly-matters", blind.faithfulness().reason());
        assertTrue(blind.sentence().en().contains("margin"), blind.sentence().en());
    }

    @Test
    void the_item_compared_with_leaves_the_history() {
        ExplainResult margin = explain("itemknn", "0104", Optional.of("0105"), "exact");
        assertTrue(margin.parts().stream().noneMatch(p -> p.id().equals("0105")));
        assertEquals(HISTORY.size() - 1, margin.parts().size());
    }

    @Test
    void nothing_is_above_itself() {
        assertThrows(WrongUsageException.class, () -> explain("itemknn", "0104", Optional.of("0104"), "exact"));
    }
}
