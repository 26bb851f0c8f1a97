package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vitrine.explain.TestIds;
import vitrine.network.NaiveInterpreter;
import vitrine.network.Network;
import vitrine.network.Parameters;

class MultVaeTest {
    private static final int ITEMS = 9;
    private static final MultVaeSettings SIZES = new MultVaeSettings(5, 3);
    private static final Parameters PARAMETERS = parameters();

    private static Parameters parameters() {
        Parameters parameters = Parameters.initial(MultVae.network(ITEMS, SIZES, 1), 3);
        float[] history = parameters.values("history");
        for (int i = 0; i < history.length; i++) {
            history[i] *= 20;
        }
        return parameters;
    }

    private static MultVae model() {
        return new MultVae(TestIds.of("u", 2), TestIds.of("i", ITEMS), SIZES, PARAMETERS);
    }

    private static Query question() {
        return Query.of(0, 4, 7, 1, 2).withWeights(new float[] {1f, .25f, 0f, .75f});
    }

    private static double naiveScore(Query query, int item) {
        int slots = 1 + query.history().length;
        Network network = MultVae.network(ITEMS, SIZES, slots - 1);
        NaiveInterpreter naive = new NaiveInterpreter(network, PARAMETERS);
        int[] ids = new int[slots];
        double[] weights = new double[slots];
        for (int i = 1; i < slots; i++) {
            ids[i] = query.history()[i - 1];
            weights[i] = query.weights()[i - 1];
        }
        naive.ids(MultVae.ITEMS, ids);
        naive.input(CatalogueRecommender.WEIGHTS, weights);
        Map<String, double[]> values = naive.run();
        return values.getOrDefault("logits", new double[ITEMS])[item];
    }

    @Test
    void scoresAreThoseOfTheFormula() {
        int[] candidates = {8, 0, 3};
        double[] scores = new double[3];
        model().score(question(), candidates, scores);
        for (int i = 0; i < 3; i++) {
            assertEquals(naiveScore(question(), candidates[i]), scores[i], 1e-5);
        }
        Query nothing = Query.of(Query.UNKNOWN_USER);
        assertEquals(naiveScore(nothing, 5), model().score(nothing, 5), 1e-5);
    }

    @Test
    void theOrderOfTheHistoryDoesNotMatterAndWeightNoughtLeavesAnItemOut() {
        assertEquals(model().score(Query.of(0, 1, 2, 3), 6), model().score(Query.of(1, 3, 1, 2), 6), 1e-5);
        Query full = Query.of(0, 4, 7, 1, 2);
        for (int position = 0; position < 4; position++) {
            Query without = full.without(full.history()[position]);
            assertEquals(model().score(without, 6), model().score(full.withWeight(position, 0f), 6), 1e-5);
            assertNotEquals(model().score(full, 6), model().score(without, 6), 1e-4);
        }
    }

    /** The weights have the question's length all along the path, so that they do not cancel out. */
    @Test
    void thePathOfAnExplanationLeadsFromTheEmptyHistoryToTheQuestion() {
        PartedScore parted = model().parted(question(), 6);
        assertEquals(naiveScore(question(), 6), parted.function().value(parted.point()), 1e-5);
        assertEquals(naiveScore(Query.of(0), 6), parted.function().value(parted.reference()), 1e-5);
        double[] half = parted.point().clone();
        for (int i = 0; i < half.length; i++) {
            half[i] /= 2;
        }
        double middle = parted.function().value(half);
        assertTrue(Math.abs(middle - parted.function().value(parted.point())) > 1e-4);
    }

    @Test
    void theGradientIsThatOfDifferences() {
        PartedScore parted = model().parted(question(), 6);
        double[] gradient = new double[4];
        double[] x = {.6, .3, .2, .5};
        parted.function().valueAndGradient(x, gradient);
        for (int i = 0; i < 4; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += .02;
            down[i] -= .02;
            double slope = (parted.function().value(up) - parted.function().value(down)) / .04;
            assertEquals(slope, gradient[i], 2e-3);
        }
    }
}
