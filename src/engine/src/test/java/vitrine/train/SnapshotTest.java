package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vitrine.data.split.Split;
import vitrine.network.LayerActivation;
import vitrine.run.JobContext;

/** With a clock that a listener moves by hand. */
class SnapshotTest {
    private static final Split SPLIT = PlantedShop.split();
    private static final TrainingData DATA = TrainingData.of(SPLIT, 42);
    private static final int BATCHES = 24;

    private long now = 1_000_000_000_000L;

    /** Everything that is told, batch by batch. */
    private final class Ear implements TrainingListener {
        final List<TrainingSnapshot> heard = new ArrayList<>();
        final List<StepOutcome> steps = new ArrayList<>();
        final long millisABatch;

        Ear(long millisABatch) {
            this.millisABatch = millisABatch;
        }

        @Override
        public void onBatch(int epoch, int batchInEpoch, int batches, StepOutcome outcome) {
            now += millisABatch * 1_000_000;
            steps.add(outcome);
        }

        @Override
        public Optional<Consumer<TrainingSnapshot>> snapshots() {
            return Optional.of(heard::add);
        }
    }

    private CnnLearner train(TrainingSettings settings, TrainingListener listener) {
        CnnLearner learner = PlantedShop.learner(SPLIT, settings, 42);
        new Trainer(settings, 42, () -> now).train(learner, DATA, JobContext.quiet(), listener);
        return learner;
    }

    private static TrainingSettings settings(int epochs) {
        return new TrainingSettings(epochs, 100, .01, 4, 0, 0, Sampling.UNIFORM, 48, 0);
    }

    @Test
    void atMostFiveComeInASecondAndOneAfterEachEpoch() {
        Ear ear = new Ear(30);
        train(settings(2), ear);
        // Every seventh batch reaches 200 ms; the epoch's end starts the count anew.
        List<Integer> batches = ear.heard.stream().map(TrainingSnapshot::batch).toList();
        assertEquals(List.of(7, 14, 21, BATCHES, 7, 14, 21, BATCHES), batches);
        assertEquals(
                List.of(1, 1, 1, 1, 2, 2, 2, 2),
                ear.heard.stream().map(TrainingSnapshot::epoch).toList());
    }

    @Test
    void aSnapshotSumsUpWhatHappenedSinceTheLast() {
        Ear ear = new Ear(100);
        train(settings(3), ear);
        TrainingSnapshot second = ear.heard.get(1);
        StepOutcome since = ear.steps.get(2).plus(ear.steps.get(3));
        assertEquals(4, second.batch());
        assertEquals(BATCHES, second.batches());
        assertEquals(3, second.epochs());
        assertEquals(since.meanLoss(), second.loss());
        assertEquals(since.accuracy(), second.accuracy());
        assertEquals(since.examples() / .2, second.examplesPerSecond(), 1e-6);
        assertEquals(.01 * 4 / 48, second.learningRate(), 1e-12);
        assertEquals(Map.of(), second.validation());
        assertEquals(Optional.empty(), second.timeLeft(), "after less than two seconds");
        // Batch 20 of 72 after 2 s: 52 more at 100 ms each.
        assertEquals(Optional.of(Duration.ofMillis(5200)), ear.heard.get(9).timeLeft());
        TrainingSnapshot end = ear.heard.get(12);
        assertEquals(List.of(1, BATCHES), List.of(end.epoch(), end.batch()));
        assertTrue(Double.isNaN(end.loss()), "the last batch was told of already");
        assertEquals(
                List.of("accuracy", "hr", "loss", "ndcg"),
                List.copyOf(end.validation().keySet()));
        assertEquals(end.validation(), ear.heard.get(13).validation());
    }

    @Test
    void theGradientsNormIsTheirEuclideanLength() {
        Ear ear = new Ear(0);
        CnnLearner learner = train(settings(1), ear);
        TrainingSnapshot end = ear.heard.get(0);
        double squares = learner.gradients().tensors().values().stream()
                .flatMapToDouble(t -> Arrays.stream(doubles(t.values())))
                .map(g -> g * g)
                .sum();
        assertEquals(Math.sqrt(squares), end.gradientNorm(), 1e-12);
        assertTrue(squares > 0);
        assertEquals(0, end.examplesPerSecond(), "the clock stood still");
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @Test
    void everyLayerIsLookedAtFromInputToOutput() {
        Ear ear = new Ear(0);
        CnnLearner learner = train(settings(1), ear);
        List<LayerStatistics> layers = ear.heard.get(0).layers();
        List<String> expected = learner.model().network().layers().stream()
                .filter(layer -> !layer.from().isEmpty())
                .map(vitrine.network.Layer::name)
                .toList();
        assertEquals(expected, layers.stream().map(LayerStatistics::layer).toList());
        LayerStatistics convolution = layers.stream()
                .filter(layer -> layer.layer().equals("conv1d"))
                .findFirst()
                .orElseThrow();
        assertTrue(convolution.mean() > 0 && convolution.zeroShare() > .1, "rectified: " + convolution);
    }

    @Test
    void meanAndShareOfZerosRunOverAllExamples() {
        List<LayerActivation> one = List.of(new LayerActivation("a", "dense", new int[] {3}, new float[] {0, 1, 2}));
        List<LayerActivation> two = List.of(new LayerActivation("a", "dense", new int[] {3}, new float[] {-0f, 0, 3}));
        assertEquals(List.of(new LayerStatistics("a", "dense", 1, .5)), LayerStatistics.of(List.of(one, two)));
    }

    @Test
    void aSnapshotDoesNotChangeAfterwards() {
        TreeMap<String, Double> validation = new TreeMap<>(Map.of("ndcg", .5));
        List<LayerStatistics> layers = new ArrayList<>();
        TrainingSnapshot snapshot =
                new TrainingSnapshot(1, 1, 1, 1, 0, 0, validation, 0, 0, layers, 0, Optional.empty());
        validation.put("ndcg", .6);
        layers.add(new LayerStatistics("a", "dense", 0, 0));
        assertEquals(.5, snapshot.validation().get("ndcg"));
        assertEquals(0, snapshot.layers().size());
        assertThrows(
                UnsupportedOperationException.class, () -> snapshot.validation().clear());
    }

    @Test
    void lookingChangesNothing() {
        CnnLearner watched = train(settings(2), new Ear(500));
        CnnLearner alone = train(settings(2), TrainingListener.NONE);
        alone.parameters()
                .tensors()
                .forEach((name, t) -> assertTrue(
                        Arrays.equals(t.values(), watched.parameters().values(name)), name));
    }
}
