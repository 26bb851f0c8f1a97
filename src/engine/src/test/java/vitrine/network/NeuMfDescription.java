package vitrine.network;

import java.util.List;

/** NeuMF (He et al., 2017) with 8 factors and a 32-16-8 perceptron, as layer records. */
public final class NeuMfDescription {
    private NeuMfDescription() {}

    public static Network of(int users, int items) {
        return new Network(List.of(
                new Layer.IdInput("user", 1),
                new Layer.IdInput("item", 1),
                new Layer.Embedding("user-factors", "user", "gmf.users", users, 8),
                new Layer.Embedding("item-factors", "item", "gmf.items", items, 8),
                new Layer.Product("gmf", "user-factors", "item-factors"),
                new Layer.Embedding("user-vector", "user", "mlp.users", users, 32),
                new Layer.Embedding("item-vector", "item", "mlp.items", items, 32),
                new Layer.Concatenate("pair", List.of("user-vector", "item-vector")),
                new Layer.Dense("mlp1", "pair", 32, Activation.RELU),
                new Layer.Dense("mlp2", "mlp1", 16, Activation.RELU),
                new Layer.Dense("mlp3", "mlp2", 8, Activation.RELU),
                new Layer.Concatenate("neumf", List.of("gmf", "mlp3")),
                new Layer.Dense("score", "neumf", 1, Activation.IDENTITY)));
    }
}
