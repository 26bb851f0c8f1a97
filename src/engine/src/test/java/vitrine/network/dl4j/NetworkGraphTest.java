package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Activation;
import vitrine.network.BayesianPersonalisedRanking;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Executor;
import vitrine.network.HistoryConvolutionFixture;
import vitrine.network.Layer;
import vitrine.network.Loss;
import vitrine.network.MultinomialLikelihood;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.RandomBatch;
import vitrine.run.CannotAnswerException;

class NetworkGraphTest {
    private static final Loss BINARY = new BinaryCrossEntropy();

    private static Network network(Layer... layers) {
        return new Network(List.of(layers));
    }

    private static void assertRefused(Network network, Loss loss, String because) {
        var e = assertThrows(CannotAnswerException.class, () -> NetworkGraph.of(network, loss, 1e-3, 0));
        assertTrue(e.getMessage().contains(because), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void parametersThereAndBackAreTheSame(long seed) {
        Network network = ExpressibleNetworks.of(seed);
        Parameters parameters = new RandomBatch(network, 1, seed).parameters;
        NetworkGraph graph = NetworkGraph.of(network, BINARY, 1e-3, seed);
        assertEquals(parameters.count(), graph.graph().numParams());
        INDArray before = graph.graph().params().dup();
        Parameters own = graph.parameters();
        graph.copyFrom(parameters);
        parameters
                .tensors()
                .keySet()
                .forEach(name -> assertArrayEquals(
                        parameters.values(name), graph.parameters().values(name), name));
        graph.graph().setParams(Nd4j.zeros(before.shape()));
        graph.copyFrom(own);
        assertEquals(before, graph.graph().params());
    }

    @Test
    void theInputsAreTheNetworksOwnWhereDl4jCanReadThem() {
        NetworkGraph graph = NetworkGraph.of(NeuMf.network(3, 4, NeuMfSettings.DEFAULTS), BINARY, 1e-3, 0);
        assertEquals(List.of("user", "item"), graph.graph().getConfiguration().getNetworkInputs());
        assertEquals(List.of("probability"), graph.graph().getConfiguration().getNetworkOutputs());
    }

    @Test
    void aNameTheNetworkUsesItselfIsLeftToIt() {
        Network network = network(
                new Layer.IdInput("a", 2),
                new Layer.IdInput("b", 1),
                new Layer.ValueInput("a+b", 1, 3),
                new Layer.Embedding("probability", "a", "score", 5, 3),
                new Layer.Embedding("score.a", "b", "score", 5, 3),
                new Layer.Position("last", "probability", 1),
                new Layer.Sum("sum", List.of("last", "score.a", "a+b")),
                new Layer.Dense("score", "sum", 1, Activation.IDENTITY));
        Parameters parameters = Parameters.initial(network, 4);
        NetworkGraph graph = NetworkGraph.of(network, BINARY, 1e-3, 0);
        graph.copyFrom(parameters);
        GraphBatch batch = new GraphBatch(graph, 1);
        Executor executor = new Executor(network, parameters, 1);
        batch.ids("a")[1] = executor.ids("a")[1] = 3;
        batch.ids("b")[0] = executor.ids("b")[0] = 4;
        batch.values("a+b")[2] = executor.values("a+b")[2] = 2f;
        executor.forward(1);
        float score = executor.values("score")[0];
        assertEquals(
                1 / (1 + Math.exp(-score)),
                graph.graph().outputSingle(batch.features()).getFloat(0),
                1e-6);
    }

    @Test
    void theArticlesNetworkGivesTheSameInBothForms() {
        var fixture = new HistoryConvolutionFixture(6, 4, 8, 3, 30, 1);
        ComputationGraph own = HistoryConvolutionGraph.build(fixture.shape, fixture.rows, 1e-3, 0);
        GraphParameters.copyTo(own, fixture.parameters);
        NetworkGraph general = NetworkGraph.of(fixture.network, BINARY, 1e-3, 0);
        general.copyFrom(fixture.parameters);
        GraphInputs inputs = new GraphInputs(fixture.shape, 10);
        GraphBatch batch = new GraphBatch(general, 10);
        for (int i = 0; i < 10; i++) {
            var question = fixture.question(true);
            int candidate = fixture.random.nextInt(fixture.rows);
            inputs.put(i, question.tokens(), question.weights(), question.slots(), candidate);
            System.arraycopy(question.tokens(), 0, batch.ids("tokens"), i * 6, 6);
            System.arraycopy(question.weights(), 0, batch.values("weights"), i * 6, 6);
            batch.values("slots")[i] = question.slots();
            batch.ids("candidate")[i] = candidate;
        }
        assertArrayEquals(
                own.outputSingle(inputs.features()).data().asFloat(),
                general.graph().outputSingle(batch.features()).data().asFloat(),
                1e-6f);
    }

    @Test
    void whatReachesNoOutputIsLeftOutUnlessItIsTrained() {
        Layer x = new Layer.ValueInput("x", 1, 2);
        Layer out = new Layer.Dense("out", "x", 1, Activation.IDENTITY);
        Network idle = network(x, new Layer.Activate("idle", "x", Activation.TANH), out);
        assertEquals(
                List.of("out", "logits", "sigmoid", "probability"),
                NetworkGraph.of(idle, BINARY, 1e-3, 0).graph().getConfiguration().getTopologicalOrderStr().stream()
                        .filter(name -> !name.equals("x"))
                        .toList());
        assertRefused(network(x, new Layer.Dense("lost", "x", 2, Activation.TANH), out), BINARY, "lost.weight");
    }

    @Test
    void whatDl4jCannotExpressIsRefusedByName() {
        Layer x = new Layer.ValueInput("x", 3, 2);
        Layer mask = new Layer.ValueInput("mask", 3, 1);
        Layer computed = new Layer.Activate("computed", "mask", Activation.SIGMOID);
        assertRefused(network(x, mask, new Layer.Gru("states", "x", "mask", 4)), BINARY, "states");
        Layer few = new Layer.IdInput("few", 3);
        assertRefused(network(x, few, new Layer.CandidateLogits("some", "few", "x", "t", 9)), BINARY, "some");
        assertRefused(network(x, mask, computed, new Layer.GlobalAverage("pooled", "x", "computed")), BINARY, "pooled");
        assertRefused(network(x, mask, computed, new Layer.GlobalMax("pooled", "x", "computed")), BINARY, "computed");
        assertRefused(
                network(
                        x,
                        mask,
                        new Layer.ValueInput("raw", 1, 1),
                        new Layer.Activate("slots", "raw", Activation.RELU),
                        new Layer.WeightedMean("pooled", "x", "mask", "slots")),
                BINARY,
                "slots");
        Network large = network(
                new Layer.IdInput("ids", 1), new Layer.Embedding("rows", "ids", "huge", TableLookups.MOST_ROWS + 1, 1));
        assertRefused(large, BINARY, "16777217");
    }

    @Test
    void lossesDl4jHasNotAreRefused() {
        Network network = network(
                new Layer.IdInput("ids", 2),
                new Layer.ValueInput("counts", 2, 1),
                new Layer.EmbeddingBag("bag", "ids", "counts", "rows", 3, 2, Layer.EmbeddingBag.Pooling.SUM),
                new Layer.Dense("out", "bag", 3, Activation.IDENTITY));
        assertRefused(network, new BayesianPersonalisedRanking(1), "compares examples");
        assertRefused(network, new MultinomialLikelihood("ids", "counts", "bag", "bag", 0.2), "divergence");
    }
}
