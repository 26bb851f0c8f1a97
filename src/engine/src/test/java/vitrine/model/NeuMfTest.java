package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.explain.TestIds;
import vitrine.network.Executor;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;
import vitrine.run.WrongUsageException;

class NeuMfTest {
    private static final int USERS = 7;
    private static final int ITEMS = 150;

    private static List<NeuMfSettings> sizes() {
        return List.of(
                NeuMfSettings.DEFAULTS,
                new NeuMfSettings(1, List.of(1)),
                new NeuMfSettings(3, List.of(5)),
                new NeuMfSettings(8, List.of(8, 40, 3)),
                new NeuMfSettings(17, List.of(64, 32, 16, 8)));
    }

    /** All numbers well away from 0, biases too, so that nothing cancels. */
    private static NeuMf model(NeuMfSettings settings) {
        Parameters parameters = Parameters.zeros(NeuMf.network(USERS, ITEMS, settings));
        SeededRandom random = new SeededRandom(11);
        parameters.tensors().values().forEach(tensor -> {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = (float) (.3 * random.nextGaussian());
            }
        });
        return new NeuMf(TestIds.of("u", USERS), TestIds.of("i", ITEMS), settings, parameters);
    }

    private static int[] everyItemBackwards() {
        return IntStream.range(0, ITEMS).map(i -> ITEMS - 1 - i).toArray();
    }

    /** The formula of the paper, in double. */
    private static double byHand(NeuMf model, int userRow, int item) {
        NeuMfSettings s = model.settings();
        Parameters p = model.parameters();
        double[] x = new double[2 * s.width()];
        for (int k = 0; k < s.width(); k++) {
            x[k] = p.values("mlp.users")[userRow * s.width() + k];
            x[s.width() + k] = p.values("mlp.items")[item * s.width() + k];
        }
        for (int layer = 1; layer <= s.layers().size(); layer++) {
            int units = s.layers().get(layer - 1);
            double[] y = new double[units];
            for (int u = 0; u < units; u++) {
                y[u] = p.values("mlp" + layer + ".bias")[u];
                for (int k = 0; k < x.length; k++) {
                    y[u] += x[k] * p.values("mlp" + layer + ".weight")[k * units + u];
                }
                y[u] = Math.max(0, y[u]);
            }
            x = y;
        }
        float[] w = p.values("score.weight");
        double score = p.values("score.bias")[0];
        for (int f = 0; f < s.factors(); f++) {
            score += (double) w[f]
                    * p.values("gmf.users")[userRow * s.factors() + f]
                    * p.values("gmf.items")[item * s.factors() + f];
        }
        for (int k = 0; k < x.length; k++) {
            score += w[s.factors() + k] * x[k];
        }
        return score;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void scoresAreThePapersFormulaAndThePlainNetworks(NeuMfSettings settings) {
        NeuMf model = model(settings);
        int[] candidates = everyItemBackwards();
        double[] scores = new double[ITEMS];
        Executor plain = new Executor(model.network(), model.parameters(), ITEMS);
        for (int user = Query.UNKNOWN_USER; user < USERS; user++) {
            Query query = Query.of(user);
            model.score(query, candidates, scores);
            for (int i = 0; i < ITEMS; i++) {
                model.place(plain, i, query, candidates[i]);
            }
            plain.forward(ITEMS);
            int row = user == Query.UNKNOWN_USER ? USERS : user;
            for (int i = 0; i < ITEMS; i++) {
                assertEquals(plain.values("score")[i], scores[i], 1e-5);
                assertEquals(byHand(model, row, candidates[i]), scores[i], 1e-5);
            }
        }
    }

    @Test
    void anItemScoresTheSameAloneAmongOthersAndFromAnyThread() {
        NeuMf model = model(NeuMfSettings.DEFAULTS);
        int[] candidates = everyItemBackwards();
        double[] together = new double[ITEMS];
        model.score(Query.of(2), candidates, together);
        double[] alone = IntStream.of(candidates)
                .parallel()
                .mapToDouble(item -> model.score(Query.of(2), item))
                .toArray();
        assertArrayEquals(together, alone);
    }

    @Test
    void theHistoryChangesNothingAndTheModelSaysSo() {
        NeuMf model = model(NeuMfSettings.DEFAULTS);
        assertFalse(model.readsHistory());
        assertEquals(0, model.historyRead());
        assertEquals(model.score(Query.of(3), 9), model.score(Query.of(3, 1, 2, 4), 9));
    }

    @Test
    void anUnknownUserHasARowOfItsOwn() {
        NeuMf model = model(NeuMfSettings.DEFAULTS);
        float[] factors = model.parameters().values("gmf.users");
        assertEquals((USERS + 1) * 8, factors.length);
        double before = model.score(Query.of(Query.UNKNOWN_USER), 4);
        double known = model.score(Query.of(USERS - 1), 4);
        factors[USERS * 8] += 1;
        assertTrue(model.with(model.parameters().copy()).score(Query.of(Query.UNKNOWN_USER), 4) != before);
        assertEquals(known, model.with(model.parameters().copy()).score(Query.of(USERS - 1), 4));
    }

    @Test
    void whatWasWorkedOutAheadIsWorkedOutAnewWhenTheParametersChange() {
        NeuMf model = model(NeuMfSettings.DEFAULTS);
        model.score(Query.of(1), 5);
        for (String tensor : List.of("mlp.items", "mlp1.weight", "mlp1.bias")) {
            float[] values = model.parameters().values(tensor);
            for (int i = 0; i < values.length; i++) {
                values[i] += .1f;
            }
            model.parametersChanged();
            assertEquals(byHand(model, 1, 5), model.score(Query.of(1), 5), 1e-5, tensor);
        }
    }

    @Test
    void sizesOutOfRangeAreWrongUsage() {
        assertThrows(WrongUsageException.class, () -> new NeuMfSettings(0, List.of(8)));
        assertThrows(WrongUsageException.class, () -> new NeuMfSettings(513, List.of(8)));
        assertThrows(WrongUsageException.class, () -> new NeuMfSettings(8, List.of()));
        assertThrows(WrongUsageException.class, () -> new NeuMfSettings(8, List.of(8, 0)));
        assertThrows(WrongUsageException.class, () -> new NeuMfSettings(8, List.of(1025)));
        assertThrows(WrongUsageException.class, () -> new NeuMfSettings(8, List.of(1, 1, 1, 1, 1, 1, 1, 1, 1)));
    }
}
