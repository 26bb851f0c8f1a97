package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.explain.TestIds;
import vitrine.network.LayerActivation;
import vitrine.network.NaiveInterpreter;
import vitrine.network.Network;
import vitrine.network.Parameters;

class GruTest {
    private static final int ITEMS = 9;
    private static final GruSettings SIZES = new GruSettings(3, 5, 6);
    private static final Parameters PARAMETERS = parameters();

    /** Larger than at the start of a training, so that the gates move. */
    private static Parameters parameters() {
        Parameters parameters = Parameters.initial(Gru.network(ITEMS, SIZES, SIZES.history(), 1), 3);
        for (String table : List.of("items", "classes")) {
            float[] values = parameters.values(table);
            for (int i = 0; i < values.length; i++) {
                values[i] *= 20;
            }
        }
        return parameters;
    }

    private static Gru gru() {
        return new Gru(TestIds.of("u", 2), TestIds.of("i", ITEMS), SIZES, PARAMETERS);
    }

    private static Query question() {
        return Query.of(0, 4, 7, 1, 2).withWeights(new float[] {1f, .25f, 0f, .75f});
    }

    /** In double, layer by layer. */
    private static NaiveInterpreter naive(Query query, int candidate) {
        int slots = 1 + query.history().length;
        Network network = Gru.network(ITEMS, SIZES, slots - 1, 1);
        NaiveInterpreter naive = new NaiveInterpreter(network, PARAMETERS);
        int[] tokens = new int[slots];
        double[] weights = new double[slots];
        tokens[0] = ITEMS;
        weights[0] = 1;
        for (int i = 1; i < slots; i++) {
            tokens[i] = query.history()[i - 1];
            weights[i] = query.weights()[i - 1];
        }
        naive.ids(Gru.TOKENS, tokens);
        naive.input(CatalogueRecommender.WEIGHTS, weights);
        naive.ids(Gru.CANDIDATES, candidate);
        return naive;
    }

    private static double naiveScore(Query query, int candidate) {
        Map<String, double[]> values = naive(query, candidate).run();
        return values.getOrDefault("logits", new double[1])[0];
    }

    @Test
    void scoresAreThoseOfTheFormula() {
        int[] candidates = {8, 0, 3};
        double[] scores = new double[3];
        gru().score(question(), candidates, scores);
        for (int i = 0; i < 3; i++) {
            assertEquals(naiveScore(question(), candidates[i]), scores[i], 1e-5);
        }
    }

    @Test
    void anUnknownUserWithoutAHistoryIsAnsweredByTheStartToken() {
        Query nothing = Query.of(Query.UNKNOWN_USER);
        assertEquals(naiveScore(nothing, 5), gru().score(nothing, 5), 1e-5);
        Query masked = Query.of(1, 3, 4).withWeights(new float[] {0, 0});
        assertEquals(gru().score(nothing, 5), gru().score(masked, 5), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void weightNoughtLeavesTheStateAsItWas(int position) {
        Query full = Query.of(0, 4, 7, 1, 2);
        int item = full.history()[position];
        assertEquals(
                gru().score(full.without(item), 6),
                gru().score(full.withWeight(position, 0f), 6),
                1e-6,
                "for a recurrent unit an empty slot and a closed one are the same");
        assertNotEquals(gru().score(full, 6), gru().score(full.withWeight(position, 0f), 6), 1e-4);
    }

    @Test
    void theGradientIsThatOfCentralDifferencesInDouble() {
        PartedScore parted = gru().parted(question(), 6);
        double[] gradient = new double[4];
        double value = parted.function().valueAndGradient(parted.point(), gradient);
        assertEquals(naiveScore(question(), 6), value, 1e-5);
        NaiveInterpreter naive = naive(question(), 6);
        double[] weights = naive.input(CatalogueRecommender.WEIGHTS);
        for (int i = 0; i < 4; i++) {
            assertEquals(naive.derivative(weights, 1 + i), gradient[i], 1e-4);
        }
    }

    @Test
    void everyLayerCanBeLookedInto() {
        List<LayerActivation> layers = gru().activations(question(), 6);
        assertEquals(gru().score(question(), 6), layers.get(layers.size() - 1).values()[0], 1e-6);
    }
}
