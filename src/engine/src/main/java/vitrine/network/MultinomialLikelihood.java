package vitrine.network;

import java.util.Objects;
import java.util.Set;

/**
 * Loss of the variational autoencoder Mult-VAE (Liang et al., 2018): the multinomial log-likelihood of the items an example
 * has, and the divergence of its code from the standard normal,
 *
 * <pre>
 * - sum over items of x_i log softmax(z)_i - beta / 2 sum over code of (1 + logVariance - mean^2 - exp(logVariance))
 * </pre>
 *
 * @param ids network input with the items' columns; its slots of weight 0 count for nothing
 * @param weights network input with x
 * @param mean layer with the code's mean
 * @param logVariance layer with the logarithm of its variance
 * @param beta at least 0; {@link Targets#divergence} multiplies it, for annealing
 */
public record MultinomialLikelihood(String ids, String weights, String mean, String logVariance, double beta)
        implements Loss {
    public MultinomialLikelihood {
        if (!(beta >= 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("beta must be at least 0, not " + beta);
        }
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of(mean, logVariance);
    }

    @Override
    public Targets targets(Network network, int capacity) {
        return Targets.ofDivergence();
    }

    @Override
    public Term over(Network network, Executor batch, Targets targets) {
        String output = network.output().name();
        int size = network.shape(output).size();
        int slots = network.shape(ids).size();
        if (network.shape(weights).size() != slots || !network.shape(mean).equals(network.shape(logVariance))) {
            throw new IllegalArgumentException("layer " + weights + " needs a number a slot of " + ids + ", and layer "
                    + logVariance + " one a number of " + mean);
        }
        int code = network.shape(mean).size();
        int[] columns = batch.ids(ids);
        float[] counts = batch.values(weights);
        float[] logits = batch.values(output);
        float[] gradients = batch.gradients(output);
        Divergence divergence = new Divergence(
                batch.values(mean), batch.values(logVariance), batch.gradients(mean), batch.gradients(logVariance));
        return (example, share) -> {
            int first = example * size;
            double logSum = LogSumExp.of(logits, first, size);
            double total = 0;
            double loss = 0;
            for (int slot = example * slots; slot < (example + 1) * slots; slot++) {
                if (counts[slot] != 0) {
                    Objects.checkIndex(columns[slot], size);
                    total += counts[slot];
                    loss += counts[slot] * (logSum - logits[first + columns[slot]]);
                }
            }
            LogSumExp.softmax(logits, first, size, logSum, share * total, gradients);
            for (int slot = example * slots; slot < (example + 1) * slots; slot++) {
                if (counts[slot] != 0) {
                    gradients[first + columns[slot]] -= share * counts[slot];
                }
            }
            double strength = beta * targets.divergence()[0];
            return loss + divergence.pull(example * code, code, strength, share);
        };
    }

    private record Divergence(float[] mean, float[] logVariance, float[] toMean, float[] toLogVariance) {
        double pull(int first, int size, double strength, float share) {
            double sum = 0;
            for (int i = first; i < first + size; i++) {
                double variance = Math.exp(logVariance[i]);
                sum += 1 + logVariance[i] - (double) mean[i] * mean[i] - variance;
                toMean[i] += (float) (share * strength * mean[i]);
                toLogVariance[i] += (float) (share * strength * 0.5 * (variance - 1));
            }
            return -0.5 * strength * sum;
        }
    }
}
