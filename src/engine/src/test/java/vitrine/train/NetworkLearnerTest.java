package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.explain.TestIds;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.model.LiteralCnn;
import vitrine.model.Query;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

class NetworkLearnerTest {
    private static final CnnSettings SETTINGS = new CnnSettings(4, 6, 3, 5);
    private static final int USERS = 20;
    private static final int ITEMS = 30;
    private static final int GROUPS = 150;
    private static final TrainingSettings TRAINING = new TrainingSettings(1, 5 * GROUPS, 1e-2, 4, 0, 1e-4);

    private static ExampleGroup group(int step, int g, boolean withHistory) {
        SeededRandom random = SeededRandom.stream(step, "group", g);
        int n = withHistory ? 1 + random.nextInt(5) : 0;
        int[] history = new int[n];
        int first = random.nextInt(ITEMS - 6);
        for (int i = 0; i < n; i++) {
            history[i] = first + i;
        }
        int[] candidates = {first + n, 0, 0, 0, 0};
        for (int c = 1; c < candidates.length; c++) {
            candidates[c] = random.nextInt(ITEMS);
        }
        return new ExampleGroup(Query.of(random.nextInt(USERS + 1) - 1, history), candidates);
    }

    private static Cnn cnn() {
        Parameters parameters = Parameters.initial(Cnn.network(USERS, ITEMS, SETTINGS), 5);
        return new Cnn(TestIds.of("u", USERS), TestIds.of("i", ITEMS), SETTINGS, parameters);
    }

    private static LiteralCnn literal(LiteralCnn.Reading reading) {
        Parameters parameters = Parameters.initial(LiteralCnn.network(USERS, ITEMS, reading, SETTINGS), 5);
        return new LiteralCnn(TestIds.of("u", USERS), TestIds.of("i", ITEMS), reading, SETTINGS, parameters);
    }

    private static StepOutcome run(GroupLearner learner, int steps, int threads, boolean withHistory) {
        StepOutcome last = StepOutcome.NOTHING;
        try (Workers workers = new Workers(threads)) {
            for (int step = 0; step < steps; step++) {
                int s = step;
                last = learner.step(GROUPS, g -> group(s, g, withHistory), workers);
            }
        }
        learner.parametersChanged();
        return last;
    }

    @Test
    void takesTheStepsOfTheFusedLearner() {
        NetworkLearner plain = new NetworkLearner(cnn(), TRAINING, Adam.Form.ALGORITHM_1, 1);
        CnnLearner fused = new CnnLearner(cnn(), TRAINING, Adam.Form.ALGORITHM_1);
        StepOutcome a = run(plain, 5, 1, true);
        StepOutcome b = run(fused, 5, 1, true);
        assertEquals(b.lossSum(), a.lossSum(), 1e-2);
        assertEquals(b.examples(), a.examples());
        for (String name : plain.parameters().tensors().keySet()) {
            assertArrayEquals(
                    fused.parameters().values(name), plain.parameters().values(name), 2e-3f, name);
        }
    }

    /** Adam's first moment is a tenth of the gradient it saw, clipped and with its decay. */
    @ParameterizedTest
    @ValueSource(doubles = {0, .01})
    void seesTheGradientOfTheFusedLearnerWithinAMillionth(double clip) {
        TrainingSettings settings = new TrainingSettings(1, 5 * GROUPS, 1e-2, 4, 0, 1e-3, Sampling.UNIFORM, 0, clip);
        NetworkLearner general = new NetworkLearner(cnn(), settings, Adam.Form.ALGORITHM_1, 1);
        CnnLearner fused = new CnnLearner(cnn(), settings, Adam.Form.ALGORITHM_1);
        StepOutcome a = run(general, 1, 2, true);
        StepOutcome b = run(fused, 1, 2, true);
        assertEquals(b.meanLoss(), a.meanLoss(), 1e-6);
        assertEquals(b.right(), a.right());
        Parameters seen = fused.optimizer().firstMoment();
        seen.scale(10);
        assertEquals(clip > 0 ? clip : seen.norm(), seen.norm(), .3 * seen.norm(), "clipped but for the decay");
        Parameters same = general.optimizer().firstMoment();
        same.scale(10);
        for (String name : seen.tensors().keySet()) {
            assertArrayEquals(seen.values(name), same.values(name), 1e-6f, name);
        }
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() {
        NetworkLearner one =
                new NetworkLearner(literal(LiteralCnn.Reading.SEQUENCE), TRAINING, Adam.Form.ALGORITHM_1, 1);
        NetworkLearner three =
                new NetworkLearner(literal(LiteralCnn.Reading.SEQUENCE), TRAINING, Adam.Form.ALGORITHM_1, 1);
        run(one, 4, 1, true);
        run(three, 4, 3, true);
        for (String name : one.parameters().tensors().keySet()) {
            assertArrayEquals(one.parameters().values(name), three.parameters().values(name), name);
        }
    }

    @Test
    void learnsWhichItemsAreLiked() {
        NetworkLearner learner =
                new NetworkLearner(literal(LiteralCnn.Reading.SEQUENCE), TRAINING, Adam.Form.ALGORITHM_1, 1);
        StepOutcome last = StepOutcome.NOTHING;
        try (Workers workers = new Workers(2)) {
            for (int step = 0; step < 60; step++) {
                last = learner.step(
                        20,
                        g -> new ExampleGroup(Query.of(g, 10 + g % 5), new int[] {g % 5, 20, 21, 22, 20 + g % 10}),
                        workers);
            }
        }
        assertTrue(last.meanLoss() < .1, "loss " + last.meanLoss());
        assertEquals(1, last.accuracy());
    }

    @Test
    void teachesTheTwoTokenReadingToo() {
        NetworkLearner learner =
                new NetworkLearner(literal(LiteralCnn.Reading.TWO_TOKENS), TRAINING, Adam.Form.EPSILON_HAT, 1);
        StepOutcome outcome = run(learner, 3, 2, false);
        assertEquals(5L * GROUPS, outcome.examples());
        assertTrue(outcome.meanLoss() < .7);
        assertTrue(learner.model().parameters().isFinite());
    }
}
