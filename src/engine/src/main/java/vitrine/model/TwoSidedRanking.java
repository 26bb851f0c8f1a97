package vitrine.model;

import java.util.Arrays;
import java.util.List;
import vitrine.network.Parameters;
import vitrine.network.kernel.Arithmetic;
import vitrine.network.kernel.Squashes;

/**
 * Scores of many items for one question under a network of two sides: {@code w' [p * q ; f(a + b)] + c} with p and the half a
 * of the question, q and the half b of the item, and a perceptron f that begins with relu. The first layer is such a sum of
 * halves whenever no activation stands before it: the items' halves are worked out once a model, the question's once a
 * question. The output's weights are multiplied into the question's factors, so the factorisation is one inner product an
 * item. Everything an item has stands in a column, one row a unit: a block of neighbouring columns goes through the layers
 * behind the first as a few wide matrix products. Immutable; the numbers are copies or never changed.
 *
 * <p>Memory: one number a unit of the first layer and one a factor for each item.
 */
final class TwoSidedRanking {
    /** Columns that go through the layers together: eight of the products' widest tiles. */
    private static final int BLOCK = 192;
    /** From this share of all items on it is quicker to score all of them than to collect the columns of some. */
    private static final int MANY = 4;

    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final int items;
    private final int factors;
    private final int[] units;
    /** By unit, then item: an item's half of the first layer's sums, the bias with it. */
    private final float[] itemHalves;
    /** By factor, then item. */
    private final float[] itemFactors;

    private final float[][] weights;
    /** Each unit's bias over a whole block. */
    private final float[][] biases;
    /** Of the factorisation, then of the perceptron. */
    private final float[] outputWeights;

    private final float[] outputBias;

    /**
     * @param factors numbers in p and q
     * @param units of the perceptron's layers
     * @param layers names of the perceptron's layers behind the first
     * @param output name of the output layer
     * @param itemFactors q, a row an item
     * @param itemHalves b with all biases of the first layer, a row an item
     */
    TwoSidedRanking(
            int factors,
            List<Integer> units,
            List<String> layers,
            String output,
            Parameters p,
            float[] itemFactors,
            float[] itemHalves) {
        this.factors = factors;
        this.units = units.stream().mapToInt(Integer::intValue).toArray();
        this.items = itemFactors.length / factors;
        this.itemFactors = byColumn(itemFactors, factors);
        this.itemHalves = byColumn(itemHalves, this.units[0]);
        this.weights = new float[this.units.length][];
        this.biases = new float[this.units.length][];
        for (int layer = 1; layer < this.units.length; layer++) {
            weights[layer] = p.values(layers.get(layer - 1) + ".weight");
            biases[layer] = repeated(p.values(layers.get(layer - 1) + ".bias"));
        }
        this.outputWeights = p.values(output + ".weight");
        this.outputBias = repeated(p.values(output + ".bias"));
    }

    private static float[] byColumn(float[] rows, int width) {
        int count = rows.length / width;
        float[] columns = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            columns[i % width * count + i / width] = rows[i];
        }
        return columns;
    }

    private static float[] repeated(float[] bias) {
        float[] rows = new float[bias.length * BLOCK];
        for (int unit = 0; unit < bias.length; unit++) {
            Arrays.fill(rows, unit * BLOCK, (unit + 1) * BLOCK, bias[unit]);
        }
        return rows;
    }

    /**
     * @param questionFactors p, from {@code fromFactors} on
     * @param half a
     * @param wanted items
     */
    void score(float[] questionFactors, int fromFactors, float[] half, int[] wanted, double[] scores) {
        Question question = new Question(questionFactors, fromFactors, half);
        if (wanted.length * MANY < items) {
            for (int from = 0; from < wanted.length; from += BLOCK) {
                int count = Math.min(BLOCK, wanted.length - from);
                question.scoreSome(wanted, from, count);
                for (int i = 0; i < count; i++) {
                    scores[from + i] = question.ends[i];
                }
            }
            return;
        }
        float[] all = new float[items];
        for (int from = 0; from < items; from += BLOCK) {
            int count = Math.min(BLOCK, items - from);
            question.scoreNeighbours(from, count);
            System.arraycopy(question.ends, 0, all, from, count);
        }
        for (int i = 0; i < wanted.length; i++) {
            scores[i] = all[wanted[i]];
        }
    }

    /** One question's numbers, and room for a block. */
    private final class Question {
        private final float[] weighed = new float[factors];
        private final float[] half;
        private final float[][] layers = new float[units.length][];
        private final float[] some = new float[factors * BLOCK];
        final float[] ends = new float[BLOCK];

        Question(float[] questionFactors, int fromFactors, float[] half) {
            for (int f = 0; f < factors; f++) {
                weighed[f] = questionFactors[fromFactors + f] * outputWeights[f];
            }
            this.half = half;
            Arrays.setAll(layers, layer -> new float[units[layer] * BLOCK]);
        }

        /** Items that stand side by side. */
        void scoreNeighbours(int from, int count) {
            arithmetic.copyRows(units[0], count, itemHalves, from, items, layers[0], 0, BLOCK);
            forward(count);
            factorise(itemFactors, from, items, count);
        }

        /** Any items: their columns are collected first. */
        void scoreSome(int[] wanted, int from, int count) {
            collect(itemHalves, units[0], wanted, from, count, layers[0]);
            collect(itemFactors, factors, wanted, from, count, some);
            forward(count);
            factorise(some, 0, BLOCK, count);
        }

        private void collect(float[] columns, int height, int[] wanted, int from, int count, float[] into) {
            for (int row = 0; row < height; row++) {
                for (int i = 0; i < count; i++) {
                    into[row * BLOCK + i] = columns[row * items + wanted[from + i]];
                }
            }
        }

        private void forward(int count) {
            for (int unit = 0; unit < units[0]; unit++) {
                addAndRectify(half[unit], layers[0], unit * BLOCK, unit * BLOCK + count);
            }
            for (int layer = 1; layer < units.length; layer++) {
                product(units[layer], count, layer, weights[layer], 0, units[layer], biases[layer], layers[layer]);
                Squashes.relu(layers[layer], 0, units[layer] * BLOCK);
            }
            product(1, count, units.length, outputWeights, factors, 1, outputBias, ends);
        }

        /** {@code out = start + W' x}, with W by input, then unit. */
        private void product(int m, int count, int above, float[] w, int fromW, int rowW, float[] start, float[] out) {
            int k = units[above - 1];
            float[] x = layers[above - 1];
            arithmetic.product(m, count, k, w, fromW, 1, rowW, x, 0, BLOCK, start, 0, BLOCK, out, 0, BLOCK);
        }

        private void factorise(float[] columns, int from, int row, int count) {
            arithmetic.addProduct(1, count, factors, weighed, 0, 0, 1, columns, from, row, ends, 0, BLOCK);
        }
    }

    private static void addAndRectify(float half, float[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] = Math.max(half + sums[i], 0f);
        }
    }
}
