package vitrine.network.dl4j;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import vitrine.network.BinaryCrossEntropy;
import vitrine.network.Layer;
import vitrine.network.MultinomialLikelihood;
import vitrine.network.Network;
import vitrine.network.Network.Shape;
import vitrine.network.SoftmaxCrossEntropy;
import vitrine.network.Targets;

/** A batch as the engine has it, example-major, in the arrays a {@link NetworkGraph} reads: fill, then ask for them. */
final class GraphBatch {
    private final NetworkGraph graph;
    private final int examples;
    private final Map<String, int[]> ids = new HashMap<>();
    private final Map<String, float[]> values = new HashMap<>();
    private final Targets targets;

    /** All zero. */
    GraphBatch(NetworkGraph graph, int examples) {
        this.graph = graph;
        this.examples = examples;
        this.targets = graph.loss().targets(graph.network(), examples);
        for (Layer layer : graph.network().layers()) {
            int count = examples * shape(layer.name()).size();
            if (layer instanceof Layer.IdInput) {
                ids.put(layer.name(), new int[count]);
            } else if (layer instanceof Layer.ValueInput) {
                values.put(layer.name(), new float[count]);
            }
        }
    }

    int examples() {
        return examples;
    }

    Shape shape(String layer) {
        return graph.network().shape(layer);
    }

    /** Of an {@link Layer.IdInput}, to be filled. */
    int[] ids(String input) {
        return known(ids.get(input), input);
    }

    /** Of a {@link Layer.ValueInput}, to be filled. */
    float[] values(String input) {
        return known(values.get(input), input);
    }

    /** To be filled; labels and classes alone have a place in a graph. */
    Targets targets() {
        return targets;
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T array, String input) {
        if (array == null) {
            throw new IllegalArgumentException(input + " is no such input");
        }
        return array;
    }

    /** In the order of {@link NetworkGraph#inputs}. */
    INDArray[] features() {
        return graph.inputs().stream().map(input -> input.array(this)).toArray(INDArray[]::new);
    }

    MultiDataSet withLabels() {
        return new MultiDataSet(features(), new INDArray[] {labels()});
    }

    private INDArray labels() {
        Network network = graph.network();
        int size = network.shape(network.output().name()).size();
        float[] labels = new float[examples * size];
        if (graph.loss() instanceof BinaryCrossEntropy) {
            labels = targets.labels().clone();
        } else if (graph.loss() instanceof SoftmaxCrossEntropy) {
            for (int e = 0; e < examples; e++) {
                labels[e * size + targets.classes()[e]] = 1;
            }
        } else if (graph.loss() instanceof MultinomialLikelihood likelihood) {
            int slots = shape(likelihood.ids()).size();
            for (int i = 0; i < examples * slots; i++) {
                labels[i / slots * size + ids(likelihood.ids())[i]] += values(likelihood.weights())[i];
            }
        }
        return Nd4j.createFromArray(labels).reshape('c', examples, size);
    }
}
