package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.split.Split;
import vitrine.network.Parameters;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;
import vitrine.run.WrongUsageException;
import vitrine.train.CnnLearner;
import vitrine.train.PlantedShop;
import vitrine.train.Trainer;
import vitrine.train.TrainingData;
import vitrine.train.TrainingListener;
import vitrine.train.TrainingSettings;

class CnnTest {
    /** Lists and explanations are summed in different orders, in float32. */
    private static void assertSameButRounding(double expected, double actual) {
        assertEquals(expected, actual, 1e-6 * Math.max(1, Math.abs(expected)));
    }

    private static final int HISTORY = PlantedShop.SIZES.history();
    private static final int[] CANDIDATES =
            IntStream.range(HISTORY, PlantedShop.ITEMS).toArray();
    private static final Query QUESTION = Query.of(2, 0, 1, 2, 3, 4, 5);
    private static Cnn model;

    @BeforeAll
    static void train() {
        Split split = PlantedShop.split();
        TrainingSettings settings = new TrainingSettings(10, 100, .01, 4, 0, 0);
        CnnLearner learner = PlantedShop.learner(split, settings, PlantedShop.SEED);
        new Trainer(settings, PlantedShop.SEED)
                .train(learner, TrainingData.of(split, PlantedShop.SEED), JobContext.quiet(), TrainingListener.NONE);
        model = learner.model();
    }

    private static double[] scores(Query query) {
        double[] scores = new double[CANDIDATES.length];
        model.score(query, CANDIDATES, scores);
        return scores;
    }

    @Test
    void removingAnyHistoryItemChangesHowCandidatesCompare() {
        double[] before = scores(QUESTION);
        for (int position = 0; position < HISTORY; position++) {
            double[] after = scores(QUESTION.withWeight(position, 0));
            boolean swapped = false;
            double largest = 0;
            for (int a = 0; a < before.length; a++) {
                for (int b = 0; b < a; b++) {
                    swapped |= before[a] > before[b] != after[a] > after[b];
                    largest = Math.max(largest, Math.abs(before[a] - before[b] - (after[a] - after[b])));
                }
            }
            assertTrue(largest > .01, "position " + position + " moves differences by " + largest);
            assertTrue(swapped, "no two candidates change places without position " + position);
        }
    }

    @Test
    void aMaskedSlotIsAnEmptiedSlotAndNothingRefills() {
        NaiveCnn oracle = new NaiveCnn(model);
        for (int position = 0; position < HISTORY; position++) {
            Query masked = QUESTION.withWeight(position, 0);
            Query anotherItem = new Query(2, replaced(position), masked.weights());
            assertArrayEquals(scores(masked), scores(anotherItem), "what stands in a masked slot does not matter");
            double[] x = model.parted(masked, 20).point();
            assertEquals(oracle.score(masked, 20, x), model.score(masked, 20), 1e-5);
        }
    }

    private static int[] replaced(int position) {
        int[] history = QUESTION.history().clone();
        history[position] = 29;
        return history;
    }

    @Test
    void partedScoreIsTheScore() {
        for (Query query : List.of(
                QUESTION,
                Query.of(5, 3),
                Query.of(Query.UNKNOWN_USER, 3, 8),
                Query.of(1),
                QUESTION.withWeight(2, .3f))) {
            for (int item : new int[] {9, 17, 29}) {
                PartedScore parted = model.parted(query, item);
                assertSameButRounding(
                        model.score(query, item), parted.function().value(parted.point()));
                Query reference =
                        query.withWeights(new float[query.history().length]).withUser(Query.UNKNOWN_USER);
                assertSameButRounding(
                        model.score(reference, item), parted.function().value(parted.reference()));
                assertEquals(query.history().length + 1, parted.parts().size());
                int covered = 0;
                for (Part part : parted.parts()) {
                    assertEquals(covered, part.from());
                    covered = part.to();
                }
                assertEquals(parted.function().dimension(), covered);
            }
        }
    }

