package vitrine.network.kernel;

import java.util.List;

/**
 * One layer's arithmetic over stretches of a batch. Stretches may run on several threads at once: what is computed for an
 * example depends on this example alone. Gradients of tensors are gathered afterwards from {@link #tensors} or {@link
 * RowSource}, over all examples in ascending order: they depend neither on the stretches nor on the threads.
 */
public interface Kernel {
    /** Fills the layer's values for examples {@code from <= e < to}. */
    void forward(int from, int to);

    /** From the layer's derivatives to those of what it reads. */
    void backward(int from, int to);

    /**
     * Work before every training pass, since the weights may have changed: pieces to be run in any order, on any threads.
     */
    default List<Runnable> preparations() {
        return List.of();
    }

    /** To be called once before the stretches of a way back, since the weights may have changed. */
    default void prepareBackward() {}

    /** Gradients of the layer's dense tensors; live, valid after {@link #backward}. */
    default List<TensorGradient> tensors() {
        return List.of();
    }

    /** Multiplies what one example contributes to every tensor's gradient. */
    default void scaleContribution(int example, float factor) {}
}
