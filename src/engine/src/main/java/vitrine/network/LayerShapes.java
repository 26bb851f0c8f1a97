package vitrine.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.network.Network.Shape;

/** What each layer puts out and which tensors it trains, from the shapes it reads; an error names the layer. */
final class LayerShapes {
    private LayerShapes() {}

    /** @param in shapes of {@code layer.from()}, in order */
    static Shape output(Layer layer, List<Shape> in) {
        if (layer instanceof Layer.IdInput l) {
            return shape(l, l.positions(), 1);
        } else if (layer instanceof Layer.ValueInput l) {
            return shape(l, l.positions(), l.width());
        } else if (layer instanceof Layer.Embedding l) {
            require(l.rows() > 0, l, "has no rows");
            return shape(l, in.get(0).positions(), l.width());
        } else if (layer instanceof Layer.EmbeddingBag l) {
            require(l.rows() > 0, l, "has no rows");
            requireWeights(l, in.get(0), in.get(1));
            return shape(l, 1, l.width());
        } else if (layer instanceof Layer.CandidateLogits l) {
            require(l.rows() > 0, l, "has no rows");
            int ids = in.get(0).positions();
            int vectors = in.get(1).positions();
            require(ids % vectors == 0, l, "cannot share out " + ids + " ids among " + vectors + " positions");
            return shape(l, ids, 1);
        } else if (layer instanceof Layer.Repeat l) {
            requireOnePosition(l, "repeats", in.get(0));
            return shape(l, l.positions(), in.get(0).width());
        } else if (layer instanceof Layer.Concatenate l) {
            require(!in.isEmpty(), l, "joins nothing");
            int positions = in.get(0).positions();
            require(in.stream().allMatch(s -> s.positions() == positions), l, "joins different numbers of positions");
            return new Shape(positions, in.stream().mapToInt(Shape::width).sum());
        } else if (layer instanceof Layer.Conv1D l) {
            return shape(l, in.get(0).positions(), l.filters());
        } else if (layer instanceof Layer.WeightedMean l) {
            requireWeights(l, in.get(0), in.get(1));
            require(in.get(2).size() == 1, l, "needs one number of slots");
            return new Shape(1, in.get(0).width());
        } else if (layer instanceof Layer.GlobalAverage || layer instanceof Layer.GlobalMax) {
            requireWeights(layer, in.get(0), in.get(1));
            return new Shape(1, in.get(0).width());
        } else if (layer instanceof Layer.Position l) {
            int positions = in.get(0).positions();
            require(
                    l.position() >= 0 && l.position() < positions,
                    l,
                    "reads position " + l.position() + " of " + positions);
            return new Shape(1, in.get(0).width());
        } else if (layer instanceof Layer.Gru l) {
            requireWeights(l, in.get(0), in.get(1));
            return shape(l, in.get(0).positions(), l.units());
        } else if (layer instanceof Layer.Dense l) {
            return shape(l, 1, l.units());
        }
        return elementWise(layer, in);
    }

    /** Layers whose output has the shape of what they read. */
    private static Shape elementWise(Layer layer, List<Shape> in) {
        if (layer instanceof Layer.Product) {
            require(in.get(0).equals(in.get(1)), layer, "multiplies " + in.get(0) + " by " + in.get(1));
        } else if (layer instanceof Layer.Sum) {
            require(!in.isEmpty(), layer, "adds nothing");
            require(in.stream().allMatch(in.get(0)::equals), layer, "adds different shapes: " + in);
        } else if (layer instanceof Layer.Scale) {
            requireWeights(layer, in.get(0), in.get(1));
        } else if (layer instanceof Layer.GaussianSample) {
            require(
                    in.get(0).equals(in.get(1)),
                    layer,
                    "needs a variance a mean, not " + in.get(1) + " for " + in.get(0));
        }
        return in.get(0);
    }

    /** Tensors in order: names with dimensions, outermost first. */
    static Map<String, int[]> parameters(Layer layer, List<Shape> in) {
        Map<String, int[]> tensors = new LinkedHashMap<>();
        if (layer instanceof Layer.Embedding l) {
            tensors.put(l.table(), new int[] {l.rows(), l.width()});
        } else if (layer instanceof Layer.EmbeddingBag l) {
            tensors.put(l.table(), new int[] {l.rows(), l.width()});
        } else if (layer instanceof Layer.CandidateLogits l) {
            tensors.put(l.table(), new int[] {l.rows(), in.get(1).width()});
        } else if (layer instanceof Layer.Bias l) {
            tensors.put(l.name() + ".bias", new int[] {in.get(0).width()});
        } else if (layer instanceof Layer.Conv1D l) {
            tensors.put(l.name() + ".weight", new int[] {l.kernel(), in.get(0).width(), l.filters()});
            tensors.put(l.name() + ".bias", new int[] {l.filters()});
        } else if (layer instanceof Layer.Gru l) {
            int columns = 3 * l.units();
            tensors.put(l.name() + ".input.weight", new int[] {in.get(0).width(), columns});
            tensors.put(l.name() + ".input.bias", new int[] {columns});
            tensors.put(l.name() + ".recurrent.weight", new int[] {l.units(), columns});
            tensors.put(l.name() + ".recurrent.bias", new int[] {columns});
        } else if (layer instanceof Layer.Dense l) {
            tensors.put(l.name() + ".weight", new int[] {in.get(0).size(), l.units()});
            tensors.put(l.name() + ".bias", new int[] {l.units()});
        }
        return tensors;
    }

    private static Shape shape(Layer layer, int positions, int width) {
        require(positions > 0 && width > 0, layer, "has no output: " + positions + " positions of " + width);
        return new Shape(positions, width);
    }

    private static void requireOnePosition(Layer layer, String verb, Shape shape) {
        require(shape.positions() == 1, layer, verb + " one position, not " + shape.positions());
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
