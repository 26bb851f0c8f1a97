package vitrine.network.dl4j;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.network.HistoryConvolution;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * Our tensors in a graph and back. Read row-major, the numbers of both stand in the same order, whatever order DL4J keeps
 * them in; only names and nominal shapes differ: DL4J calls the convolution's weights [filter, channel, offset, 1], but
 * its one-dimensional convolution reads that memory as [offset, channel, filter], which is ours (tested number by number).
 */
final class GraphParameters {
    private GraphParameters() {}

    /** Overwrites all of the graph's parameters. */
    static void copyTo(ComputationGraph graph, Parameters parameters) {
        copyTo(graph, theirNames(network(graph)), parameters);
    }

    /** @param names DL4J's names of our tensors */
    static void copyTo(ComputationGraph graph, Map<String, String> names, Parameters parameters) {
        names.forEach((ours, theirs) -> {
            INDArray view = graph.getParam(theirs);
            view.assign(Nd4j.createFromArray(parameters.values(ours)).reshape('c', view.shape()));
        });
    }

    /** The graph's parameters, copied. */
    static Parameters copyFrom(ComputationGraph graph) {
        return read(graph, graph::getParam);
    }

    /** Parameters, or gradients, of {@code graph} by DL4J's names, copied. */
    static Parameters read(ComputationGraph graph, Function<String, INDArray> arrays) {
        Network network = network(graph);
        return read(network, theirNames(network), arrays);
    }

    /** @param names DL4J's names of our tensors */
    static Parameters read(Network network, Map<String, String> names, Function<String, INDArray> arrays) {
        Parameters parameters = Parameters.zeros(network);
        names.forEach((ours, theirs) -> {
            float[] values = parameters.values(ours);
            System.arraycopy(arrays.apply(theirs).dup('c').data().asFloat(), 0, values, 0, values.length);
        });
        return parameters;
    }

    private static Map<String, String> theirNames(Network network) {
        return network.parameterShapes().keySet().stream()
                .collect(Collectors.toMap(Function.identity(), GraphParameters::theirName));
    }

    private static String theirName(String name) {
        if (name.equals(HistoryConvolution.TABLE)) {
            return name + "_W";
        }
        return name.replace(".weight", "_W").replace(".bias", "_b");
    }

    private static Network network(ComputationGraph graph) {
        INDArray table = graph.getParam(theirName(HistoryConvolution.TABLE));
        INDArray filters = graph.getParam(theirName(HistoryConvolution.CONVOLUTION + ".weight"));
        // The number of positions shapes no parameter.
        HistoryConvolution.Shape shape =
                new HistoryConvolution.Shape(1, (int) table.size(1), (int) filters.size(0), (int) filters.size(2));
        return HistoryConvolution.describe(shape, (int) table.size(0));
    }
}
