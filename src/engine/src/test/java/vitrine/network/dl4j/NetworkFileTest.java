package vitrine.network.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.network.Activation;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Executor;
import vitrine.network.Layer;
import vitrine.network.Loss;
import vitrine.network.MultinomialLikelihood;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.RandomBatch;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;

/** Any network out to a DL4J file and back. */
class NetworkFileTest {
    private static final Loss BINARY = new BinaryCrossEntropy();

    @TempDir
    Path folder;

    private Path export(Network network, Parameters parameters, Loss loss) {
        Path file = folder.resolve("network.zip");
        Dl4jExport.write(network, parameters, loss, file);
        return file;
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
        expected.tensors().forEach((name, tensor) -> {
            assertArrayEquals(tensor.shape(), actual.tensor(name).shape(), name);
            assertArrayEquals(tensor.values(), actual.values(name), name);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 6, 11, 14, 17, 21, 28, 35, 40})
    void dl4jAloneOpensTheFileAndComputesWhatTheEngineDoes(long seed) throws IOException {
        RandomBatch batch = new RandomBatch(ExpressibleNetworks.of(seed, 0.5), 3, seed);
        Path file = export(batch.network, batch.parameters, BINARY);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());
        NetworkGraph graph = NetworkGraph.of(batch.network, BINARY, 1e-3, 1);
        GraphBatch theirs = new GraphBatch(graph, batch.examples);
        batch.fill(theirs::ids, theirs::values);
        Executor executor = new Executor(batch.network, batch.parameters, batch.examples);
        batch.fill(executor::ids, executor::values);
        executor.forward(batch.examples);
        INDArray probabilities = restored.outputSingle(theirs.features()).dup('c');
        float[] ours = executor.values("out");
        for (int i = 0; i < ours.length; i++) {
            assertEquals(1 / (1 + Math.exp(-ours[i])), probabilities.data().getFloat(i), 1e-5);
        }
        restored.fit(theirs.withLabels());
        assertTrue(Double.isFinite(restored.score()));
    }

