package vitrine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network rewritten so that one can walk through it along a path: ids cannot be halved, so every embedding's output
 * becomes an input of numbers under the embedding's name (ids that only choose among logits stay, and stand still); and a weighted mean becomes a product with the weights, then a
 * plain mean, so that what each position sends into the mean is a layer of its own. All other layers keep their names, so
 * the parameters are the same. It computes the same.
 *
 * @param network the rewritten network
 * @param weighted name of a layer that only a weighted mean reads → name of the layer here that holds its output times
 *     the weights
 */
public record OpenNetwork(Network network, Map<String, String> weighted) {
    public OpenNetwork {
        weighted = Map.copyOf(weighted);
    }

    public static OpenNetwork of(Network closed) {
        List<Layer> layers = new ArrayList<>();
        Map<String, String> weighted = new HashMap<>();
        for (Layer layer : closed.layers()) {
            if (layer instanceof Layer.Embedding l) {
                Network.Shape shape = closed.shape(l.name());
                layers.add(new Layer.ValueInput(l.name(), shape.positions(), shape.width()));
            } else if (layer instanceof Layer.WeightedMean l) {
                String product = "weighted-" + l.table();
                String ones = "ones-" + l.name();
                layers.add(new Layer.Scale(product, l.table(), l.weights()));
                layers.add(new Layer.ValueInput(ones, closed.shape(l.table()).positions(), 1));
                layers.add(new Layer.WeightedMean(l.name(), product, ones, l.slots()));
                if (readers(closed, l.table()) == 1) {
                    weighted.put(l.table(), product);
                }
            } else if (!(layer instanceof Layer.IdInput) || namesCandidates(closed, layer.name())) {
                layers.add(layer);
            }
        }
        return new OpenNetwork(new Network(layers), weighted);
    }

    private static boolean namesCandidates(Network network, String ids) {
        return network.layers().stream()
                .anyMatch(l -> l instanceof Layer.CandidateLogits logits
                        && logits.ids().equals(ids));
    }

    private static long readers(Network network, String layer) {
        return network.layers().stream().filter(l -> l.from().contains(layer)).count();
    }

    /**
     * The inputs of this network for what {@code run}, an executor of the closed network, last computed as its first
     * example.
     */
    public Map<String, float[]> inputs(Network closed, Executor run) {
        Map<String, float[]> inputs = new HashMap<>();
        List<String> known = closed.layers().stream().map(Layer::name).toList();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.ValueInput) {
                float[] values = new float[network.shape(layer.name()).size()];
                if (known.contains(layer.name())) {
                    System.arraycopy(run.values(layer.name()), 0, values, 0, values.length);
                } else {
                    java.util.Arrays.fill(values, 1f);
                }
                inputs.put(layer.name(), values);
            }
        }
        return inputs;
    }
}
