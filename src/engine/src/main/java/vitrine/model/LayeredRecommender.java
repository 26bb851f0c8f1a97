package vitrine.model;

import java.util.List;
import vitrine.network.LayerActivation;
import vitrine.network.Network;

/** A recommender that is a network, and lets one look at every layer. */
public interface LayeredRecommender extends Recommender {
    /** The description of its layers. */
    Network network();

    /** Names of a layer's positions; empty where they are the user and the history, or the history alone. */
    default List<String> positions(String layer) {
        return List.of();
    }

    /** Name of the position before the history: the user, or what stands there in the user's place. */
    default String firstPosition(String user) {
        return user;
    }

    /** Activations of every layer for one item, input to output. */
    List<LayerActivation> activations(Query query, int item);
}
