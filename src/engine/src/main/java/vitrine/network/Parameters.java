package vitrine.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.run.SeededRandom;

/** The trainable tensors of a network by name, in the network's order. */
public final class Parameters {
    private final Map<String, Tensor> tensors;

    public Parameters(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** All zero, in the shapes of {@code network}: where gradients and moments are gathered. */
    public static Parameters zeros(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.parameterShapes().forEach((name, shape) -> tensors.put(name, Tensor.zeros(shape)));
        return new Parameters(tensors);
    }

    /**
     * Starting values: tables normal with standard deviation 0.05, weights uniform in ±sqrt(6 / (in + out)) (Glorot and
     * Bengio, 2010), biases 0. Each tensor has its own random stream, so adding a layer does not change the others.
     */
    public static Parameters initial(Network network, long seed) {
        Parameters parameters = zeros(network);
        parameters.tensors.forEach((name, tensor) -> {
            SeededRandom random = SeededRandom.stream(seed, "initial:" + name, 0);
            float[] values = tensor.values();
            if (name.endsWith(".weight")) {
                double limit = Math.sqrt(6.0 / (fanIn(tensor.shape()) + fanOut(tensor.shape())));
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
                }
            } else if (!name.endsWith(".bias")) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (0.05 * random.nextGaussian());
                }
            }
        });
        return parameters;
    }

    private static double fanIn(int[] shape) {
        return shape.length == 3 ? (double) shape[0] * shape[1] : shape[0];
    }

    private static double fanOut(int[] shape) {
        return shape.length == 3 ? (double) shape[0] * shape[2] : shape[1];
    }

    /** The live values of a tensor. */
    public float[] values(String name) {
        return tensor(name).values();
    }

    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no tensor " + name + "; known: " + tensors.keySet());
        }
        return tensor;
    }

    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** How many numbers in all. */
    public long count() {
        return tensors.values().stream().mapToLong(t -> t.values().length).sum();
    }

    public Parameters copy() {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        tensors.forEach((name, t) ->
                copies.put(name, new Tensor(t.shape().clone(), t.values().clone())));
        return new Parameters(copies);
    }

    /** Takes over the numbers of {@code other}, which has the same tensors. */
    public void set(Parameters other) {
        tensors.forEach((name, t) -> {
            float[] values = other.values(name);
            if (values.length != t.values().length) {
                throw new IllegalArgumentException("tensor " + name + " has another size");
            }
            System.arraycopy(values, 0, t.values(), 0, values.length);
        });
    }

    public void fill(float value) {
        tensors.values().forEach(t -> Arrays.fill(t.values(), value));
    }

    /** Adds the tensors of {@code other}, which has the same shapes. */
    public void add(Parameters other) {
        tensors.forEach((name, t) -> {
            float[] more = other.values(name);
            Vectors.axpy(1f, more, 0, t.values(), 0, more.length);
        });
    }

    /** Multiplies every number. */
    public void scale(float factor) {
        for (Tensor tensor : tensors.values()) {
            float[] values = tensor.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        }
    }

    /** Euclidean length of all numbers together, summed in double, in the tensors' order. */
    public double norm() {
        double squares = 0;
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    public boolean isFinite() {
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
