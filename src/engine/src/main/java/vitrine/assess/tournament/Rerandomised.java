package vitrine.assess.tournament;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vitrine.model.LinearRecommender;
import vitrine.model.Recommender;
import vitrine.model.TrainableRecommender;
import vitrine.network.Parameters;

/**
 * A model that forgets what it has learned, layer by layer from the output down: the first layers from the top have starting
 * values again, the others are as trained. A linear model has one layer, its table of weights, which forgets by being asked
 * under the number of another item. After Adebayo et al., "Sanity Checks for Saliency Maps", 2018.
 */
public final class Rerandomised {
    private final List<String> layers;
    private final Forgetting forgetting;

    private interface Forgetting {
        Recommender model(int layers, long seed);
    }

    private Rerandomised(List<String> layers, Forgetting forgetting) {
        this.layers = List.copyOf(layers);
        this.forgetting = forgetting;
    }

    /**
     * @param trained the model as trained
     * @param answering how a model answers about histories: itself, or by fold-in
     * @return empty when the model has no weights that could be forgotten
     */
    public static Optional<Rerandomised> of(Recommender trained, UnaryOperator<Recommender> answering) {
        if (trained instanceof LinearRecommender linear) {
            return Optional.of(new Rerandomised(
                    List.of("weights"), (layers, seed) -> layers == 0 ? linear : ShuffledSlopes.of(linear, seed)));
        }
        if (trained instanceof TrainableRecommender network) {
            Map<String, List<String>> tensors = byLayer(network.parameters());
            List<String> fromTop = new ArrayList<>(tensors.keySet());
            java.util.Collections.reverse(fromTop);
            return Optional.of(new Rerandomised(
                    fromTop,
                    (layers, seed) -> answering.apply(forgetful(network, tensors, fromTop.subList(0, layers), seed))));
        }
        return Optional.empty();
    }

    /** The layers in the order in which they forget. */
    public List<String> layers() {
        return layers;
    }

    /**
     * @param forgotten how many layers from the top have starting values, 0 to all
     * @param seed of the starting values
     */
    public Recommender model(int forgotten, long seed) {
        return forgetting.model(forgotten, seed);
    }

    /** Tensors by layer or table, {@code layer.weight} and {@code layer.bias} together, in the network's order. */
    private static Map<String, List<String>> byLayer(Parameters parameters) {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        for (String tensor : parameters.tensors().keySet()) {
            int dot = tensor.lastIndexOf('.');
            layers.computeIfAbsent(dot < 0 ? tensor : tensor.substring(0, dot), layer -> new ArrayList<>())
                    .add(tensor);
        }
        return layers;
    }

    private static TrainableRecommender forgetful(
            TrainableRecommender trained, Map<String, List<String>> tensors, List<String> forgotten, long seed) {
        Parameters starting = Parameters.initial(trained.network(), seed);
        Parameters parameters = trained.parameters().copy();
        for (String layer : forgotten) {
            for (String tensor : tensors.getOrDefault(layer, List.of())) {
                float[] values = starting.values(tensor);
                System.arraycopy(values, 0, parameters.values(tensor), 0, values.length);
            }
        }
        TrainableRecommender changed = trained.with(parameters);
        changed.parametersChanged();
        return changed;
    }
}