    @Test
    void theFileNamesNoClassOfThisProgram() {
        Network network = ExpressibleNetworks.of(4, 0.5);
        Path file = export(network, Parameters.initial(network, 1), BINARY);
        String configuration =
                new String(Zips.parts(file).get("configuration.json"), java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(configuration.contains("\"vitrine."), configuration);
        assertEquals(
                List.of("configuration.json", "coefficients.bin"),
                List.copyOf(Zips.parts(file).keySet()));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 5, 8, 13})
    void theSameParametersGiveTheSameBytes(long seed) throws IOException {
        Network network = ExpressibleNetworks.of(seed, 0.5);
        Path file = export(network, Parameters.initial(network, seed), BINARY);
        byte[] first = Files.readAllBytes(file);
        export(network, Parameters.initial(network, seed), BINARY);
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 7, 10, 16, 19, 22, 25, 31, 34, 37, 43, 46, 49, 52, 55, 58})
    void whatWasWrittenComesBackBitForBit(long seed) {
        Network network = ExpressibleNetworks.of(seed, 0.5);
        Parameters parameters = new RandomBatch(network, 1, seed).parameters;
        assertSame(parameters, Dl4jImport.read(export(network, parameters, BINARY), network, BINARY));
    }

    @Test
    void everyLossHasAFile() {
        Network network = new Network(List.of(
                new Layer.IdInput("items", 4),
                new Layer.ValueInput("counts", 4, 1),
                new Layer.EmbeddingBag("bag", "items", "counts", "encoder", 9, 5, Layer.EmbeddingBag.Pooling.MEAN),
                new Layer.Dense("mean", "bag", 3, Activation.IDENTITY),
                new Layer.Dense("variance", "bag", 3, Activation.IDENTITY),
                new Layer.GaussianSample("code", "mean", "variance"),
                new Layer.Dense("logits", "code", 9, Activation.IDENTITY)));
        Parameters parameters = Parameters.initial(network, 3);
        for (Loss loss : List.of(
                BINARY,
                new SoftmaxCrossEntropy(),
                new MultinomialLikelihood("items", "counts", "mean", "variance", 0))) {
            assertSame(parameters, Dl4jImport.read(export(network, parameters, loss), network, loss));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNetworkTrainedFurtherAndSavedByDl4jIsReadAsDl4jReadsIt(boolean withUpdater) throws IOException {
        Network network = NeuMf.network(7, 9, NeuMfSettings.DEFAULTS);
        Parameters parameters = Parameters.initial(network, 2);
        Path exported = export(network, parameters, BINARY);
        ComputationGraph trained = ModelSerializer.restoreComputationGraph(exported.toFile());
        NetworkGraph graph = NetworkGraph.of(network, BINARY, 1e-3, 0);
        GraphBatch batch = new GraphBatch(graph, 4);
        batch.ids("item")[1] = 8;
        MultiDataSet data = batch.withLabels();
        trained.setLearningRate(0.01);
        trained.fit(data);
        trained.fit(data);
        Path theirs = folder.resolve("theirs.zip");
        ModelSerializer.writeModel(trained, theirs.toFile(), withUpdater);
        Parameters read = Dl4jImport.read(theirs, network, BINARY);
        assertSame(GraphParameters.read(network, graph.arrays(), trained::getParam), read);
        assertThrows(AssertionError.class, () -> assertSame(parameters, read), "it was trained");
    }

    @Test
    void importedAndExportedAgainItIsTheSameFile() throws IOException {
        Network network = ExpressibleNetworks.of(23);
        Path file = export(network, Parameters.initial(network, 5), BINARY);
        byte[] first = Files.readAllBytes(file);
        Parameters read = Dl4jImport.read(file, network, BINARY);
        assertArrayEquals(first, Files.readAllBytes(export(network, read, BINARY)));
    }

    @Test
    void anotherNetworkIsNotTakenForThisOne() {
        Path file = export(
                NeuMf.network(7, 9, NeuMfSettings.DEFAULTS),
                Parameters.zeros(NeuMf.network(7, 9, NeuMfSettings.DEFAULTS)),
                BINARY);
        for (Network other : List.of(
                NeuMf.network(9, 7, NeuMfSettings.DEFAULTS),
                NeuMf.network(7, 10, NeuMfSettings.DEFAULTS),
                ExpressibleNetworks.of(1))) {
            var e = assertThrows(BadInputException.class, () -> Dl4jImport.read(file, other, BINARY));
            assertTrue(e.getMessage().contains("describes another network"), e.getMessage());
        }
        var e = assertThrows(
                BadInputException.class,
                () -> Dl4jImport.read(file, NeuMf.network(7, 9, NeuMfSettings.DEFAULTS), new SoftmaxCrossEntropy()));
        assertTrue(e.getMessage().contains("describes another network"), e.getMessage());
    }

    @Test
    void anExportThatFailsLeavesTheOldFile() throws IOException {
        Network network = NeuMf.network(3, 4, NeuMfSettings.DEFAULTS);
        Path file = folder.resolve("network.zip");
        Files.writeString(file, "old");
        Parameters parameters = Parameters.initial(network, 1);
        parameters.values("score.bias")[0] = Float.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> Dl4jExport.write(network, parameters, BINARY, file));
        Network recurrent = new Network(List.of(
                new Layer.ValueInput("x", 3, 2),
                new Layer.ValueInput("mask", 3, 1),
                new Layer.Gru("states", "x", "mask", 4)));
        assertThrows(
                CannotAnswerException.class,
                () -> Dl4jExport.write(recurrent, Parameters.zeros(recurrent), BINARY, file));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void theConfigurationReadsBackAsOneOfDl4jsOwn() {
        Network network = ExpressibleNetworks.of(29, 0.5);
        Map<String, byte[]> parts = Zips.parts(export(network, Parameters.initial(network, 1), BINARY));
        String text = new String(parts.get("configuration.json"), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(text, ComputationGraphConfiguration.fromJson(text).toJson());
    }
}
