package vitrine.network;

import java.util.List;

/** Small networks with known attributions, as layer records with their parameters. */
public record ReferenceNets(Network network, Parameters parameters) {
    /**
     * Model ML: s = x1 + x2 + x3; z = (s - 10, s + 1, s + 1, s + 1); h = relu(z); out = (sum(h) - 1, sum(h) + 1). The
     * pre-activation is a layer of its own.
     */
    public static ReferenceNets ml() {
        ReferenceNets net = of(
                new Layer.ValueInput("x", 1, 3),
                new Layer.Dense("s", "x", 1, Activation.IDENTITY),
                new Layer.Dense("z", "s", 4, Activation.IDENTITY),
                new Layer.Dense("h", "z", 4, Activation.RELU),
                new Layer.Dense("out", "h", 2, Activation.IDENTITY));
        net.set("s", 0);
        net.set("z", -10, 1, 1, 1);
        net.set("out", -1, 1);
        float[] identity = net.parameters.values("h.weight");
        for (int i = 0; i < 4; i++) {
            identity[i * 4 + i] = 1;
        }
        return net;
    }

    /** relu(relu(x1) - 1 - relu(x2)). */
    public static ReferenceNets shiftedOutside() {
        return shifted(0, -1);
    }

    /** relu(relu(x1 - 1) - relu(x2)): the same function of x1, x2 >= 0 wherever it is above 0. */
    public static ReferenceNets shiftedInside() {
        return shifted(-1, 0);
    }

    private static ReferenceNets shifted(float inside, float outside) {
        ReferenceNets net = of(
                new Layer.ValueInput("x", 1, 2),
                new Layer.Dense("h", "x", 2, Activation.RELU),
                new Layer.Dense("out", "h", 1, Activation.RELU));
        float[] hidden = net.parameters.values("h.weight");
        hidden[0] = 1;
        hidden[3] = 1;
        net.parameters.values("h.bias")[0] = inside;
        float[] out = net.parameters.values("out.weight");
        out[0] = 1;
        out[1] = -1;
        net.parameters.values("out.bias")[0] = outside;
        return net;
    }

    private static ReferenceNets of(Layer... layers) {
        Network network = new Network(List.of(layers));
        return new ReferenceNets(network, Parameters.zeros(network));
    }

    /** All weights of a layer 1, its biases as given. */
    private void set(String layer, float... bias) {
        java.util.Arrays.fill(parameters.values(layer + ".weight"), 1f);
        System.arraycopy(bias, 0, parameters.values(layer + ".bias"), 0, bias.length);
    }

    public NetworkFunction function(int unit) {
        return new NetworkFunction(network, parameters, unit);
    }

    public NetworkPath path(float[] reference, float[] point) {
        return new NetworkPath(network, parameters, java.util.Map.of("x", reference), java.util.Map.of("x", point), 0);
    }
}
