package vitrine.network;

import java.util.ArrayList;
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
        return java.util.Collections.unmodifiableMap(parameterShapes);
    }

    private Shape infer(Layer layer) {
        List<Shape> in = new ArrayList<>();
        for (String from : layer.from()) {
            in.add(shape(from));
        }
        if (layer instanceof Layer.IdInput l) {
            return new Shape(l.positions(), 1);
        } else if (layer instanceof Layer.ValueInput l) {
            return new Shape(l.positions(), l.width());
        } else if (layer instanceof Layer.Embedding l) {
            share(l.name(), l.table(), l.rows(), l.width());
            return new Shape(in.get(0).positions(), l.width());
        } else if (layer instanceof Layer.Repeat l) {
            require(
                    in.get(0).positions() == 1,
                    l,
                    "repeats one position, not " + in.get(0).positions());
            return new Shape(l.positions(), in.get(0).width());
        } else if (layer instanceof Layer.Product l) {
            require(in.get(0).equals(in.get(1)), l, "multiplies " + in.get(0) + " by " + in.get(1));
            return in.get(0);
        } else if (layer instanceof Layer.Concatenate l) {
            require(!in.isEmpty(), l, "joins nothing");
            int positions = in.get(0).positions();
            require(in.stream().allMatch(s -> s.positions() == positions), l, "joins different numbers of positions");
            return new Shape(positions, in.stream().mapToInt(Shape::width).sum());
        } else if (layer instanceof Layer.Scale l) {
            requireWeights(l, in.get(0), in.get(1));
            return in.get(0);
        } else if (layer instanceof Layer.Conv1D l) {
            parameterShapes.put(
                    l.name() + ".weight", new int[] {l.kernel(), in.get(0).width(), l.filters()});
            parameterShapes.put(l.name() + ".bias", new int[] {l.filters()});
            return new Shape(in.get(0).positions(), l.filters());
        } else if (layer instanceof Layer.WeightedMean l) {
            requireWeights(l, in.get(0), in.get(1));
            require(in.get(2).size() == 1, l, "needs one number of slots");
            return new Shape(1, in.get(0).width());
        } else if (layer instanceof Layer.Dense l) {
            parameterShapes.put(l.name() + ".weight", new int[] {in.get(0).size(), l.units()});
            parameterShapes.put(l.name() + ".bias", new int[] {l.units()});
            return new Shape(1, l.units());
        }
        throw new IllegalStateException("unreachable: Layer is sealed");
    }

    private void share(String layer, String table, int rows, int width) {
        int[] known = parameterShapes.putIfAbsent(table, new int[] {rows, width});
        if (known != null && (known[0] != rows || known[1] != width)) {
            throw new IllegalArgumentException("layer " + layer + ": table " + table + " has another shape elsewhere");
        }
    }

    private static void requireWeights(Layer layer, Shape table, Shape weights) {
        require(
                weights.width() == 1 && weights.positions() == table.positions(),
                layer,
                "needs one weight for each of " + table.positions() + " positions");
    }

    private static void require(boolean holds, Layer layer, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("layer " + layer.name() + " " + otherwise);
        }
    }
}
