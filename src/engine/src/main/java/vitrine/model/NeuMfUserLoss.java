package vitrine.model;

import java.util.Arrays;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Parameters;

/**
 * The loss of {@link NeuMf} as a function of one user's two vectors, side by side: over the chosen items {@code w_i
 * softplus(-score)}, over the others {@code softplus(score)}, weighed so that each chosen item has as many of them as in
 * training. Items' halves of the first layer are worked out once. Double precision. All arrays are by unit, then item, and
 * items go through the layers a block at a time: the inner loops run over items, which the compiler makes vectors of.
 *
 * <p>A minimum likes to lie at a corner of a rectifier, where no gradient is 0. So corners are rounded: within {@code r} of
 * 0, {@code max(0, z)} becomes {@code (z + r)^2 / 4r}, at most {@code r / 4} above it and with a continuous slope.
 */
final class NeuMfUserLoss implements DifferentiableFunction {
    /** Items that go through the layers together: few enough for the processor's first cache. */
    private static final int BLOCK = 64;

    private final int factors;
    private final int[] units;
    /** Factor, then item, times the output's weight. */
    private final double[][] itemFactors;
    /** Unit, then item: the items' half of the first layer's sums, the bias with it. */
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
    /** Layer, unit, item of the block. */
    private final double[][][] values;

