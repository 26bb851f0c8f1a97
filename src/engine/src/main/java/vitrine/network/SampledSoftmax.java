package vitrine.network;

/**
 * Softmax cross-entropy over a sample of the classes (Bengio and Senécal, 2008; Jean et al., 2015). Of each group of
 * candidates the first is the right class, the others are drawn; a logit is corrected by how often its class is expected
 * among the group's candidates:
 *
 * <pre>
 * log(sum over candidates j of exp(z_j - c_j)) - (z_right - c_right)     c = log(expected number)
 * </pre>
 *
 * <p>With c = 0 for the right class and c = log(k q) for each of k classes drawn with probability q among the others, the
 * sum's expectation is that over all classes. A drawn class that is the right one does not count. A group whose first id
 * is -1 is empty and loses nothing. With few candidates the logarithm of the sum is biased low (Jensen): not for reporting
 * a likelihood.
 *
 * @param ids input with the candidates' ids, those that {@link Layer.CandidateLogits} reads
 * @param candidates how many in a group, the right class included; an example may have several groups
 */
public record SampledSoftmax(String ids, int candidates) implements Loss {
    public SampledSoftmax {
        if (candidates < 2) {
            throw new IllegalArgumentException("a group needs at least 2 candidates, not " + candidates);
        }
    }

    @Override
    public Targets targets(Network network, int capacity) {
        return Targets.ofLabels(network.shape(network.output().name()).size() * capacity);
    }

    @Override
    public Term over(Network network, Executor batch, Targets targets) {
        String output = network.output().name();
        int size = network.shape(output).size();
        if (network.shape(ids).size() != size || size % candidates != 0) {
            throw new IllegalArgumentException("layer " + output + " needs a logit for each id of " + ids
                    + ", in groups of " + candidates + ", not " + size);
        }
        int[] classes = batch.ids(ids);
        float[] logits = batch.values(output);
        float[] gradients = batch.gradients(output);
        float[] corrected = new float[targets.labels().length];
        return (example, share) -> {
            double loss = 0;
            for (int first = example * size; first < (example + 1) * size; first += candidates) {
                if (classes[first] != -1) {
                    correct(first, classes, logits, targets.labels(), corrected);
                    double logSum = LogSumExp.of(corrected, first, candidates);
                    LogSumExp.softmax(corrected, first, candidates, logSum, share, gradients);
                    gradients[first] -= share;
                    loss += logSum - corrected[first];
                }
            }
            return loss;
        };
    }

    private void correct(int first, int[] classes, float[] logits, float[] corrections, float[] corrected) {
        corrected[first] = logits[first] - corrections[first];
        for (int i = first + 1; i < first + candidates; i++) {
            boolean counts = classes[i] != -1 && classes[i] != classes[first];
            corrected[i] = counts ? logits[i] - corrections[i] : Float.NEGATIVE_INFINITY;
        }
    }
}
