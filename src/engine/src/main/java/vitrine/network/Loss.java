package vitrine.network;

import java.util.Set;

/**
 * What training makes small: a mean over terms of a batch, each read from the network's output (logits, never
 * probabilities) and from {@link Targets}. Values are summed in double.
 */
public sealed interface Loss
        permits BinaryCrossEntropy,
                SoftmaxCrossEntropy,
                SampledSoftmax,
                MultinomialLikelihood,
                BayesianPersonalisedRanking {
    /**
     * One example's (or group's) loss. The output's derivatives are this term's alone: 0 before it, and set; those of other
     * layers are added to.
     */
    @FunctionalInterface
    interface Term {
        /**
         * @param example its number in the batch; of a group: its first
         * @param share what the derivatives are multiplied by before they are added to the layers' gradients
         * @return the loss, not multiplied
         */
        double pull(int example, float share);
    }

    /** How many consecutive examples belong together. */
    default int group() {
        return 1;
    }

    /** How many terms the mean over {@code examples} has. */
    default int terms(int examples) {
        return examples;
    }

    /** Layers besides the output whose derivatives this loss adds to. */
    default Set<String> alsoReads() {
        return Set.of();
    }

    /** Room for what a batch of this loss is measured against. */
    Targets targets(Network network, int capacity);

    /** Connects the loss to a batch's buffers; an error names the layer that does not fit. */
    Term over(Network network, Executor batch, Targets targets);
}
