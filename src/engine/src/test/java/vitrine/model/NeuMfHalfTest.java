package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.IdIndex;
import vitrine.explain.TestIds;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;

class NeuMfHalfTest {
    private static final int ITEMS = 70;
    private static final IdIndex USERS = TestIds.of("u", 5);
    private static final IdIndex CATALOG = TestIds.of("i", ITEMS);
    private static final NeuMfSettings SIZES = new NeuMfSettings(3, List.of(6, 4));

    /** All numbers well away from 0, biases too. */
    private static NeuMfHalf half(NeuMfHalf.Side side) {
        Parameters parameters = Parameters.zeros(NeuMfHalf.network(side, USERS.size(), ITEMS, SIZES));
        SeededRandom random = new SeededRandom(side.ordinal());
        parameters.tensors().values().forEach(tensor -> {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = (float) (.5 * random.nextGaussian());
            }
        });
        return new NeuMfHalf(side, USERS, CATALOG, SIZES, parameters);
    }

    private static NeuMf joined(NeuMfHalf a, NeuMfHalf b, double alpha) {
        Parameters whole = Parameters.initial(NeuMf.network(USERS.size(), ITEMS, SIZES), 9);
        NeuMfHalf.join(a, b, alpha, whole);
        return new NeuMf(USERS, CATALOG, SIZES, whole);
    }

    private static double[] scores(Recommender model, int user) {
        int[] all = IntStream.range(0, ITEMS).toArray();
        double[] scores = new double[ITEMS];
        model.score(Query.of(user), all, scores);
        return scores;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .25, .5, 1})
    void theJoinedModelScoresTheWeighedSumOfItsHalvesForEveryUserAndTheUnknownOne(double alpha) {
        NeuMfHalf factorisation = half(NeuMfHalf.Side.GMF);
        NeuMfHalf perceptron = half(NeuMfHalf.Side.MLP);
        NeuMf whole = joined(factorisation, perceptron, alpha);
        for (int user : new int[] {0, 3, 4, Query.UNKNOWN_USER}) {
            double[] a = scores(factorisation, user);
            double[] b = scores(perceptron, user);
            double[] expected = IntStream.range(0, ITEMS)
                    .mapToDouble(i -> alpha * a[i] + (1 - alpha) * b[i])
                    .toArray();
            assertArrayEquals(expected, scores(whole, user), 1e-5);
        }
    }

    /** {@code sum w_k p_k q_k + b}, in double. */
    @Test
    void theFactorisationAloneIsTheWeighedProductOfTwoVectors() {
        NeuMfHalf factorisation = half(NeuMfHalf.Side.GMF);
        Parameters p = factorisation.parameters();
        for (int item = 0; item < ITEMS; item++) {
            double expected = p.values("score.bias")[0];
            for (int k = 0; k < SIZES.factors(); k++) {
                expected += (double) p.values("score.weight")[k]
                        * p.values("gmf.users")[2 * SIZES.factors() + k]
                        * p.values("gmf.items")[item * SIZES.factors() + k];
            }
            assertEquals(expected, factorisation.score(Query.of(2), item), 1e-5);
        }
    }

    @Test
    void halvesOfTheSameSideCannotBeJoined() {
        NeuMfHalf perceptron = half(NeuMfHalf.Side.MLP);
        assertThrows(IllegalArgumentException.class, () -> joined(perceptron, perceptron, .5));
    }
}
