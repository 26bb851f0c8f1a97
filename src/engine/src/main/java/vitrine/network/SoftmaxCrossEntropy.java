package vitrine.network;

/**
 * Softmax cross-entropy: {@code log(sum over j of exp(z_j)) - z_right} in nats; derivative {@code softmax(z) - 1[right]}.
 * The largest logit is taken off first.
 */
public record SoftmaxCrossEntropy() implements Loss {
    @Override
    public Targets targets(Network network, int capacity) {
        return Targets.ofClasses(capacity);
    }

    @Override
    public Term over(Network network, Executor batch, Targets targets) {
        String output = network.output().name();
        int size = network.shape(output).size();
        float[] logits = batch.values(output);
        float[] gradients = batch.gradients(output);
        int[] classes = targets.classes();
        return (example, share) -> {
            int right = classes[example];
            if (right < 0 || right >= size) {
                throw new IndexOutOfBoundsException(
                        "layer " + output + " has columns 0 to " + (size - 1) + "; the target is " + right);
            }
            int first = example * size;
            double logSum = LogSumExp.of(logits, first, size);
            LogSumExp.softmax(logits, first, size, logSum, share, gradients);
            gradients[first + right] -= share;
            return logSum - logits[first + right];
        };
    }
}
