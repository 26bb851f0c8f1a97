package vitrine.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The straight path of a network's inputs from a reference to a point, {@code x(alpha) = x' + alpha (x - x')}, and a walker
 * on it: {@link #moveTo} computes every layer there, {@link #pull} every layer's share in the output's slope. Float32
 * inside. Not thread-safe.
 */
public final class NetworkPath {
    private final Network network;
    private final Executor executor;
    private final Map<String, float[]> reference = new HashMap<>();
    private final Map<String, float[]> point = new HashMap<>();
    private final Set<String> moving = new HashSet<>();
    private final int unit;

    /**
     * @param network all of whose inputs that move are numbers; see {@link OpenNetwork}
     * @param reference values of each input at {@code alpha = 0}
     * @param point values of each input at {@code alpha = 1}
     * @param unit which number of the output, counted from 0
     */
    public NetworkPath(
            Network network,
            Parameters parameters,
            Map<String, float[]> reference,
            Map<String, float[]> point,
            int unit) {
        this.network = network;
        this.executor = new Executor(network, parameters, 1);
        this.unit = unit;
        for (Layer layer : network.layers()) {
            if (layer.from().isEmpty() && !(layer instanceof Layer.IdInput)) {
                float[] from = values(reference, layer);
                float[] to = values(point, layer);
                this.reference.put(layer.name(), from);
                this.point.put(layer.name(), to);
                if (!Arrays.equals(from, to)) {
                    moving.add(layer.name());
                }
            }
        }
    }

    private float[] values(Map<String, float[]> inputs, Layer input) {
        float[] values = inputs.get(input.name());
        int size = network.shape(input.name()).size();
        if (!(input instanceof Layer.ValueInput) || values == null || values.length != size) {
            throw new IllegalArgumentException("input " + input.name() + " needs " + size + " numbers");
        }
        return values.clone();
    }

    public Network network() {
        return network;
    }

    /** Sets ids, which are the same all along the path. */
    public void choose(String input, int[] ids) {
        int[] own = executor.ids(input);
        System.arraycopy(ids, 0, own, 0, own.length);
    }

    /**
     * Whether everything that moves along the path reaches the output through this layer alone; then the layer's
     * conductances sum to the output's difference.
     */
    public boolean isCut(String layer) {
        String output = network.output().name();
        return dependents("").contains(layer)
                && (layer.equals(output) || !dependents(layer).contains(output));
    }

    /** Layers that depend on a moving input, not looking through {@code blocked}. */
    private Set<String> dependents(String blocked) {
        Set<String> reached = new HashSet<>();
        for (Layer layer : network.layers()) {
            boolean moves =
                    moving.contains(layer.name()) || layer.from().stream().anyMatch(reached::contains);
            if (moves && !layer.name().equals(blocked)) {
                reached.add(layer.name());
            }
        }
        return reached;
    }

    /** Computes every layer at {@code alpha} in [0, 1]. */
    public void moveTo(double alpha) {
        reference.forEach((name, from) -> {
            float[] to = values(point, name);
            float[] input = executor.values(name);
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) (from[i] + alpha * ((double) to[i] - from[i]));
            }
        });
        executor.forward(1);
    }

    private static float[] values(Map<String, float[]> inputs, String name) {
        return java.util.Objects.requireNonNull(inputs.get(name));
    }

    /** Output unit at the last {@link #moveTo}. */
    public double output() {
        return executor.values(network.output().name())[unit];
    }

    /** A layer's output at the last {@link #moveTo}; overwritten by the next. */
    public float[] values(String layer) {
        return executor.values(layer);
    }

    /** Computes the derivative of the output unit with respect to every layer, where the walker stands. */
    public void pull() {
        float[] gradient = executor.gradients(network.output().name());
        Arrays.fill(gradient, 0f);
        gradient[unit] = 1f;
        executor.backward(1);
    }

    /** Derivative of the output unit with respect to a layer's output at the last {@link #pull}. */
    public float[] gradients(String layer) {
        return executor.gradients(layer);
    }
}
