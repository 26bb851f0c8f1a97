package vitrine.model;

import java.util.Arrays;
import vitrine.network.Parameters;
import vitrine.network.kernel.Arithmetic;
import vitrine.network.kernel.Dots;
import vitrine.network.kernel.Squashes;

/**
 * Scores of {@link NeuMf} for many items of one user. The first layer is a sum of a user's half and an item's half, since
 * no activation stands before it: the items' halves are worked out once a model, the user's once a question. The output's
 * weights are multiplied into the user's factors, so the factorisation is one inner product an item. What is left are the
 * layers behind the first, for a block of items at a time. Immutable; the numbers are copies or never changed.
 *
 * <p>Memory: one number a unit of the first layer for each item.
 */
final class NeuMfRanking {
    private static final int BLOCK = 64;
    /** Rows of a layer's output are this long or a multiple, the rest 0: whole vectors of the processor. */
    private static final int PADDED = 16;

    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final int factors;
    private final int[] units;
    /** Length of a row of each layer's output. */
    private final int[] rows;

    private final int widest;
    private final float[] userFactors;
    private final float[] itemFactors;
    private final float[] userVectors;
    /** W_1 of the user, by input, then unit. */
    private final float[] userWeights;
    /** For each item its half of the first layer's sums, the bias with it. */
    private final float[] itemHalves;

    private final float[][] weights;
    private final float[][] biases;
    private final float[] outputWeights;
    private final float outputBias;

    NeuMfRanking(NeuMfSettings settings, Parameters p) {
        this.factors = settings.factors();
        this.units = settings.layers().stream().mapToInt(Integer::intValue).toArray();
        this.rows = Arrays.stream(units)
                .map(u -> (u + PADDED - 1) / PADDED * PADDED)
                .toArray();
        rows[0] = units[0];
        this.widest = Arrays.stream(rows).max().orElseThrow();
        this.userFactors = p.values("gmf.users");
        this.itemFactors = p.values("gmf.items");
        this.userVectors = p.values("mlp.users");
        int width = settings.width();
        float[] first = p.values("mlp1.weight");
        this.userWeights = Arrays.copyOf(first, width * units[0]);
        float[] itemVectors = p.values("mlp.items");
        int items = itemVectors.length / width;
        this.itemHalves = new float[items * units[0]];
        arithmetic.product(
                items,
                units[0],
                width,
                itemVectors,
                0,
                width,
                1,
                first,
                width * units[0],
                units[0],
                p.values("mlp1.bias"),
                0,
                0,
                itemHalves,
                0,
                units[0]);
        this.weights = new float[units.length][];
        this.biases = new float[units.length][];
        for (int layer = 1; layer < units.length; layer++) {
            weights[layer] = padded(p.values("mlp" + (layer + 1) + ".weight"), units[layer], rows[layer]);
            biases[layer] = padded(p.values("mlp" + (layer + 1) + ".bias"), units[layer], rows[layer]);
        }
        this.outputWeights = p.values("score.weight");
        this.outputBias = p.values("score.bias")[0];
    }

    private static float[] padded(float[] matrix, int columns, int row) {
        int count = matrix.length / columns;
        float[] wider = new float[count * row];
        for (int i = 0; i < count; i++) {
            System.arraycopy(matrix, i * columns, wider, i * row, columns);
        }
        return wider;
    }

    /**
     * @param user table row
     * @param items table rows
     */
    void score(int user, int[] items, double[] scores) {
        float[] weighed = new float[factors];
        for (int f = 0; f < factors; f++) {
            weighed[f] = userFactors[user * factors + f] * outputWeights[f];
        }
        int width = units[0];
        int most = Math.min(BLOCK, items.length);
        float[] half = new float[most * width];
        arithmetic.addProduct(
                1, width, width, userVectors, user * width, width, 1, userWeights, 0, width, half, 0, width);
        for (int i = 1; i < most; i++) {
            System.arraycopy(half, 0, half, i * width, width);
        }
        float[] below = new float[most * widest];
        float[] above = new float[most * widest];
        for (int from = 0; from < items.length; from += BLOCK) {
            int count = Math.min(BLOCK, items.length - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(itemHalves, items[from + i] * width, below, i * width, width);
            }
            firstLayer(half, below, count * width);
            for (int layer = 1; layer < units.length; layer++) {
                forward(layer, count, below, above);
                float[] swap = below;
                below = above;
                above = swap;
            }
            int last = units[units.length - 1];
            int row = rows[units.length - 1];
            for (int i = 0; i < count; i++) {
                scores[from + i] = Dots.dot(weighed, 0, itemFactors, items[from + i] * factors, factors)
                        + Dots.dot(outputWeights, factors, below, i * row, last)
                        + outputBias;
            }
        }
    }

    /** The user's half, repeated, onto the items' halves: one long loop. */
    private static void firstLayer(float[] half, float[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = Math.max(half[i] + sums[i], 0f);
        }
    }

    private void forward(int layer, int count, float[] below, float[] above) {
        int in = rows[layer - 1];
        int out = rows[layer];
        arithmetic.product(
                count,
                out,
                units[layer - 1],
                below,
                0,
                in,
                1,
                weights[layer],
                0,
                out,
                biases[layer],
                0,
                0,
                above,
                0,
                out);
        Squashes.relu(above, 0, count * out);
    }
}
