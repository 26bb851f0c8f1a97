package vitrine.assess.faithfulness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.LinearTestModel;
import vitrine.explain.TestIds;
import vitrine.model.Query;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;

class RemovalTestTest {
    private static final CancellationToken NEVER = CancellationToken.NEVER;

    /** History 0..3, candidates A = 4 and B = 5 of the reference case. */
    private static LinearTestModel reference(double sign) {
        double[][] b = new double[6][6];
        double[] a = {.4, .3, .1, 0};
        double[] other = {.05, .1, .2, .25};
        for (int i = 0; i < 4; i++) {
            b[i][4] = sign * a[i];
            b[i][5] = sign * other[i];
        }
        return new LinearTestModel(b, new double[] {0, 0, 0, 0, 0, .01}, 0);
    }

    @Test
    void matchesTheReferenceCase() {
        RemovalTest test = new RemovalTest(reference(1), Query.of(0, 0, 1, 2, 3), 4, new int[] {4, 5}, 1);
        assertEquals(1, test.k());
        assertEquals(1, test.originalRank());
        RemovalOutcome outcome = test.run(new int[] {0, 1, 2, 3}, NEVER);
        assertEquals(.20, outcome.scores().pos(), 1e-12);
        assertEquals(.80, outcome.scores().neg(), 1e-12);
        assertEquals(.26, outcome.rawDel(), 1e-12);
        assertEquals(.325, outcome.scores().del(), 1e-12);
        assertEquals(.54, outcome.rawIns(), 1e-12);
        assertEquals(.675, outcome.scores().ins(), 1e-12);
        assertEquals(.704744, outcome.scores().cdcg(), 1e-6);
        assertEquals(.35, outcome.scores().f(), 1e-12);
        assertArrayEquals(new double[] {0, .25, .5, .75, 1}, outcome.curve().share());
        assertArrayEquals(new double[] {1, .5, .125, 0, 0}, outcome.curve().deletion(), 1e-12);
        assertArrayEquals(new double[] {0, .5, .875, 1, 1}, outcome.curve().insertion(), 1e-12);
    }

    @Test
    void theTrueOrderWinsAlsoWhereTheHistoryLowersTheScore() {
        RemovalTest test = new RemovalTest(reference(-1), Query.of(0, 0, 1, 2, 3), 4, new int[] {4, 5}, 1);
        RemovalOutcome trueOrder = test.run(new int[] {3, 2, 1, 0}, NEVER);
        RemovalOutcome reversed = test.run(new int[] {0, 1, 2, 3}, NEVER);
        assertEquals(-1, trueOrder.curve().deletion()[0], 1e-12);
        assertEquals(0, trueOrder.curve().insertion()[0], 1e-12);
        assertEquals(.35, trueOrder.scores().f(), 1e-12);
        assertEquals(-.35, reversed.scores().f(), 1e-12);
    }

    @Test
    void scoresAloneGiveTheSameCurve() {
        RemovalTest test = curved(23);
        int[] order = new RemovalOrders(test.removable(), 1).random(0);
        RemovalOutcome ranked = test.run(order, NEVER);
        RemovalCurve plain = test.curve(order, NEVER);
        assertArrayEquals(ranked.curve().deletion(), plain.deletion());
        assertArrayEquals(ranked.curve().insertion(), plain.insertion());
        assertEquals(11, plain.share().length);
        assertEquals(1, plain.deletion()[0], 1e-12);
        assertEquals(0, plain.deletion()[10], 1e-12);
        assertEquals(1, plain.insertion()[10], 1e-12);
    }

    @Test
    void theOriginalRankCountsAsRecommendedEvenBelowTheLeastK() {
        RemovalTest test = curved(12);
        assertEquals(Math.max(5, test.originalRank()), test.k());
        RemovalScores scores = test.run(test.removable(), NEVER).scores();
        assertTrue(scores.pos() >= 1.0 / 11);
    }

    @Test
    void itemsOfWeightZeroCannotBeRemoved() {
        Query query = Query.of(0, 0, 1, 2, 3).withWeight(1, 0);
        RemovalTest test = new RemovalTest(reference(1), query, 4, new int[] {4, 5}, 1);
        assertArrayEquals(new int[] {0, 2, 3}, test.removable());
        assertEquals(.5, test.fullScore(), 1e-12);
    }

    @Test
    void refusesCandidatesThatDoNotFit() {
        Query query = Query.of(0, 0, 1);
        assertThrows(
                IllegalArgumentException.class, () -> new RemovalTest(reference(1), query, 4, new int[] {3, 5}, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new RemovalTest(reference(1), query, 4, new int[] {1, 4}, 1));
        Query none = Query.of(0);
        assertThrows(IllegalArgumentException.class, () -> new RemovalTest(reference(1), none, 4, new int[] {4, 5}, 1));
    }

    @Test
    void binsAreNearEqualAndCoverEverything() {
        for (int n = 1; n < 60; n++) {
            RemovalBins bins = RemovalBins.of(n);
            assertEquals(Math.min(10, n), bins.count());
            assertEquals(0, bins.end(0));
            assertEquals(n, bins.end(bins.count()));
            for (int b = 1; b <= bins.count(); b++) {
                int size = bins.end(b) - bins.end(b - 1);
                assertTrue(size == n / bins.count() || size == n / bins.count() + 1);
            }
        }
    }

    @Test
    void greedyDeletionFindsTheTrueOrderOfALinearModel() {
        LinearTestModel model = LinearTestModel.random(40, 0, 8);
        for (int n : new int[] {9, 20}) {
            RemovalTest test = new RemovalTest(
                    model, Query.of(0, IntStream.range(0, n).toArray()), 30, TestIds.candidates(n, 40), 5);
            double[] exact =
                    model.exactContributions(Query.of(0, IntStream.range(0, n).toArray()), 30);
            int[] truth = new RemovalOrders(test.removable(), 1).by(position -> exact[position]);
            assertArrayEquals(truth, GreedyDeletion.order(test, NEVER));
        }
    }

    @Test
    void greedyDeletionOfALongHistoryTakesATenthAtATime() {
        LinearTestModel model = LinearTestModel.random(140, 0, 8);
        Query query = Query.of(0, IntStream.range(0, 120).toArray());
        RemovalTest test = new RemovalTest(model, query, 130, TestIds.candidates(120, 140), 5);
        double[] exact = model.exactContributions(query, 130);
        int[] truth = new RemovalOrders(test.removable(), 1).by(position -> exact[position]);
        assertArrayEquals(truth, GreedyDeletion.order(test, NEVER));
    }

    @Test
    void tiesAreSettledByTheSeedNotByAge() {
        int[] positions = IntStream.range(0, 20).toArray();
        int[] first = new RemovalOrders(positions, 1).by(position -> 0);
        assertArrayEquals(first, new RemovalOrders(positions, 1).by(position -> 7));
        assertFalse(Arrays.equals(first, positions));
        assertFalse(Arrays.equals(first, new RemovalOrders(positions, 2).by(position -> 0)));
    }

    @Test
    void stopsWhenCancelled() {
        RemovalTest test = curved(12);
        assertThrows(CancelledException.class, () -> test.run(test.removable(), () -> true));
        assertThrows(CancelledException.class, () -> test.curve(test.removable(), () -> true));
    }

    private static RemovalTest curved(int history) {
        return new RemovalTest(
                new CurvedTestModel(60, 3),
                Query.of(0, IntStream.range(0, history).toArray()),
                50,
                TestIds.candidates(history, 60),
                5);
    }
}
