package vitrine.network;

/**
 * Binary cross-entropy with logits: {@code y softplus(-z) + (1 - y) softplus(z)} in nats, summed over an example's outputs;
 * derivative {@code sigmoid(z) - y}. Written so that no logit overflows or rounds to an infinite loss.
 */
public record BinaryCrossEntropy() implements Loss {
    @Override
    public Targets targets(Network network, int capacity) {
        return Targets.ofLabels(network.shape(network.output().name()).size() * capacity);
    }

    @Override
    public Term over(Network network, Executor batch, Targets targets) {
        String output = network.output().name();
        int size = network.shape(output).size();
        float[] logits = batch.values(output);
        float[] gradients = batch.gradients(output);
        float[] labels = targets.labels();
        return (example, share) -> {
            double loss = 0;
            for (int i = example * size; i < (example + 1) * size; i++) {
                double power = Math.exp(-Math.abs(logits[i]));
                double probability = (logits[i] > 0 ? 1 : power) / (1 + power);
                loss += Math.max(logits[i], 0) - (double) logits[i] * labels[i] + Math.log1p(power);
                gradients[i] += (float) ((probability - labels[i]) * share);
            }
            return loss;
        };
    }
}
