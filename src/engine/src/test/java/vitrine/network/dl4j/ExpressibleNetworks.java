package vitrine.network.dl4j;

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

    /** Without dropout. */
    static Network of(long seed) {
        return of(seed, 0);
    }

    /** @param rate of all dropout: DL4J's draws are others than ours */
    static Network of(long seed, double rate) {
        return withoutDeadEnds(RandomNetworks.of(seed).layers().stream()
                .map(layer -> expressible(layer, rate))
                .toList());
    }

    /** Nothing random, also while training. */
    static Network withoutSampling(long seed) {
        return new Network(of(seed).layers().stream()
                .map(layer -> layer instanceof Layer.GaussianSample l
                        ? new Layer.Sum(l.name(), List.of(l.mean(), l.logVariance()))
                        : layer)
                .toList());
    }

    private static Layer expressible(Layer layer, double rate) {
        if (layer instanceof Layer.Gru l) {
            return new Layer.Conv1D(l.name(), l.table(), l.units(), 1, Activation.TANH);
        }
        if (layer instanceof Layer.CandidateLogits l) {
            return new Layer.Embedding(l.name(), l.ids(), l.name() + "-table", l.rows(), 1);
        }
        return layer instanceof Layer.Dropout l ? new Layer.Dropout(l.name(), l.table(), rate) : layer;
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

    /** Small: tables of which one is shared, dropout, a softmax along a sequence, sampling, pooling, a bias, an odd name. */
    static Network oneOfEach() {
        return new Network(List.of(
                new Layer.IdInput("tokens", 3),
                new Layer.IdInput("candidate", 1),
                new Layer.ValueInput("mask", 3, 1),
                new Layer.Embedding("token-rows", "tokens", "rows", 4, 2),
                new Layer.Embedding("candidate-row", "candidate", "rows", 4, 2),
                new Layer.EmbeddingBag("bag", "tokens", "mask", "bags", 4, 2, Layer.EmbeddingBag.Pooling.MEAN),
                new Layer.Conv1D("conv", "token-rows", 2, 3, Activation.SOFTMAX),
                new Layer.Bias("shifted", "conv"),
                new Layer.GlobalMax("most", "shifted", "mask"),
                new Layer.Dropout("thinned", "most", 0.25),
                new Layer.GaussianSample("code", "thinned", "bag"),
                new Layer.L2Normalise("normal", "code"),
                new Layer.Concatenate("ends", List.of("normal", "candidate-row")),
                new Layer.Dense("{score}", "ends", 1, Activation.IDENTITY)));
    }
}
