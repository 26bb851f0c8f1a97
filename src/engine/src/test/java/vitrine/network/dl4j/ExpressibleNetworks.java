package vitrine.network.dl4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vitrine.network.Activation;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.RandomNetworks;

/** {@link RandomNetworks} without what DL4J cannot express: recurrent units become convolutions, dead ends are cut off. */
final class ExpressibleNetworks {
    private ExpressibleNetworks() {}

    static Network of(long seed) {
        return of(seed, 0);
    }

    /** @param rate of all dropout: DL4J's draws are others than ours */
    static Network of(long seed, double rate) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : RandomNetworks.of(seed).layers()) {
            if (layer instanceof Layer.Gru l) {
                layers.add(new Layer.Conv1D(l.name(), l.table(), l.units(), 1, Activation.TANH));
            } else if (layer instanceof Layer.Dropout l) {
                layers.add(new Layer.Dropout(l.name(), l.table(), rate));
            } else {
                layers.add(layer);
            }
        }
        return withoutDeadEnds(layers);
    }

    private static Network withoutDeadEnds(List<Layer> layers) {
        Set<String> read = new HashSet<>(Set.of(layers.get(layers.size() - 1).name()));
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (read.contains(layers.get(i).name())) {
                read.addAll(layers.get(i).from());
            }
        }
        return new Network(layers.stream().filter(l -> read.contains(l.name())).toList());
    }
}
