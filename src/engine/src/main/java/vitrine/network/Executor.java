package vitrine.network;

import java.util.Set;
import vitrine.network.kernel.TableGradient;
import vitrine.network.kernel.TensorGradient;

/**
 * Runs any {@link Network} forward and backward in float32, one kernel a layer: for scoring, look-inside calls and
 * attribution. Training is {@link Training}'s, over the same kernels.
 *
 * <p>Use: fill {@link #ids} and {@link #values} of the inputs, {@link #forward}; then, to differentiate, fill {@link
 * #gradients} of the output and call {@link #backward(int)}: afterwards every layer's {@code gradients} hold the
 * derivative with respect to its output. Dropout and sampling are off: expected values. Buffers are allocated once. Not
 * thread-safe.
 */
public final class Executor implements Inputs {
    /** Examples that go through all layers together: few enough for the processor's cache, enough to fill its vectors. */
    static final int BLOCK = 64;

    private final Kernels kernels;
    private final int capacity;

    /**
     * @param parameters read live
     * @param capacity largest number of examples of one call
     */
    public Executor(Network network, Parameters parameters, int capacity) {
        this(new Kernels(network, parameters, capacity, Set.of(network.output().name()), true), capacity);
    }

    Executor(Kernels kernels, int capacity) {
        this.kernels = kernels;
        this.capacity = capacity;
    }

    @Override
    public int[] ids(String input) {
        return kernels.ids(input).ids;
    }

    /** Output of a layer, example-major; of an input: to be filled. */
    @Override
    public float[] values(String layer) {
        return kernels.table(layer).values;
    }

    /** Derivative with respect to a layer's output; of the output layer: to be filled before {@link #backward(int)}. */
    public float[] gradients(String layer) {
        return kernels.table(layer).gradients;
    }

    /** Computes every layer for the first {@code n} examples. */
    public void forward(int n) {
        requireRoom(n);
        for (int from = 0; from < n; from += BLOCK) {
            kernels.forward(from, Math.min(n, from + BLOCK));
        }
    }

    /** Leaves each layer's derivative in {@link #gradients}. */
    public void backward(int n) {
        requireRoom(n);
        kernels.prepareBackward();
        for (int from = 0; from < n; from += BLOCK) {
            kernels.backward(from, Math.min(n, from + BLOCK));
        }
    }

    /** The same, and adds the parameters' derivatives to {@code into}. */
    public void backward(int n, Parameters into) {
        backward(n);
        for (TensorGradient gradient : kernels.tensors()) {
            gradient.add(0, gradient.rows(), 0, n, into.values(gradient.tensor()));
        }
        for (TableGradient gradient : kernels.rows()) {
            gradient.link(n);
            gradient.add(0, gradient.rows(), into.values(gradient.tensor()));
        }
    }

    private void requireRoom(int n) {
        if (n < 0 || n > capacity) {
            throw new IllegalArgumentException("there is room for " + capacity + " examples, not for " + n);
        }
    }
}
