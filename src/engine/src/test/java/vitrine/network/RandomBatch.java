package vitrine.network;

import java.util.HashMap;
import java.util.Map;
import vitrine.run.SeededRandom;

/** Random parameters and inputs for a {@link RandomNetworks} network: the same for the engine and for the oracle. */
public final class RandomBatch {
    public final Network network;
    public final Parameters parameters;
    public final int examples;
    private final Map<String, int[]> ids = new HashMap<>();
    private final Map<String, float[]> numbers = new HashMap<>();

    public RandomBatch(Network network, int examples, long seed) {
        this.network = network;
        this.examples = examples;
        this.parameters = Parameters.initial(network, seed);
        SeededRandom random = SeededRandom.stream(seed, "batch", 0);
        for (Tensor tensor : parameters.tensors().values()) {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] += (float) (0.3 * random.nextGaussian());
            }
        }
        for (Layer layer : network.layers()) {
            int count = examples * network.shape(layer.name()).size();
            if (layer instanceof Layer.IdInput) {
                int[] drawn = new int[count];
                java.util.Arrays.setAll(drawn, i -> random.nextInt(rows()));
                ids.put(layer.name(), drawn);
            } else if (layer instanceof Layer.ValueInput) {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = switch (layer.name()) {
                        case "mask" -> random.nextInt(4) == 0 ? 0f : (float) random.nextDouble();
                        case "slots" -> 1f + random.nextInt(9);
                        default -> (float) random.nextGaussian();
                    };
                }
                numbers.put(layer.name(), values);
            }
        }
    }

    private int rows() {
        return parameters.tensor("table").shape()[0];
    }

    public void fill(
            java.util.function.Function<String, int[]> idsOf, java.util.function.Function<String, float[]> valuesOf) {
        ids.forEach((name, from) -> System.arraycopy(from, 0, idsOf.apply(name), 0, from.length));
        numbers.forEach((name, from) -> System.arraycopy(from, 0, valuesOf.apply(name), 0, from.length));
    }

    /** Copies one example's inputs to where the first example's stand. */
    void moveToFront(
            int example,
            java.util.function.Function<String, int[]> idsOf,
            java.util.function.Function<String, float[]> valuesOf) {
        ids.forEach((name, from) -> System.arraycopy(from, example * size(name), idsOf.apply(name), 0, size(name)));
        numbers.forEach(
                (name, from) -> System.arraycopy(from, example * size(name), valuesOf.apply(name), 0, size(name)));
    }

    /** The oracle, holding one example. */
    NaiveInterpreter oracle(int example) {
        NaiveInterpreter oracle = new NaiveInterpreter(network, parameters);
        ids.forEach((name, all) ->
                oracle.ids(name, java.util.Arrays.copyOfRange(all, example * size(name), (example + 1) * size(name))));
        numbers.forEach((name, all) -> oracle.input(
                name,
                NaiveInterpreter.widen(
                        java.util.Arrays.copyOfRange(all, example * size(name), (example + 1) * size(name)))));
        return oracle;
    }

    private int size(String layer) {
        return network.shape(layer).size();
    }
}
