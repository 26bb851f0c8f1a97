package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Activation;
import vitrine.network.Adam;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Layer;
import vitrine.network.Loss;
import vitrine.network.MultinomialLikelihood;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.network.Targets;
import vitrine.network.Training;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/** The engine's training and DL4J's, 200 steps from the same start on the same batches. */
class LossCurveTest {
    private static final int STEPS = 200;
    /** Taken in turn, so that there is something to learn by heart. */
    private static final int BATCHES = 5;

    @Test
    void neuMfLearnsAlike() {
        assertLearnsAlike(NeuMf.network(25, 30, NeuMfSettings.DEFAULTS), new BinaryCrossEntropy(), 32, 5e-3);
    }

    @Test
    void anAutoencoderLearnsAlike() {
        Network network = new Network(List.of(
                new Layer.IdInput("items", 8),
                new Layer.ValueInput("counts", 8, 1),
                new Layer.EmbeddingBag("bag", "items", "counts", "encoder", 25, 12, Layer.EmbeddingBag.Pooling.SUM),
                new Layer.L2Normalise("normal", "bag"),
                new Layer.Bias("shifted", "normal"),
                new Layer.Activate("hidden", "shifted", Activation.TANH),
                new Layer.Dense("code", "hidden", 6, Activation.IDENTITY),
                new Layer.Dense("decoder", "code", 6, Activation.TANH),
                new Layer.Dense("logits", "decoder", 25, Activation.IDENTITY)));
        assertLearnsAlike(network, new MultinomialLikelihood("items", "counts", "code", "decoder", 0), 12, 3e-3);
    }

    @Test
    void aSequenceModelLearnsAlike() {
        Network network = new Network(List.of(
                new Layer.IdInput("history", 6),
                new Layer.IdInput("user", 1),
                new Layer.ValueInput("mask", 6, 1),
                new Layer.ValueInput("slots", 1, 1),
                new Layer.Embedding("vectors", "history", "table", 30, 8),
                new Layer.Embedding("owner", "user", "table", 30, 8),
                new Layer.Repeat("owners", "owner", 6),
                new Layer.Product("match", "vectors", "owners"),
                new Layer.Concatenate("channels", List.of("vectors", "match")),
                new Layer.Scale("kept", "channels", "mask"),
                new Layer.Conv1D("conv", "kept", 12, 3, Activation.RELU),
                new Layer.WeightedMean("mean", "conv", "mask", "slots"),
                new Layer.GlobalMax("most", "conv", "mask"),
                new Layer.Position("last", "conv", 5),
                new Layer.Concatenate("ends", List.of("mean", "most", "last", "owner")),
                new Layer.Dense("next", "ends", 20, Activation.IDENTITY)));
        assertLearnsAlike(network, new SoftmaxCrossEntropy(), 16, 5e-3);
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 20, 33})
    void randomNetworksTakeTheSameWay(long seed) {
        twoHundredSteps(ExpressibleNetworks.withoutSampling(seed), new BinaryCrossEntropy(), 6, 1e-3);
    }

    private static void assertLearnsAlike(Network network, Loss loss, int examples, double learningRate) {
        List<Double> losses = twoHundredSteps(network, loss, examples, learningRate);
        double start = mean(losses.subList(0, BATCHES));
        double end = mean(losses.subList(STEPS - BATCHES, STEPS));
        assertTrue(end < 0.9 * start, "nothing was learnt: " + losses);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private static List<Double> twoHundredSteps(Network network, Loss loss, int examples, double learningRate) {
        Parameters parameters = Parameters.initial(network, 7);
        NetworkGraph graph = NetworkGraph.of(network, loss, learningRate, 7);
        graph.copyFrom(parameters);
        Training training = new Training(
                network,
                parameters,
                loss,
                new Adam(network, learningRate, Adam.Form.EPSILON_HAT),
                Training.Settings.plain(7),
                examples);
        GraphBatch batch = new GraphBatch(graph, examples);
        List<Double> losses = new ArrayList<>();
        try (Workers workers = new Workers(1)) {
            for (int step = 0; step < STEPS; step++) {
                fill(network, step % BATCHES, training::ids, training::values, training.targets());
                fill(network, step % BATCHES, batch::ids, batch::values, batch.targets());
                losses.add(training.step(examples, workers));
                graph.graph().fit(batch.withLabels());
                double ours = losses.get(step);
                assertEquals(ours, graph.graph().score(), 1e-4, "loss of step " + step);
            }
        }
        Distance.assertNormsWithin(1e-4, parameters, graph.parameters());
        return losses;
    }

    private static void fill(
            Network network,
            long seed,
            Function<String, int[]> idsOf,
            Function<String, float[]> valuesOf,
            Targets targets) {
        SeededRandom random = SeededRandom.stream(seed, "inputs", 0);
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.IdInput) {
                int[] ids = idsOf.apply(layer.name());
                int rows = rows(network, layer.name());
                java.util.Arrays.setAll(ids, i -> random.nextInt(rows));
            } else if (layer instanceof Layer.ValueInput l) {
                float[] values = valuesOf.apply(layer.name());
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(l, random);
                }
            }
        }
        int size = network.shape(network.output().name()).size();
        for (int i = 0; i < targets.labels().length; i++) {
            targets.labels()[i] = random.nextInt(2);
        }
        for (int i = 0; i < targets.classes().length; i++) {
            targets.classes()[i] = random.nextInt(size);
        }
    }

    private static float value(Layer.ValueInput input, SeededRandom random) {
        return switch (input.name()) {
            case "slots" -> 1f + random.nextInt(9);
            case "mask", "counts" -> random.nextInt(4) == 0 ? 0f : (float) random.nextDouble();
            default -> (float) random.nextGaussian();
        };
    }

    private static int rows(Network network, String ids) {
        return network.layers().stream()
                .filter(l -> l.from().contains(ids))
                .mapToInt(l -> l instanceof Layer.EmbeddingBag bag ? bag.rows() : ((Layer.Embedding) l).rows())
                .min()
                .orElseThrow();
    }
}
