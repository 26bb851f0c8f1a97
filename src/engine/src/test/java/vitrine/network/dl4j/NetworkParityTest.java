package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Executor;
import vitrine.network.Layer;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.RandomBatch;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.network.Targets;
import vitrine.run.SeededRandom;

/** The engine and DL4J, two readings of one random network, on the same random batch. */
class NetworkParityTest {
    private static final int NETWORKS = 60;

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    /** One example, or a few with repeated ids among few rows. */
    private static RandomBatch batch(Network network, long seed) {
        return new RandomBatch(network, 1 + (int) (seed % 5), seed);
    }

    private static NetworkGraph graph(RandomBatch batch, Loss loss) {
        NetworkGraph graph = NetworkGraph.of(batch.network, loss, 1e-3, 1);
        graph.copyFrom(batch.parameters);
        return graph;
    }

    private static GraphBatch filled(NetworkGraph graph, RandomBatch batch) {
        GraphBatch theirs = new GraphBatch(graph, batch.examples);
        batch.fill(theirs::ids, theirs::values);
        return theirs;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void outputsEqualWithin1em5(long seed) {
        RandomBatch batch = batch(ExpressibleNetworks.of(seed, 0.5), seed);
        NetworkGraph graph = graph(batch, new BinaryCrossEntropy());
        Executor executor = new Executor(batch.network, batch.parameters, batch.examples);
        batch.fill(executor::ids, executor::values);
        executor.forward(batch.examples);
        Map<String, INDArray> theirs =
                graph.graph().feedForward(filled(graph, batch).features(), false);
        float[] ours = executor.values("out");
        float[] logits = theirs.get("out").dup('c').data().asFloat();
        float[] probabilities = theirs.get("probability").dup('c').data().asFloat();
        assertEquals(ours.length, logits.length);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(ours[i], logits[i], 1e-5, "out of " + batch.network.layers());
            assertEquals(1 / (1 + Math.exp(-ours[i])), probabilities[i], 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gradientsEqualWithin1em4(long seed) {
        RandomBatch batch = batch(ExpressibleNetworks.of(seed), seed);
        int size = batch.network.shape("out").size();
        Loss loss = size > 1 && seed % 2 == 0 ? new SoftmaxCrossEntropy() : new BinaryCrossEntropy();
        NetworkGraph graph = graph(batch, loss);
        GraphBatch theirs = filled(graph, batch);
        aim(theirs.targets(), size, seed);
        MultiDataSet data = theirs.withLabels();
        graph.graph().setInputs(data.getFeatures());
        graph.graph().setLabels(data.getLabels());
        graph.graph().computeGradientAndScore();
        Parameters actual = graph.gradients();

        Executor executor = new Executor(batch.network, batch.parameters, batch.examples);
        batch.fill(executor::ids, executor::values);
        executor.forward(batch.examples);
        Targets targets = loss.targets(batch.network, batch.examples);
        aim(targets, size, seed);
        Loss.Term term = loss.over(batch.network, executor, targets);
        double sum = 0;
        for (int e = 0; e < batch.examples; e++) {
            sum += term.pull(e, 1f);
        }
        Parameters expected = Parameters.zeros(batch.network);
        executor.backward(batch.examples, expected);

        double mean = sum / batch.examples;
        assertEquals(mean, graph.graph().score(), 1e-5 * (1 + mean));
        Distance.assertNormsWithin(1e-4, expected, actual);
    }

    private static void aim(Targets targets, int size, long seed) {
        SeededRandom random = SeededRandom.stream(seed, "targets", 0);
        for (int i = 0; i < targets.labels().length; i++) {
            targets.labels()[i] = random.nextInt(2);
        }
        for (int i = 0; i < targets.classes().length; i++) {
            targets.classes()[i] = random.nextInt(size);
        }
    }

    @Test
    void everyKindOfLayerDl4jHasIsAmongThem() {
        Set<Class<?>> seen = new HashSet<>();
        seeds().forEach(seed -> ExpressibleNetworks.of(seed).layers().forEach(layer -> seen.add(layer.getClass())));
        for (Class<?> kind : Layer.class.getPermittedSubclasses()) {
            boolean unknownThere = kind == Layer.Gru.class || kind == Layer.CandidateLogits.class;
            assertTrue(seen.contains(kind) || unknownThere, kind.getSimpleName());
        }
    }
}
