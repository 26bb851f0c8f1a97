package vitrine.model;

import java.util.ArrayList;
import java.util.List;
import vitrine.network.Executor;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.LayerActivation;
import vitrine.network.Network;

/**
 * A recommender whose network reads a question once, whatever the number of candidates, and gives each candidate a logit of
 * one softmax. Scores are those logits as they stand: their shift is arbitrary, so they compare within one question only.
 * It knows a user by the history alone and therefore answers unknown users like any other.
 */
public interface CatalogueRecommender extends TrainableRecommender, DifferentiableRecommender {
    /** The network input with one weight a history slot; weight 0 masks a slot in place. */
    String WEIGHTS = "weights";

    /**
     * The network that answers a question; its parameters have the same names and shapes for all.
     *
     * @param history items it has room for, at least 0
     * @param candidates how many are asked about, at least 1
     */
    Network answering(int history, int candidates);

    /** Fills all inputs of the only example of a network of {@link #answering}. */
    void place(Inputs inputs, Query query, int[] candidates);

    /** Which number of the network's output is the score of {@code candidates[position]}. */
    int column(int[] candidates, int position);

    @Override
    default void score(Query query, int[] candidates, double[] scores) {
        if (candidates.length == 0) {
            return;
        }
        Network network = answering(query.history().length, candidates.length);
        Executor executor = new Executor(network, parameters(), 1);
        place(executor, query, candidates);
        executor.forward(1);
        float[] logits = executor.values(network.output().name());
        for (int i = 0; i < candidates.length; i++) {
            scores[i] = logits[column(candidates, i)];
        }
    }

    @Override
    default List<LayerActivation> activations(Query query, int item) {
        int room = maxHistory() == Integer.MAX_VALUE ? query.history().length : maxHistory();
        Network network = answering(room, 1);
        Executor executor = new Executor(network, parameters(), 1);
        place(executor, query, new int[] {item});
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
