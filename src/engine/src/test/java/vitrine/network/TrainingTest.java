package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

class TrainingTest {
    private static final int EXAMPLES = 150;

    private static Training.Settings settings(Clipping clipping) {
        return new Training.Settings(0, clipping, 9);
    }

    /** A training of a random network on one batch, with half its labels 1. */
    private static Training on(
            RandomBatch batch, Parameters parameters, Optimizer optimizer, Training.Settings settings) {
        Training training =
                new Training(batch.network, parameters, new BinaryCrossEntropy(), optimizer, settings, batch.examples);
        batch.fill(training::ids, training::values);
        for (int i = 0; i < training.targets().labels().length; i++) {
            training.targets().labels()[i] = i % 2;
        }
        return training;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void theSameSeedGivesTheSameBytesForAnyNumberOfThreads(long seed) {
        RandomBatch batch = new RandomBatch(RandomNetworks.of(seed), EXAMPLES, seed);
        Clipping clipping = List.of(new Clipping.None(), new Clipping.GlobalNorm(0.1), new Clipping.PerExample(0.1))
                .get((int) (seed % 3));
        Adam.Rows rows = seed % 2 == 0 ? Adam.Rows.EXACT : Adam.Rows.LAZY;
        Parameters expected = null;
        for (int threads = 1; threads <= 3; threads++) {
            Parameters parameters = batch.parameters.copy();
            Adam adam = new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1, rows);
            Training training = on(batch, parameters, adam, new Training.Settings(1e-4, clipping, 9));
            try (Workers workers = new Workers(threads)) {
                for (int step = 0; step < 5; step++) {
                    training.step(EXAMPLES - step, workers);
                }
            }
            expected = expected == null ? parameters : expected;
            for (String name : parameters.tensors().keySet()) {
                assertArrayEquals(expected.values(name), parameters.values(name), name + " with " + threads);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 21, 22, 23, 24, 25})
    void gradientsAreThoseOfTheExecutorWithTheLosssDerivative(long seed) {
        RandomBatch batch = quiet(seed, 70);
        Training training = on(batch, batch.parameters, new Sgd(0.1, 0), settings(new Clipping.None()));
        Executor executor = new Executor(batch.network, batch.parameters, 70);
        batch.fill(executor::ids, executor::values);
        executor.forward(70);
        float[] out = executor.values("out");
        float[] labels = training.targets().labels();
        double loss = 0;
        for (int i = 0; i < out.length; i++) {
            executor.gradients("out")[i] = (float) ((1 / (1 + Math.exp(-out[i])) - labels[i]) / 70);
            loss += Math.log(1 + Math.exp(labels[i] > 0 ? -out[i] : out[i])) / 70;
        }
        Parameters expected = Parameters.zeros(batch.network);
        executor.backward(70, expected);
        try (Workers workers = new Workers(2)) {
            // Twice, so that nothing is left over from the batch before.
            training.differentiate(60, workers);
            assertEquals(loss, training.differentiate(70, workers), 1e-6);
        }
        for (String name : expected.tensors().keySet()) {
            assertArrayEquals(expected.values(name), training.gradients().values(name), 1e-6f, name);
        }
    }

    /** A batch of a random network without randomness in training. */
    private static RandomBatch quiet(long seed, int examples) {
        for (long s = 1000 * seed; ; s++) {
            Network network = RandomNetworks.of(s);
            if (network.layers().stream()
                    .noneMatch(l -> l instanceof Layer.Dropout || l instanceof Layer.GaussianSample)) {
                return new RandomBatch(network, examples, s);
            }
        }
    }

    @Test
    void aStepIsDifferentiateThenApply() {
        RandomBatch batch = quiet(1, 40);
        Parameters whole = batch.parameters.copy();
        Parameters parts = batch.parameters.copy();
        try (Workers workers = new Workers(1)) {
            on(batch, whole, new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1), settings(new Clipping.None()))
                    .step(40, workers);
            Training training = on(
                    batch, parts, new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1), settings(new Clipping.None()));
            training.differentiate(40, workers);
            training.apply(workers);
        }
        whole.tensors().forEach((name, t) -> assertArrayEquals(t.values(), parts.values(name), name));
    }

    @Test
    void whatACallerAddsToAGradientMovesOneStepAndNoMore() {
        RandomBatch batch = quiet(1, 40);
        try (Workers workers = new Workers(1)) {
            Training training = on(
                    batch,
                    batch.parameters,
                    new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1),
                    settings(new Clipping.None()));
            training.differentiate(40, workers);
            training.gradients().tensors().values().forEach(t -> java.util.Arrays.fill(t.values(), 3f));
            training.apply(workers);
            assertEquals(0, training.gradientNorm());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 100})
    void aPositiveMayHaveMoreNegativesThanABlockHasExamples(int negatives) {
        int examples = 2 * (1 + negatives);
        Network network = new Network(
                List.of(new Layer.ValueInput("x", 1, 1), new Layer.Dense("out", "x", 1, Activation.IDENTITY)));
        Parameters parameters = Parameters.zeros(network);
        Training training = new Training(
                network,
                parameters,
                new BayesianPersonalisedRanking(negatives),
                new Sgd(1, 0),
                settings(new Clipping.None()),
                examples);
        try (Workers workers = new Workers(2)) {
            for (int e = 0; e < examples; e++) {
                training.values("x")[e] = e % (1 + negatives) == 0 ? 1 : 0;
            }
            assertEquals(Math.log(2), training.step(examples, workers), 1e-6, "all scores are equal before the step");
        }
        assertEquals(0.5, parameters.values("out.weight")[0], 1e-5, "the mean over pairs of sigmoid(0)");
    }

    @Test
    void aGradientTooLongIsShortenedAndAShortOneIsLeft() {
        RandomBatch batch = quiet(2, 40);
        try (Workers workers = new Workers(1)) {
            Training free = on(batch, batch.parameters.copy(), new Sgd(1, 0), settings(new Clipping.None()));
            free.differentiate(40, workers);
            double norm = free.gradientNorm();
            assertEquals(norm / 2, stepLength(batch, new Clipping.GlobalNorm(norm / 2), workers), 1e-5 * norm);
            assertEquals(norm, stepLength(batch, new Clipping.GlobalNorm(norm * 2), workers), 1e-5 * norm);
        }
    }

    private static double stepLength(RandomBatch batch, Clipping clipping, Workers workers) {
        Parameters after = batch.parameters.copy();
        on(batch, after, new Sgd(1, 0), settings(clipping)).step(batch.examples, workers);
        double squares = 0;
        for (String name : after.tensors().keySet()) {
            for (int i = 0; i < after.values(name).length; i++) {
                squares += Math.pow(
                        (double) after.values(name)[i] - batch.parameters.values(name)[i], 2);
            }
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6})
    void clippingPerExampleShortensEachExamplesOwnGradient(long seed) {
        int examples = 9;
        RandomBatch batch = quiet(seed, examples);
        Parameters expected = Parameters.zeros(batch.network);
        int longer = 0;
        double longest = 0.8;
        try (Workers workers = new Workers(2)) {
            for (int e = 0; e < examples; e++) {
                Training alone = on(batch, batch.parameters, new Sgd(1, 0), settings(new Clipping.None()));
                batch.moveToFront(e, alone::ids, alone::values);
                int width = batch.network.shape("out").size();
                for (int i = 0; i < width; i++) {
                    alone.targets().labels()[i] = (e * width + i) % 2;
                }
                alone.differentiate(1, workers);
                double norm = alone.gradientNorm();
                longer += norm > longest ? 1 : 0;
                for (String name : expected.tensors().keySet()) {
                    for (int i = 0; i < expected.values(name).length; i++) {
                        expected.values(name)[i] +=
                                (float) (alone.gradients().values(name)[i] * Math.min(1, longest / norm) / examples);
                    }
                }
            }
            Training training = on(batch, batch.parameters, new Sgd(1, 0), settings(new Clipping.PerExample(longest)));
            training.differentiate(examples, workers);
            for (String name : expected.tensors().keySet()) {
                assertArrayEquals(expected.values(name), training.gradients().values(name), 2e-6f, name);
            }
        }
        assertTrue(longer > 0, "none was clipped");
    }

    @Test
    void goingOnFromSavedMomentsIsTheSameAsNeverStopping() {
        RandomBatch batch = new RandomBatch(RandomNetworks.of(7), 80, 7);
        Parameters through = batch.parameters.copy();
        Parameters resumed = batch.parameters.copy();
        try (Workers workers = new Workers(2)) {
            Training one = on(
                    batch, through, new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1), Training.Settings.plain(5));
            for (int step = 0; step < 6; step++) {
                one.step(80, workers);
            }
            Adam before = new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1);
            Training two = on(batch, resumed, before, Training.Settings.plain(5));
            for (int step = 0; step < 3; step++) {
                two.step(80, workers);
            }
            Adam after = new Adam(batch.network, 0.01, Adam.Form.ALGORITHM_1);
            Training three = on(batch, resumed, after, Training.Settings.plain(5));
            after.restore(before.state());
            for (int step = 0; step < 3; step++) {
                three.step(80, workers);
            }
        }
        through.tensors().forEach((name, t) -> assertArrayEquals(t.values(), resumed.values(name), name));
    }

    @Test
    void dropoutAndSamplingAreFreshEachStepAndOffInTheExecutor() {
        Network network = new Network(List.of(
                new Layer.ValueInput("x", 1, 400),
                new Layer.Dropout("dropped", "x", 0.25),
                new Layer.ValueInput("mean", 1, 400),
                new Layer.ValueInput("logVariance", 1, 400),
                new Layer.GaussianSample("sampled", "mean", "logVariance"),
                new Layer.Concatenate("both", List.of("dropped", "sampled")),
                new Layer.Dense("out", "both", 1, Activation.IDENTITY)));
        Parameters parameters = Parameters.initial(network, 1);
        Training training = new Training(
                network, parameters, new BinaryCrossEntropy(), new Sgd(0.1, 0), Training.Settings.plain(1), 50);
        java.util.Arrays.fill(training.values("x"), 1f);
        java.util.Arrays.fill(training.values("mean"), 2f);
        java.util.Arrays.fill(training.values("logVariance"), (float) Math.log(9));
        try (Workers workers = new Workers(1)) {
            training.step(50, workers);
            float[] first = training.values("sampled").clone();
            double zeros = 0;
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < first.length; i++) {
                float dropped = training.values("dropped")[i];
                assertTrue(dropped == 0f || dropped == (float) (1 / 0.75));
                zeros += dropped == 0f ? 1 : 0;
                mean += first[i];
                squares += (first[i] - 2) * (first[i] - 2);
            }
            assertEquals(0.25, zeros / first.length, 0.01);
            assertEquals(2, mean / first.length, 0.08);
            assertEquals(9, squares / first.length, 0.3);
            training.step(50, workers);
            assertTrue(!java.util.Arrays.equals(first, training.values("sampled")));
        }
        Executor executor = new Executor(network, parameters, 1);
        java.util.Arrays.fill(executor.values("x"), 1f);
        executor.forward(1);
        assertEquals(1f, executor.values("dropped")[7]);
        assertEquals(0f, executor.values("sampled")[7]);
    }

    @Test
    void aBatchThatDoesNotFitIsRefused() {
        Network network = NeuMf.network(3, 4, NeuMfSettings.DEFAULTS);
        Parameters parameters = Parameters.initial(network, 1);
        Training training = new Training(
                network,
                parameters,
                new BayesianPersonalisedRanking(2),
                new Sgd(0.1, 0),
                Training.Settings.plain(1),
                6);
        try (Workers workers = new Workers(1)) {
            assertThrows(IllegalArgumentException.class, () -> training.step(4, workers));
            assertThrows(IllegalArgumentException.class, () -> training.step(9, workers));
            assertThrows(IllegalArgumentException.class, () -> training.step(0, workers));
            assertEquals(Math.log(2), training.step(3, workers), 1e-12);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Training(
                        network,
                        parameters,
                        new BayesianPersonalisedRanking(2),
                        new Sgd(0.1, 0),
                        settings(new Clipping.PerExample(1)),
                        6));
        assertThrows(IllegalArgumentException.class, () -> new Clipping.GlobalNorm(0));
        assertThrows(IllegalArgumentException.class, () -> new Clipping.PerExample(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Training.Settings(-1, new Clipping.None(), 1));
    }

    @Test
    void neuMfLearnsWhichPairsBelongTogether() {
        Network network = NeuMf.network(20, 30, NeuMfSettings.DEFAULTS);
        Parameters parameters = Parameters.initial(network, 1);
        Training training = new Training(
                network,
                parameters,
                new BinaryCrossEntropy(),
                new Adam(network, 0.01, Adam.Form.ALGORITHM_1),
                Training.Settings.plain(1),
                128);
        SeededRandom random = new SeededRandom(4);
        double loss = 0;
        try (Workers workers = new Workers(2)) {
            for (int step = 0; step < 300; step++) {
                for (int e = 0; e < 128; e++) {
                    int user = random.nextInt(20);
                    int item = random.nextInt(30);
                    training.ids("user")[e] = user;
                    training.ids("item")[e] = item;
                    training.targets().labels()[e] = user % 3 == item % 3 ? 1f : 0f;
                }
                loss = training.step(128, workers);
            }
        }
        assertTrue(loss < 0.05, "loss " + loss);
    }
}
