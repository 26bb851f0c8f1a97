package vitrine.network.dl4j;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import vitrine.network.Loss;
import vitrine.network.Network;

/**
 * What {@link Dl4jExport} would write for a network, for a foreign file to be laid beside. DL4J takes part here, and sees
 * nothing of that file.
 *
 * @param configuration as text
 */
record ExpectedFile(String configuration, CoefficientPlaces places) {
    /** @throws vitrine.run.CannotAnswerException when DL4J has no such layers or no such loss */
    static ExpectedFile of(Network network, Loss loss) {
        NetworkGraph expected = NetworkGraph.of(network, loss, 1e-3, 0);
        ComputationGraph graph = expected.graph();
        Map<String, CoefficientPlaces.Place> places = new LinkedHashMap<>();
        expected.arrays().forEach((tensor, theirs) -> {
            INDArray array = graph.getParam(theirs);
            places.put(tensor, new CoefficientPlaces.Place(array.offset(), array.shape(), array.stride()));
        });
        return new ExpectedFile(json(graph), new CoefficientPlaces(places, graph.numParams()));
    }

    static String json(ComputationGraph graph) {
        return graph.getConfiguration().toJson();
    }

    byte[] configurationBytes() {
        return configuration.getBytes(StandardCharsets.UTF_8);
    }
}
