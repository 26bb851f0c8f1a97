package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.TestIds;
import vitrine.network.Parameters;

class LiteralCnnTest {
    private static final CnnSettings SETTINGS = new CnnSettings(4, 6, 3, 8);
    private static final int ITEMS = 90;
    private static final int[] CANDIDATES = IntStream.range(8, ITEMS).toArray();
    private static final Query QUESTION = Query.of(1, 0, 1, 2, 3, 4, 5);

    private static LiteralCnn literal(LiteralCnn.Reading reading) {
        Parameters parameters = Parameters.initial(LiteralCnn.network(5, ITEMS, reading, SETTINGS), 11);
        enlarge(parameters);
        return new LiteralCnn(TestIds.of("u", 5), TestIds.of("i", ITEMS), reading, SETTINGS, parameters);
    }

    private static Cnn cnn() {
        Parameters parameters = Parameters.initial(Cnn.network(5, ITEMS, SETTINGS), 11);
        enlarge(parameters);
        return new Cnn(TestIds.of("u", 5), TestIds.of("i", ITEMS), SETTINGS, parameters);
    }

    /** So that no difference is lost in rounding. */
    private static void enlarge(Parameters parameters) {
        float[] table = parameters.values("vectors");
        for (int i = 0; i < table.length; i++) {
            table[i] *= 10;
        }
    }

    /** Largest difference, over pairs of candidates, of what taking away a history item does to their scores. */
    private static double spread(Recommender model, int position) {
        double[] before = new double[CANDIDATES.length];
        double[] after = new double[CANDIDATES.length];
        model.score(QUESTION, CANDIDATES, before);
        model.score(QUESTION.withWeight(position, 0), CANDIDATES, after);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES.length; i++) {
            low = Math.min(low, after[i] - before[i]);
            high = Math.max(high, after[i] - before[i]);
        }
        return high - low;
    }

    @Test
    void inTheSequenceReadingOnlyTheTwoNewestItemsCanChangeTheRanking() {
        LiteralCnn model = literal(LiteralCnn.Reading.SEQUENCE);
        for (int position = 0; position < 4; position++) {
            assertEquals(0, spread(model, position), 1e-5, "item " + position);
        }
        assertTrue(spread(model, 4) > 1e-3);
        assertTrue(spread(model, 5) > 1e-3);
    }

    @Test
    void inTheFormUsedHereEveryItemCan() {
        for (int position = 0; position < 6; position++) {
            assertTrue(spread(cnn(), position) > 1e-3, "item " + position);
        }
    }

    @Test
    void theTwoTokenReadingLooksAtNoHistory() {
        LiteralCnn model = literal(LiteralCnn.Reading.TWO_TOKENS);
        assertEquals(0, model.maxHistory());
        assertEquals("cnn-two-token", model.name());
        assertThrows(IllegalArgumentException.class, () -> model.score(QUESTION, 9));
        assertTrue(model.score(Query.of(1), 9) != model.score(Query.of(Query.UNKNOWN_USER), 9));
    }

    @Test
    void scoresACandidateTheSameAloneAndAmongOthers() {
        LiteralCnn model = literal(LiteralCnn.Reading.SEQUENCE);
        double[] together = new double[CANDIDATES.length];
        model.score(QUESTION, CANDIDATES, together);
        double[] alone = IntStream.of(CANDIDATES)
                .mapToDouble(item -> model.score(QUESTION, item))
                .toArray();
        assertArrayEquals(alone, together);
        assertEquals(together[40], last(model.activations(QUESTION, CANDIDATES[40])));
        assertEquals(LiteralCnn.Reading.SEQUENCE, model.reading());
        assertEquals(SETTINGS, model.settings());
    }

    private static double last(java.util.List<vitrine.network.LayerActivation> activations) {
        return activations.get(activations.size() - 1).values()[0];
    }
}
