package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Query QUERY = Query.of(3, 7, 5, 9);

    @Test
    void aWeightOfZeroMasksInPlace() {
        Query masked = QUERY.withWeight(1, 0f);
        assertArrayEquals(new int[] {7, 5, 9}, masked.history(), "the slot stays, its neighbours do not move");
        assertArrayEquals(new float[] {1, 0, 1}, masked.weights());
        assertArrayEquals(new float[] {1, 1, 1}, QUERY.weights(), "the question asked is not changed");
    }

    @Test
    void takingAnItemOutClosesItsSlot() {
        Query without = QUERY.withWeight(2, .25f).without(5);
        assertArrayEquals(new int[] {7, 9}, without.history());
        assertArrayEquals(new float[] {1, .25f}, without.weights());
        assertEquals(3, without.user());
        assertArrayEquals(new int[] {7, 5, 9}, QUERY.without(1).history(), "nothing to take out");
        assertEquals(0, Query.of(1, 4).without(4).history().length);
    }

    @Test
    void anotherUserAsksTheSameQuestion() {
        Query unknown = QUERY.withUser(Query.UNKNOWN_USER);
        assertEquals(Query.UNKNOWN_USER, unknown.user());
        assertArrayEquals(QUERY.history(), unknown.history());
        assertArrayEquals(
                new float[] {0, .5f, 1},
                QUERY.withWeights(new float[] {0, .5f, 1}).weights());
    }

    @ParameterizedTest
    @ValueSource(floats = {-.01f, 1.01f, Float.NaN, Float.POSITIVE_INFINITY})
    void refusesWeightsOutsideTheUnitInterval(float weight) {
        assertThrows(IllegalArgumentException.class, () -> QUERY.withWeight(0, weight));
    }

    @Test
    void refusesWeightsThatDoNotMatchTheHistory() {
        assertThrows(IllegalArgumentException.class, () -> QUERY.withWeights(new float[] {1}));
    }

    @Test
    void laterChangesOfTheArraysGivenDoNotReachIt() {
        int[] history = {1, 2};
        float[] weights = {1, 1};
        Query query = new Query(0, history, weights);
        history[0] = 9;
        weights[0] = 0;
        assertArrayEquals(new int[] {1, 2}, query.history());
        assertArrayEquals(new float[] {1, 1}, query.weights());
    }
}
