package vitrine.network;

/**
 * Bayesian personalised ranking (Rendle et al., 2009): in groups of a positive with its negatives behind it, the mean over
 * pairs of {@code softplus(s_negative - s_positive)}. The network has one output.
 *
 * @param negatives of each positive, at least 1
 */
public record BayesianPersonalisedRanking(int negatives) implements Loss {
    public BayesianPersonalisedRanking {
        if (negatives < 1) {
            throw new IllegalArgumentException("each positive needs at least 1 negative, not " + negatives);
        }
    }

    @Override
    public int group() {
        return 1 + negatives;
    }

    @Override
    public int terms(int examples) {
        return examples / group() * negatives;
    }

    @Override
    public Targets targets(Network network, int capacity) {
        return Targets.none();
    }

    @Override
    public Term over(Network network, Executor batch, Targets targets) {
        String output = network.output().name();
        if (network.shape(output).size() != 1) {
            throw new IllegalArgumentException("layer " + output + " must have one output to be ranked by");
        }
        float[] scores = batch.values(output);
        float[] gradients = batch.gradients(output);
        return (positive, share) -> {
            double loss = 0;
            for (int negative = positive + 1; negative <= positive + negatives; negative++) {
                double gap = (double) scores[negative] - scores[positive];
                double power = Math.exp(-Math.abs(gap));
                double pull = (gap > 0 ? 1 : power) / (1 + power) * share;
                loss += Math.max(gap, 0) + Math.log1p(power);
                gradients[negative] += (float) pull;
                gradients[positive] -= (float) pull;
            }
            return loss;
        };
    }
}
