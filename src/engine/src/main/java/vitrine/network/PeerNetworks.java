package vitrine.network;

import java.util.ArrayList;
import java.util.List;

/** The networks that peers in other frameworks have too, as layer records: to measure against, in sizes of the literature. */
public final class PeerNetworks {
    /** Weight of Mult-VAE's divergence in {@link #multVaeLoss}, the value its paper finds for MovieLens. */
    private static final double BETA = 0.2;

    private PeerNetworks() {}

    /**
     * User and item, 16 numbers each, as a sequence of two positions; 32 filters over three positions, rectified; the mean
     * of both positions; one logit. Inputs: {@code user}, {@code item}, and {@code ones} ({@code 2 x 1}), to be filled with 1.
     */
    public static Network twoEmbeddingConvolution(int users, int items) {
        return new Network(List.of(
                new Layer.IdInput("pair", 2),
                new Layer.ValueInput("ones", 2, 1),
                new Layer.Embedding("vectors", "pair", "vectors", users + items, 16),
                new Layer.Conv1D("convolution", "vectors", 32, 3, Activation.RELU),
                new Layer.GlobalAverage("mean", "convolution", "ones"),
                new Layer.Dense("score", "mean", 1, Activation.IDENTITY)));
    }

    /**
     * Mult-VAE (Liang et al., 2018), 600-200-600: history → unit length → dropout 0.5 → 600 tanh → code of 200 → 600 tanh →
     * a logit an item. The first layer is a bag of table rows, since a history has few of all items. Inputs: {@code items}
     * and {@code counts} ({@code slots x 1}), where a count of 0 is an empty slot.
     *
     * @param slots longest history
     */
    public static Network multVae(int items, int slots) {
        return new Network(List.of(
                new Layer.IdInput("items", slots),
                new Layer.ValueInput("counts", slots, 1),
                new Layer.L2Normalise("unit", "counts"),
                new Layer.Dropout("kept", "unit", 0.5),
                new Layer.EmbeddingBag(
                        "history", "items", "kept", "history", items, 600, Layer.EmbeddingBag.Pooling.SUM),
                new Layer.Bias("shifted", "history"),
                new Layer.Activate("encoder", "shifted", Activation.TANH),
                new Layer.Dense("mean", "encoder", 200, Activation.IDENTITY),
                new Layer.Dense("log-variance", "encoder", 200, Activation.IDENTITY),
                new Layer.GaussianSample("code", "mean", "log-variance"),
                new Layer.Dense("decoder", "code", 600, Activation.TANH),
                new Layer.Dense("logits", "decoder", items, Activation.IDENTITY)));
    }

    /** What {@link #multVae} is trained by. */
    public static Loss multVaeLoss() {
        return new MultinomialLikelihood("items", "counts", "mean", "log-variance", BETA);
    }

    /**
     * GRU4Rec (Hidasi et al., 2016): 64 numbers a token, a gated recurrent unit of 64, a logit a token from the last state.
     * Token 0 stands for an empty slot. Inputs: {@code tokens} ({@code steps}) and {@code mask} ({@code steps x 1}).
     *
     * @param tokens items and the empty slot
     */
    public static Network gru4Rec(int tokens, int steps) {
        List<Layer> layers = recurrent(tokens, steps);
        layers.addAll(List.of(
                new Layer.Position("last", "states", steps - 1),
                new Layer.Dense("logits", "last", tokens, Activation.IDENTITY)));
        return new Network(layers);
    }

    /**
     * The same unit trained on the next item after every step, each against a few candidates in place of all: for {@link
     * SampledSoftmax}. One more input: {@code candidates} ({@code steps x candidates}).
     */
    public static Network gru4RecSampled(int tokens, int steps, int candidates) {
        List<Layer> layers = recurrent(tokens, steps);
        layers.add(new Layer.IdInput("candidates", steps * candidates));
        layers.add(new Layer.CandidateLogits("logits", "candidates", "states", "classes", tokens));
        return new Network(layers);
    }

    private static List<Layer> recurrent(int tokens, int steps) {
        return new ArrayList<>(List.of(
                new Layer.IdInput("tokens", steps),
                new Layer.ValueInput("mask", steps, 1),
                new Layer.Embedding("vectors", "tokens", "vectors", tokens, 64),
                new Layer.Gru("states", "vectors", "mask", 64)));
    }
}
