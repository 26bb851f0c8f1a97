package vitrine.network.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Network.Shape;

/**
 * A DL4J graph while it is put together: which vertex holds which layer's output, which inputs it reads, which array is
 * which tensor. A layer's output is kept as {@code [B, width]} when it has one position, else as DL4J's time series {@code
 * [B, width, positions]}. Read in Fortran's order such a series is our table, row by row: {@link #flat}.
 */
final class GraphDraft {
    private final Network network;
    private final ComputationGraphConfiguration.GraphBuilder builder;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> vertices = new HashMap<>();
    private final Map<String, String> flattened = new HashMap<>();
    private final Map<GraphInput, String> inputs = new LinkedHashMap<>();
    private final Map<String, String> arrays = new LinkedHashMap<>();

    GraphDraft(Network network, double learningRate, long seed) {
        this.network = network;
        this.builder = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.FLOAT)
                .updater(new Adam(learningRate, 0.9, 0.999, 1e-8))
                .graphBuilder();
        network.layers().forEach(layer -> taken.add(layer.name()));
    }

    Shape shape(String layer) {
        return network.shape(layer);
    }

    Layer layer(String name) {
        return network.layers().stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The vertex that holds a layer's output. */
    String of(String layer) {
        String vertex = vertices.get(layer);
        if (vertex == null) {
            vertex = input(new GraphInput.Values(layer));
            vertices.put(layer, vertex);
        }
        return vertex;
    }

    String[] of(List<String> layers) {
        return layers.stream().map(this::of).toArray(String[]::new);
    }

    /** The same as {@code [B, positions * width]}, position after position. */
    String flat(String layer) {
        Shape shape = shape(layer);
        return shape.positions() == 1 ? of(layer) : flat(of(layer), shape.size());
    }

    String flat(String series, int size) {
        return flattened.computeIfAbsent(
                series, s -> add(s + ".flat", new ReshapeVertex('f', new int[] {-1, size}, null), s));
    }

    /** Rows {@code first} to {@code first + shape.positions()} of a flattened table of that width, as a layer's output. */
    String rows(String wanted, String flat, int first, Shape shape) {
        int from = first * shape.width();
        String part = add(wanted, new SubsetVertex(from, from + shape.size() - 1), flat);
        return shape.positions() == 1
                ? part
                : add(
                        wanted + ".series",
                        new ReshapeVertex('f', new int[] {-1, shape.width(), shape.positions()}, null),
                        part);
    }

    /** A layer's output as a series, also with one position. */
    String series(String layer) {
        Shape shape = shape(layer);
        return shape.positions() > 1
                ? of(layer)
                : add(of(layer) + ".series", new ReshapeVertex('f', new int[] {-1, shape.width(), 1}, null), of(layer));
    }

    /** The other way round: what one position's layer is, from a series. */
    String fromSeries(String layer, String series) {
        return shape(layer).positions() > 1 ? series : flat(series, shape(layer).size());
    }

    /** The layer's output is what {@code vertex} holds. */
    void is(String layer, String vertex) {
        vertices.put(layer, vertex);
    }

    /** A vertex of the layer's own name, which holds its output. */
    void is(Layer layer, GraphVertex vertex, String... from) {
        builder.addVertex(layer.name(), vertex, from);
        is(layer.name(), layer.name());
    }

    void is(Layer layer, org.deeplearning4j.nn.conf.layers.Layer theirs, String... from) {
        builder.addLayer(layer.name(), theirs, from);
        is(layer.name(), layer.name());
    }

    /** @return its name: the wanted one, unless that is taken */
    String add(String wanted, GraphVertex vertex, String... from) {
        String name = free(wanted);
        builder.addVertex(name, vertex, from);
        return name;
    }

    String add(String wanted, org.deeplearning4j.nn.conf.layers.Layer layer, String... from) {
        String name = free(wanted);
        builder.addLayer(name, layer, from);
        return name;
    }

    /** @return the name of this input, the same for equal ones */
    String input(GraphInput input) {
        return inputs.computeIfAbsent(input, i -> {
            String name = network.layers().stream().anyMatch(l -> l.name().equals(i.wanted())) && isItself(i)
                    ? i.wanted()
                    : free(i.wanted());
            builder.addInputs(name);
            return name;
        });
    }

    private static boolean isItself(GraphInput input) {
        return input instanceof GraphInput.Values
                || (input instanceof GraphInput.Ids ids && ids.inputs().size() == 1);
    }

    private String free(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "'";
        }
        return name;
    }

    /** The graph's layer keeps our tensor in its array {@code W} or {@code b}. */
    void trains(String tensor, String theirLayer, String array) {
        arrays.put(tensor, theirLayer + "_" + array);
    }

    /** DL4J's names of our tensors. */
    Map<String, String> arrays() {
        return arrays;
    }

    List<GraphInput> inputs() {
        return new ArrayList<>(inputs.keySet());
    }

    ComputationGraphConfiguration finish(String output, boolean checked) {
        return builder.setOutputs(output).validateOutputLayerConfig(checked).build();
    }
}
