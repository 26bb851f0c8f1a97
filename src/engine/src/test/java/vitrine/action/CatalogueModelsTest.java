package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models that answer for the whole catalogue at once, through the verbs. */
class CatalogueModelsTest {
    private static final String ITEM = TinyShop.item(9);

    @TempDir
    Path folder;

    private static ExplainResult explain(Path model, String method) {
        List<String> history = List.of(TinyShop.item(3), TinyShop.item(5), TinyShop.item(6), TinyShop.item(8));
        ExplainRequest request =
                new ExplainRequest(model, Optional.empty(), Optional.of(history), ITEM, method, 200, 0, 42);
        return new ExplainAction().run(request, TinyShop.TWO_THREADS);
    }

    /** Completeness: all parts together make the difference to the empty history. */
    @ParameterizedTest
    @ValueSource(strings = {"gru", "multvae"})
    void explainsAGivenHistoryOfAnUnknownUser(String kind) {
        Path model = new TinyShop(folder).trained(kind);
        for (String method : List.of("occlusion", "integrated-gradients")) {
            ExplainResult result = explain(model, method);
            assertEquals(
                    4,
                    result.parts().stream()
                            .filter(p -> p.kind().equals("history"))
                            .count());
            double sum = result.parts().stream()
                    .mapToDouble(ExplainResult.ExplainedPart::attribution)
                    .sum();
            if (method.equals("integrated-gradients")) {
                assertEquals(result.score() - result.baselineScore(), sum, 1e-2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "multvae"})
    void showsItsLayers(String kind) {
        Path model = new TinyShop(folder).trained(kind);
        ActivationsResult result = new ActivationsAction()
                .run(new ActivationsRequest(model, Optional.of("u003"), Optional.empty(), ITEM), TinyShop.TWO_THREADS);
        assertFalse(result.layers().isEmpty());
        assertEquals(kind.equals("gru") ? "start" : "user u003", result.rows().get(0));
    }

    @Test
    void theRecurrentModelFindsWhatIsPlanted() {
        TinyShop shop = new TinyShop(folder);
        EvaluateResult learned = new EvaluateAction()
                .run(
                        new EvaluateRequest(
                                shop.data, shop.trained("gru").toString(), java.util.Map.of(), "loo-full", 10, 42),
                        TinyShop.TWO_THREADS);
        assertTrue(
                learned.metrics().getOrDefault("hr", 0.0) > .9,
                learned.metrics().toString());
    }
}