    private final double[][][] slopes;
    private final double[][][] pulls;
    /** Of the block's items: the score, then the loss's slope by it. */
    private final double[] scores = new double[BLOCK];

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
        this.itemFactors = new double[factors][items.length];
        this.itemHalves = new double[width][items.length];
        double[] itemWeights = Arrays.copyOfRange(first, width * width, 2 * width * width);
        float[] bias = p.values("mlp1.bias");
        double[] half = new double[width];
        for (int i = 0; i < items.length; i++) {
            double[] own = Rows.of(p.values("gmf.items"), items[i], factors);
            for (int f = 0; f < factors; f++) {
                itemFactors[f][i] = own[f] * outputWeights[f];
            }
            for (int unit = 0; unit < width; unit++) {
                half[unit] = bias[unit];
            }
            addProduct(Rows.of(p.values("mlp.items"), items[i], width), 0, itemWeights, half);
            for (int unit = 0; unit < width; unit++) {
                itemHalves[unit][i] = half[unit];
            }
        }
        this.shares = shares(chosenWeights, others.length, negatives);
        this.values = room();
        this.slopes = room();
        this.pulls = room();
    }

    private double[][][] room() {
        return Arrays.stream(units).mapToObj(n -> new double[n][BLOCK]).toArray(double[][][]::new);
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
        for (int from = 0; from < shares.length; from += BLOCK) {
            int count = Math.min(BLOCK, shares.length - from);
            forward(x, userHalf, from, count);
            loss += judge(from, count);
            backward(from, count, gradient, toHalf);
        }
        for (int in = 0; in < units[0]; in++) {
            for (int unit = 0; unit < units[0]; unit++) {
                gradient[factors + in] += userWeights[in * units[0] + unit] * toHalf[unit];
            }
        }
        return loss;
    }

    private void forward(double[] x, double[] userHalf, int from, int count) {
        for (int unit = 0; unit < units[0]; unit++) {
            double[] z = values[0][unit];
            double[] half = itemHalves[unit];
            double own = userHalf[unit];
            for (int i = 0; i < count; i++) {
                z[i] = own + half[from + i];
            }
            rectify(z, slopes[0][unit], count);
        }
        for (int layer = 1; layer < units.length; layer++) {
            for (int unit = 0; unit < units[layer]; unit++) {
                double[] z = values[layer][unit];
                Arrays.fill(z, 0, count, biases[layer][unit]);
                addSum(values[layer - 1], weights[layer], unit, units[layer], z, count);
                rectify(z, slopes[layer][unit], count);
            }
        }
        Arrays.fill(scores, 0, count, outputBias);
        for (int f = 0; f < factors; f++) {
            double own = x[f];
            double[] other = itemFactors[f];
            for (int i = 0; i < count; i++) {
                scores[i] += own * other[from + i];
            }
        }
        addSum(values[units.length - 1], outputWeights, factors, 1, scores, count);
    }

    /** Puts the slope of each item's loss in the place of its score. */
    private double judge(int from, int count) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            double sign = from + i < chosen ? -1 : 1;
            double against = sign * scores[i];
            double power = Math.exp(-Math.abs(against));
            double wrong = (against > 0 ? 1 : power) / (1 + power);
            loss += shares[from + i] * (Math.max(against, 0) + Math.log1p(power));
            scores[i] = sign * shares[from + i] * wrong;
        }
        return loss;
    }

    private void rectify(double[] z, double[] slope, int count) {
        if (rounding == 0) {
            for (int i = 0; i < count; i++) {
                slope[i] = z[i] > 0 ? 1 : 0;
                z[i] = Math.max(0, z[i]);
            }
            return;
        }
        double scale = 1 / (2 * rounding);
        for (int i = 0; i < count; i++) {
            double s = Math.max(0, Math.min(1, (z[i] + rounding) * scale));
            slope[i] = s;
            z[i] = s * s * rounding + Math.max(0, z[i] - rounding);
        }
    }

    private void backward(int from, int count, double[] gradient, double[] toHalf) {
        for (int f = 0; f < factors; f++) {
            gradient[f] += product(scores, itemFactors[f], from, count);
        }
        int top = units.length - 1;
        for (int unit = 0; unit < units[top]; unit++) {
            double weight = outputWeights[factors + unit];
            double[] pull = pulls[top][unit];
            double[] slope = slopes[top][unit];
            for (int i = 0; i < count; i++) {
                pull[i] = scores[i] * weight * slope[i];
            }
        }
        for (int layer = top; layer > 0; layer--) {
            for (int in = 0; in < units[layer - 1]; in++) {
                double[] pull = pulls[layer - 1][in];
                double[] slope = slopes[layer - 1][in];
                Arrays.fill(pull, 0, count, 0);
                addSum(pulls[layer], weights[layer], in * units[layer], 1, pull, count);
                for (int i = 0; i < count; i++) {
                    pull[i] *= slope[i];
                }
            }
        }
        for (int unit = 0; unit < units[0]; unit++) {
            toHalf[unit] += sum(pulls[0][unit], count);
        }
    }

    /** {@code out += sum over k of w[first + k stride] rows[k]}, four rows at a time. */
    private static void addSum(double[][] rows, double[] w, int first, int stride, double[] out, int count) {
        int k = 0;
        int at = first;
        for (; k + 4 <= rows.length; k += 4, at += 4 * stride) {
            addFour(
                    w[at],
                    rows[k],
                    w[at + stride],
                    rows[k + 1],
                    w[at + 2 * stride],
                    rows[k + 2],
                    w[at + 3 * stride],
                    rows[k + 3],
                    out,
                    count);
        }
        for (; k < rows.length; k++, at += stride) {
            double weight = w[at];
            double[] row = rows[k];
            for (int i = 0; i < count; i++) {
                out[i] += weight * row[i];
            }
        }
    }

    private static void addFour(
            double wa,
            double[] a,
            double wb,
            double[] b,
            double wc,
            double[] c,
            double wd,
            double[] d,
            double[] out,
            int count) {
        for (int i = 0; i < count; i++) {
            out[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static double product(double[] a, double[] b, int from, int count) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 2 <= count; i += 2) {
            even += a[i] * b[from + i];
            odd += a[i + 1] * b[from + i + 1];
        }
        return i < count ? even + odd + a[i] * b[from + i] : even + odd;
    }

    private static double sum(double[] a, int count) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 2 <= count; i += 2) {
            even += a[i];
            odd += a[i + 1];
        }
        return i < count ? even + odd + a[i] : even + odd;
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
