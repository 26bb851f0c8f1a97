package vitrine.network.dl4j;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import vitrine.network.Layer;
import vitrine.network.Loss;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.run.CannotAnswerException;

/**
 * Any network with its loss as a DL4J graph. A layer keeps its name; what stands between is named {@code layer.what}. The
 * graph ends in {@code probability}, what the loss makes of the network's output, which is found under its own name.
 *
 * <p>Layers that lead nowhere are left out. What DL4J cannot express is refused with a sentence that names it: a gated
 * recurrent unit, pooling by computed weights, a loss over pairs, a divergence, tables of more than 2^24 rows. Sampled
 * layers stand for their mean; dropout is DL4J's own, another draw than ours.
 *
 * <p>DL4J's cross-entropy cuts probabilities at 1e-5: for scores beyond ±11.5 loss and gradient leave ours.
 *
 * @param inputs what the graph reads, in its order
 * @param arrays DL4J's names of our tensors
 */
record NetworkGraph(
        Network network, Loss loss, ComputationGraph graph, List<GraphInput> inputs, Map<String, String> arrays) {
    /**
     * A graph with DL4J's own starting values; training is Adam without weight decay.
     *
     * @throws CannotAnswerException when DL4J has no such layers, or no such loss
     */
    static NetworkGraph of(Network network, Loss loss, double learningRate, long seed) {
        List<Layer> layers = reached(network);
        GraphDraft draft = new GraphDraft(network, learningRate, seed);
        LayerTranslation translation = new LayerTranslation(draft, new TableLookups(draft, layers));
        for (Layer layer : layers) {
            if (!layer.from().isEmpty()) {
                translation.add(layer);
            }
        }
        for (String tensor : network.parameterShapes().keySet()) {
            if (!draft.arrays().containsKey(tensor)) {
                throw new CannotAnswerException("The tensor " + tensor + " has no effect on the output of the network,"
                        + " so it would be lost in a DL4J file. Keep the model in Vitrine's own format.");
            }
        }
        String end = GraphLoss.add(loss, draft, draft.flat(network.output().name()));
        ComputationGraph graph = new ComputationGraph(draft.finish(end, GraphLoss.isChecked(loss)));
        graph.init();
        return new NetworkGraph(network, loss, graph, draft.inputs(), Map.copyOf(draft.arrays()));
    }

    /** Layers the output depends on, in order. */
    private static List<Layer> reached(Network network) {
        Set<String> names = new HashSet<>(Set.of(network.output().name()));
        List<Layer> layers = network.layers();
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (names.contains(layers.get(i).name())) {
                names.addAll(layers.get(i).from());
            }
        }
        return layers.stream().filter(l -> names.contains(l.name())).toList();
    }

    /** Overwrites all of the graph's parameters. */
    void copyFrom(Parameters parameters) {
        GraphParameters.copyTo(graph, arrays, parameters);
    }

    /** The graph's parameters, copied. */
    Parameters parameters() {
        return GraphParameters.read(network, arrays, graph::getParam);
    }

    /** Derivatives of the last batch's loss, copied; DL4J sums over the batch and divides in its updater. */
    Parameters gradients() {
        return GraphParameters.read(network, arrays, graph.gradient()::getGradientFor);
    }
}
