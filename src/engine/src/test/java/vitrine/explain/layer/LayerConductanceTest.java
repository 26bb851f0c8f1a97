package vitrine.explain.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.explain.TestIds;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.model.NetworkRecommender;
import vitrine.model.Query;
import vitrine.network.LayerActivation;
import vitrine.network.NetworkPath;
import vitrine.network.Parameters;
import vitrine.network.ReferenceNets;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;

class LayerConductanceTest {
    private static final CnnSettings SETTINGS = new CnnSettings(4, 6, 3, 8);
    private static final Query QUESTION = new Query(2, new int[] {3, 9, 1, 7, 4}, new float[] {1, 1, .5f, 1, 0});

    private static NetworkPath ml(float from, float to) {
        return ReferenceNets.ml().path(new float[] {0, from, 0}, new float[] {0, to, 0});
    }

    @Test
    void givesTheKnownConductancesOfTheReferenceNet() {
        Map<String, double[]> c =
                LayerConductance.attribute(ml(0, 100), List.of("z", "h", "out"), 50, CancellationToken.NEVER);
        assertArrayEquals(new double[] {90, 100, 100, 100}, c.get("z"), 1e-3);
        assertArrayEquals(new double[] {90, 100, 100, 100}, c.get("h"), 1e-3);
        assertArrayEquals(new double[] {390, 0}, c.get("out"), 1e-3);
    }

    @Test
    void isExactInOneStepWhereOnlyLinearLayersFollow() {
        Map<String, double[]> c = LayerConductance.attribute(ml(0, 100), List.of("h"), 1, CancellationToken.NEVER);
        assertArrayEquals(new double[] {90, 100, 100, 100}, c.get("h"));
    }

    @Test
    void givesTheKnownInfluencesOfTheReferenceNet() {
        assertArrayEquals(new double[] {.9, 1, 1, 1}, influence(ml(0, 100), 50), 1e-12);
        assertArrayEquals(new double[] {.7, .81, .81, .81}, influence(ml(-20, 80), 100), 1e-12);
    }

    private static double[] influence(NetworkPath path, int steps) {
        return InternalInfluence.attribute(path, List.of("z"), steps, CancellationToken.NEVER)
                .getOrDefault("z", new double[0]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyListedLayerOfTheArticlesModelSumsToTheScoreDifference(long seed) {
        Cnn model = cnn(seed);
        double difference = difference(model, QUESTION);
        Map<String, double[]> c = LayerConductance.of(model, QUESTION, 5, 50, CancellationToken.NEVER);
        assertEquals(Set.of("conv1d", "mean", "score"), c.keySet());
        c.forEach((layer, units) -> assertEquals(
                difference, Arrays.stream(units).sum(), Math.max(1e-6, 1e-2 * Math.abs(difference)), layer));
    }

    @Test
    void hasTheShapeOfTheActivationsAndTheClosedFormOfALinearTail() {
        Cnn model = cnn(7);
        Map<String, double[]> c = LayerConductance.of(model, QUESTION, 5, 20, CancellationToken.NEVER);
        float[] tail = model.parameters().values("score.weight");
        for (LayerActivation activation : model.activations(QUESTION, 5)) {
            double[] units = c.getOrDefault(activation.name(), new double[activation.values().length]);
            assertEquals(activation.values().length, units.length, activation.name());
        }
        float[] hidden = activation(model, QUESTION, "conv1d");
        Query empty = new Query(Query.UNKNOWN_USER, QUESTION.history(), new float[5]);
        float[] atReference = activation(model, empty, "conv1d");
        double[] conv = c.getOrDefault("conv1d", new double[0]);
        for (int p = 0; p < 6; p++) {
            float weight = p == 0 ? 1 : QUESTION.weights()[p - 1];
            float weightAtReference = p == 0 ? 1 : 0;
            for (int f = 0; f < 6; f++) {
                double moved = weight * hidden[p * 6 + f] - weightAtReference * atReference[p * 6 + f];
                assertEquals(tail[f] * moved / 6, conv[p * 6 + f], 1e-5);
            }
        }
    }

    private static float[] activation(NetworkRecommender model, Query query, String layer) {
        return model.activations(query, 5).stream()
                .filter(a -> a.name().equals(layer))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void worksOnAnyNetworkOfLayerRecords() {
        LiteralCnn.Reading reading = LiteralCnn.Reading.SEQUENCE;
        Parameters parameters = Parameters.initial(LiteralCnn.network(5, 12, reading, SETTINGS), 3);
        LiteralCnn model = new LiteralCnn(TestIds.of("u", 5), TestIds.of("i", 12), reading, SETTINGS, parameters);
        double difference = difference(model, QUESTION);
        LayerConductance.of(model, QUESTION, 5, 50, CancellationToken.NEVER)
                .forEach((layer, units) ->
                        assertEquals(difference, Arrays.stream(units).sum(), 1e-5, layer));
    }

    @Test
    void listsNothingWhereNothingMovesAndStopsWhenCancelled() {
        Query reference = new Query(Query.UNKNOWN_USER, new int[0], new float[0]);
        assertTrue(LayerConductance.of(cnn(1), reference, 5, 5, CancellationToken.NEVER)
                .isEmpty());
        Cnn model = cnn(1);
        assertThrows(CancelledException.class, () -> LayerConductance.of(model, QUESTION, 5, 5, () -> true));
    }

    private static double difference(NetworkRecommender model, Query query) {
        Query empty = new Query(Query.UNKNOWN_USER, query.history(), new float[query.history().length]);
        return model.score(query, 5) - model.score(empty, 5);
    }

    private static Cnn cnn(long seed) {
        Parameters parameters = Parameters.initial(Cnn.network(5, 12, SETTINGS), seed);
        float[] table = parameters.values("vectors");
        for (int i = 0; i < table.length; i++) {
            table[i] *= 10;
        }
        return new Cnn(TestIds.of("u", 5), TestIds.of("i", 12), SETTINGS, parameters);
    }
}