    @Test
    void theGradientIsTheSlopeOfTheFormula() {
        NaiveCnn oracle = new NaiveCnn(model);
        SeededRandom random = new SeededRandom(3);
        double step = 1e-6;
        int checked = 0;
        for (int trial = 0; trial < 40; trial++) {
            int item = CANDIDATES[trial % CANDIDATES.length];
            PartedScore parted = model.parted(QUESTION, item);
            double[] x = parted.point().clone();
            for (int i = 0; i < HISTORY; i++) {
                x[i] = (float) random.nextDouble();
            }
            double[] gradient = new double[x.length];
            double value = parted.function().valueAndGradient(x, gradient);
            assertEquals(oracle.score(QUESTION, item, x), value, 1e-5);
            assertEquals(parted.function().value(x), value);
            if (oracle.nearestKink < 1e-4) {
                continue;
            }
            checked++;
            for (int i = 0; i < x.length; i++) {
                double at = x[i];
                x[i] = at + step;
                double above = oracle.score(QUESTION, item, x);
                x[i] = at - step;
                double below = oracle.score(QUESTION, item, x);
                x[i] = at;
                assertEquals((above - below) / (2 * step), gradient[i], 1e-4, "coordinate " + i);
            }
        }
        assertTrue(checked >= 10, "only " + checked + " points lay away from kinks");
    }

    @Test
    void theNetworkSaysTheSameLayerByLayer() {
        for (Query query : List.of(QUESTION, Query.of(Query.UNKNOWN_USER, 7, 3), Query.of(4))) {
            var layers = model.activations(query, 11);
            assertEquals("score", layers.get(layers.size() - 1).name());
            assertEquals(model.score(query, 11), layers.get(layers.size() - 1).values()[0], 1e-5);
        }
        assertEquals(
                model.network().parameterShapes().keySet(),
                model.parameters().tensors().keySet());
    }

    @Test
    void anUnknownUserHasAVectorOfItsOwn() {
        Query unknown = QUESTION.withUser(Query.UNKNOWN_USER);
        assertEquals(PlantedShop.USERS, model.userRow(Query.UNKNOWN_USER));
        assertTrue(model.score(unknown, 9) != model.score(QUESTION, 9));
    }

    @Test
    void scoresACandidateTheSameAloneAndAmongOthersAndFromAnyThread() {
        double[] together = scores(QUESTION);
        double[] alone = IntStream.of(CANDIDATES)
                .parallel()
                .mapToDouble(item -> model.score(QUESTION, item))
                .toArray();
        assertArrayEquals(together, alone);
    }

    @Test
    void aFullHistoryIsAnsweredAndALongerOneRefused() {
        assertEquals(HISTORY, model.maxHistory());
        assertTrue(Double.isFinite(model.score(QUESTION, 20)));
        Query longer = Query.of(2, 0, 1, 2, 3, 4, 5, 6);
        assertThrows(IllegalArgumentException.class, () -> model.score(longer, 20));
        assertThrows(IllegalArgumentException.class, () -> model.activations(longer, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7})
    void everyKernelWidthFollowsTheFormula(int kernel) {
        CnnSettings settings = new CnnSettings(4, 6, kernel, 5);
        Parameters parameters = Parameters.initial(Cnn.network(3, 9, settings), 1);
        Cnn small =
                new Cnn(vitrine.explain.TestIds.of("u", 3), vitrine.explain.TestIds.of("i", 9), settings, parameters);
        Query query = new Query(1, new int[] {8, 2, 5}, new float[] {1, .5f, .25f});
        PartedScore parted = small.parted(query, 4);
        assertEquals(new NaiveCnn(small).score(query, 4, parted.point()), small.score(query, 4), 1e-6);
        double[] gradient = new double[parted.function().dimension()];
        assertSameButRounding(small.score(query, 4), parted.function().valueAndGradient(parted.point(), gradient));
        double step = 1e-6;
        for (int i = 0; i < gradient.length; i++) {
            double[] up = parted.point().clone();
            double[] down = parted.point().clone();
            up[i] += step;
            down[i] -= step;
            NaiveCnn oracle = new NaiveCnn(small);
            double slope = (oracle.score(query, 4, up) - oracle.score(query, 4, down)) / (2 * step);
            assertEquals(slope, gradient[i], 1e-4);
        }
    }

    @Test
    void sizesOutOfRangeAreWrongUsage() {
        for (int[] s : new int[][] {
            {0, 32, 3, 20}, {257, 32, 3, 20}, {16, 0, 3, 20}, {16, 513, 3, 20},
            {16, 32, 4, 20}, {16, 32, 11, 20}, {16, 32, 3, 0}, {16, 32, 3, 201}
        }) {
            assertThrows(WrongUsageException.class, () -> new CnnSettings(s[0], s[1], s[2], s[3]));
        }
    }
}
