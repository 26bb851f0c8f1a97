package vitrine.model;

import java.util.ArrayList;
import java.util.List;
import vitrine.network.Executor;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.LayerActivation;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * A recommender that is a network of layer records, one forward pass a candidate. It says how a question fills the
 * network's inputs; scoring by the plain {@link Executor}, a look at every layer, layer attribution and plain training
 * follow from that. The network's output is the score before squashing, one unit.
 */
public interface NetworkRecommender extends TrainableRecommender {
    @Override
    NetworkRecommender with(Parameters other);

    /** Fills all inputs of one example; whatever stood there before is overwritten. */
    void place(Inputs inputs, int example, Query query, int item);

    /** As many candidates at once as keep a layer's buffer in the processor's cache. */
    int CANDIDATES_AT_ONCE = 32;

    @Override
    default void score(Query query, int[] candidates, double[] scores) {
        Executor executor = new Executor(network(), parameters(), Math.min(CANDIDATES_AT_ONCE, candidates.length));
        float[] output = executor.values(network().output().name());
        for (int from = 0; from < candidates.length; from += CANDIDATES_AT_ONCE) {
            int count = Math.min(CANDIDATES_AT_ONCE, candidates.length - from);
            for (int i = 0; i < count; i++) {
                place(executor, i, query, candidates[from + i]);
            }
            executor.forward(count);
            for (int i = 0; i < count; i++) {
                scores[from + i] = output[i];
            }
        }
    }

    @Override
    default List<LayerActivation> activations(Query query, int item) {
        Network network = network();
        Executor executor = new Executor(network, parameters(), 1);
        place(executor, 0, query, item);
        executor.forward(1);
        List<LayerActivation> activations = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (!layer.from().isEmpty()) {
                activations.add(LayerActivation.of(layer, network, executor.values(layer.name())));
            }
        }
        return activations;
    }
}
