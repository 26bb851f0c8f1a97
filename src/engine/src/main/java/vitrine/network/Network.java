package vitrine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as a list of layers in order of computation; the last one is the output. Shapes are inferred once, here;
 * an error names the layer.
 */
public final class Network {
    /** Shape of one layer's output for one example. */
    public record Shape(int positions, int width) {
        public int size() {
            return positions * width;
        }
    }

    private final List<Layer> layers;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, int[]> parameterShapes = new LinkedHashMap<>();

    public Network(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        for (Layer layer : layers) {
            if (shapes.containsKey(layer.name())) {
                throw new IllegalArgumentException("layer " + layer.name() + ": the name is used twice");
            }
            shapes.put(layer.name(), infer(layer));
        }
    }

    public List<Layer> layers() {
        return layers;
    }

    public Layer output() {
        return layers.get(layers.size() - 1);
    }

    public Shape shape(String layer) {
        Shape shape = shapes.get(layer);
        if (shape == null) {
            throw new IllegalArgumentException(
                    "there is no layer " + layer + " before this point; known: " + shapes.keySet());
        }
        return shape;
    }

    /** Trainable tensors by name ({@code table}, {@code layer.weight}, {@code layer.bias}) with their shapes, in order. */
    public Map<String, int[]> parameterShapes() {
        return Collections.unmodifiableMap(parameterShapes);
    }

    private Shape infer(Layer layer) {
        List<Shape> in = new ArrayList<>();
        for (String from : layer.from()) {
            in.add(shape(layer, from));
        }
        requireIdsWhereTheyBelong(layer);
        LayerShapes.parameters(layer, in).forEach((name, shape) -> {
            int[] known = parameterShapes.putIfAbsent(name, shape);
            if (known != null && !Arrays.equals(known, shape)) {
                throw new IllegalArgumentException(
                        "layer " + layer.name() + ": table " + name + " has another shape elsewhere");
            }
        });
        return LayerShapes.output(layer, in);
    }

    /** Ids can be looked up and nothing else; nothing but ids can. */
    private void requireIdsWhereTheyBelong(Layer reader) {
        boolean looksUp = reader instanceof Layer.Embedding
                || reader instanceof Layer.EmbeddingBag
                || reader instanceof Layer.CandidateLogits;
        for (int k = 0; k < reader.from().size(); k++) {
            String from = reader.from().get(k);
            boolean areIds = layers.stream()
                    .anyMatch(l -> l instanceof Layer.IdInput && l.name().equals(from));
            if (areIds != (looksUp && k == 0)) {
                throw new IllegalArgumentException("layer " + reader.name()
                        + (areIds ? " computes with ids: " : " looks up what are no ids: ") + from);
            }
        }
    }

    private Shape shape(Layer reader, String from) {
        Shape shape = shapes.get(from);
        if (shape == null) {
            throw new IllegalArgumentException("layer " + reader.name() + ": there is no layer " + from
                    + " before this point; known: " + shapes.keySet());
        }
        return shape;
    }
}
