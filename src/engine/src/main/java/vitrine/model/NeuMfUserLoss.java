package vitrine.model;

import java.util.Arrays;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Parameters;

/**
 * The loss of {@link NeuMf} as a function of one user's two vectors, side by side: over the chosen items {@code w_i
 * softplus(-score)}, over the others {@code softplus(score)}, weighed so that each chosen item has as many of them as in
 * training. Items' halves of the first layer are worked out once. Double precision.
 *
 * <p>A minimum likes to lie at a corner of a rectifier, where no gradient is 0. So corners are rounded: within {@code r} of
 * 0, {@code max(0, z)} becomes {@code (z + r)^2 / 4r}, at most {@code r / 4} above it and with a continuous slope.
 */
final class NeuMfUserLoss implements DifferentiableFunction {
    private final int factors;
    private final int[] units;
    /** Item, then factor, times the output's weight. */
    private final double[][] itemFactors;
    /** Item, then unit: an item's half of the first layer's sums, the bias with it. */
    private final double[][] itemHalves;
    /** W_1 of the user, by input, then unit. */
    private final double[] userWeights;
    /** Behind the first layer, by input, then unit. */
    private final double[][] weights;

    private final double[][] biases;
    private final double[] outputWeights;
    private final double outputBias;
    private final int chosen;
    /** What each item's loss is multiplied by. */
    private final double[] shares;

    private final double rounding;
    private final double[][] values;
    private final double[][] slopes;
    private final double[][] pulls;

    /** @param rounding r; 0 for the network's own rectifiers */
    NeuMfUserLoss(
            NeuMfSettings settings,
            Parameters p,
            int[] chosenItems,
            float[] chosenWeights,
            int[] others,
            int negatives,
            double rounding) {
        this.rounding = rounding;
        this.factors = settings.factors();
        this.units = settings.layers().stream().mapToInt(Integer::intValue).toArray();
        this.chosen = chosenItems.length;
        int[] items = Arrays.copyOf(chosenItems, chosen + others.length);
        System.arraycopy(others, 0, items, chosen, others.length);
        double[] first = doubles(p.values("mlp1.weight"));
        int width = units[0];
        this.userWeights = Arrays.copyOf(first, width * width);
        this.outputWeights = doubles(p.values("score.weight"));
        this.outputBias = p.values("score.bias")[0];
        this.weights = new double[units.length][];
        this.biases = new double[units.length][];
        for (int layer = 1; layer < units.length; layer++) {
            weights[layer] = doubles(p.values("mlp" + (layer + 1) + ".weight"));
            biases[layer] = doubles(p.values("mlp" + (layer + 1) + ".bias"));
        }
        this.itemFactors = new double[items.length][];
        this.itemHalves = new double[items.length][];
        double[] itemWeights = Arrays.copyOfRange(first, width * width, 2 * width * width);
        for (int i = 0; i < items.length; i++) {
            double[] own = Rows.of(p.values("gmf.items"), items[i], factors);
            for (int f = 0; f < factors; f++) {
                own[f] *= outputWeights[f];
            }
            itemFactors[i] = own;
            itemHalves[i] = doubles(p.values("mlp1.bias"));
            addProduct(Rows.of(p.values("mlp.items"), items[i], width), 0, itemWeights, itemHalves[i]);
        }
        this.shares = shares(chosenWeights, others.length, negatives);
        this.values = room();
        this.slopes = room();
        this.pulls = room();
    }

    private double[][] room() {
        return Arrays.stream(units).mapToObj(double[]::new).toArray(double[][]::new);
    }

    private static double[] shares(float[] weights, int others, int negatives) {
        double[] shares = new double[weights.length + others];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = weights[i];
            total += weights[i];
        }
        Arrays.fill(shares, weights.length, shares.length, total * negatives / others);
        return shares;
    }

    private static double[] doubles(float[] values) {
        return Rows.of(values, 0, values.length);
    }

    @Override
    public int dimension() {
        return factors + units[0];
    }

    @Override
    public double value(double[] x) {
        return valueAndGradient(x, new double[x.length]);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] userHalf = new double[units[0]];
        addProduct(x, factors, userWeights, userHalf);
        double[] toHalf = new double[units[0]];
        double loss = 0;
        for (int i = 0; i < itemHalves.length; i++) {
            double score = forward(x, userHalf, i);
            double against = i < chosen ? -score : score;
            double power = Math.exp(-Math.abs(against));
            double wrong = (against > 0 ? 1 : power) / (1 + power);
            loss += shares[i] * (Math.max(against, 0) + Math.log1p(power));
            backward(i, (i < chosen ? -1 : 1) * shares[i] * wrong, gradient, toHalf);
        }
        for (int in = 0; in < units[0]; in++) {
            for (int unit = 0; unit < units[0]; unit++) {
                gradient[factors + in] += userWeights[in * units[0] + unit] * toHalf[unit];
            }
        }
        return loss;
    }

    private double forward(double[] x, double[] userHalf, int item) {
        double score = outputBias;
        for (int f = 0; f < factors; f++) {
            score += x[f] * itemFactors[item][f];
        }
        for (int unit = 0; unit < units[0]; unit++) {
            values[0][unit] = userHalf[unit] + itemHalves[item][unit];
        }
        rectify(0);
        for (int layer = 1; layer < units.length; layer++) {
            System.arraycopy(biases[layer], 0, values[layer], 0, units[layer]);
            addProduct(values[layer - 1], 0, weights[layer], values[layer]);
            rectify(layer);
        }
        double[] last = values[units.length - 1];
        for (int unit = 0; unit < last.length; unit++) {
            score += outputWeights[factors + unit] * last[unit];
        }
        return score;
    }

    private void rectify(int layer) {
        double[] z = values[layer];
        double[] slope = slopes[layer];
        for (int unit = 0; unit < z.length; unit++) {
            if (z[unit] >= rounding) {
                slope[unit] = z[unit] > 0 ? 1 : 0;
            } else if (z[unit] <= -rounding) {
                z[unit] = 0;
                slope[unit] = 0;
            } else {
                slope[unit] = (z[unit] + rounding) / (2 * rounding);
                z[unit] = slope[unit] * slope[unit] * rounding;
            }
        }
    }

    private void backward(int item, double pull, double[] gradient, double[] toHalf) {
        for (int f = 0; f < factors; f++) {
            gradient[f] += pull * itemFactors[item][f];
        }
        int top = units.length - 1;
        for (int unit = 0; unit < units[top]; unit++) {
            pulls[top][unit] = pull * outputWeights[factors + unit] * slopes[top][unit];
        }
        for (int layer = top; layer > 0; layer--) {
            for (int in = 0; in < units[layer - 1]; in++) {
                double sum = 0;
                if (slopes[layer - 1][in] > 0) {
                    for (int unit = 0; unit < units[layer]; unit++) {
                        sum += weights[layer][in * units[layer] + unit] * pulls[layer][unit];
                    }
                }
                pulls[layer - 1][in] = sum * slopes[layer - 1][in];
            }
        }
        for (int unit = 0; unit < units[0]; unit++) {
            toHalf[unit] += pulls[0][unit];
        }
    }

    /** {@code out += W' x}, with W by input, then unit, and x from {@code from} on. */
    private static void addProduct(double[] x, int from, double[] w, double[] out) {
        for (int in = 0; in < w.length / out.length; in++) {
            double value = x[from + in];
            if (value != 0) {
                for (int unit = 0; unit < out.length; unit++) {
                    out[unit] += value * w[in * out.length + unit];
                }
            }
        }
    }
}
