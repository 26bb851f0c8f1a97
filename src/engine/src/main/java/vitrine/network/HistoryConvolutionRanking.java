package vitrine.network;

import java.util.Arrays;
import vitrine.network.kernel.Arithmetic;
import vitrine.network.kernel.Squashes;

/**
 * Scores of many candidates for one question of {@link HistoryConvolution}. Where the kernel folds a candidate into the
 * filters, here the question is folded in: for position p and filter f
 *
 * <pre>
 * h_pf = relu(B_pf + sum over k of c_k M_pkf)
 * M_pkf = sum over o of w_j (Wc_okf + t_jk Wp_okf)      B_pf = b_f + sum over o, k of w_j t_jk Wt_okf      j = p + o - K/2
 * </pre>
 *
 * so that a candidate costs d products a position and filter, whatever the kernel's width K, and candidates go through a
 * position as one matrix product. Equal to {@link HistoryConvolution#score} up to float rounding (tested); a candidate's
 * score does not depend on the others. Positions of weight 0 count in no mean and are left out.
 */
final class HistoryConvolutionRanking {
    /** Candidates that go through a position together: eight of the product's widest tiles. */
    private static final int BLOCK = 192;
    /** Fewer stand as rows, with the filters side by side, more side by side themselves; the bytes are the same. */
    private static final int FEW = 16;

    /** So many numbers of B and M are held at a time: 4 MB, far more than usual sizes need for all positions. */
    private static final int MOST_FOLDED = 1 << 20;

    private final HistoryConvolution kernel;
    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final int width;
    private final int filters;
    private final int slots;
    /** Numbers of B and M at one position. */
    private final int block;
    /** Of the question; number (p, o) of a product over neighbours stands at p + o, since position p begins at p. */
    private final float[] weights;
    /** Weight times token, by channel, then as {@link #weights}. */
    private final float[] weighed;
    /** By position, then filter: what the mean and the output layer multiply a filter by. */
    private final float[] shares;

    private final int together;
    /** Of {@link #together} positions: by position, then B and the rows of M, then filter. */
    private final float[] folded;

    /** @param question tokens, weights and slots are read now */
    HistoryConvolutionRanking(HistoryConvolution kernel, HistoryConvolution.Scratch question) {
        this.kernel = kernel;
        this.width = kernel.shape.width();
        this.filters = kernel.shape.filters();
        this.slots = question.slots;
        this.block = (1 + width) * filters;
        this.together = Math.min(slots, Math.max(1, MOST_FOLDED / block));
        this.folded = new float[together * block];
        int padded = slots + kernel.shape.kernel() - 1;
        this.weights = new float[padded];
        System.arraycopy(question.weights, 0, weights, kernel.half, slots);
        this.weighed = new float[width * padded];
        for (int j = 0; j < slots; j++) {
            for (int k = 0; k < width; k++) {
                weighed[k * padded + kernel.half + j] = question.weights[j] * question.tokens[j * width + k];
            }
        }
        this.shares = new float[slots * filters];
        for (int p = 0; p < slots; p++) {
            arithmetic.addScaled(weight(p) / slots, kernel.outputWeight(), 0, shares, p * filters, filters);
        }
    }

    private float weight(int position) {
        return weights[kernel.half + position];
    }

    /** B and M of some positions. */
    private void fold(int first, int count) {
        Arrays.fill(folded, 0f);
        for (int p = 0; p < count; p++) {
            System.arraycopy(kernel.bias(), 0, folded, p * block, filters);
        }
        for (int k = 0; k < width; k++) {
            int from = k * weights.length + first;
            int to = (1 + k) * filters;
            addNeighbours(count, weighed, from, k * filters, 0);
            addNeighbours(count, weights, first, (width + k) * filters, to);
            addNeighbours(count, weighed, from, (2 * width + k) * filters, to);
        }
    }

    /** @param first place of the channel's filters at the kernel's first offset */
    private void addNeighbours(int count, float[] of, int from, int first, int to) {
        int row = 3 * width * filters;
        int reach = kernel.shape.kernel();
        arithmetic.addProduct(count, filters, reach, of, from, 1, 1, kernel.weight(), first, row, folded, to, block);
    }

    /**
     * @param candidates table rows
     * @param scores one a candidate
     */
    void score(int[] candidates, double[] scores) {
        int room = Math.min(BLOCK, candidates.length);
        float[] vectors = new float[(1 + width) * room];
        float[] hidden = new float[filters * room];
        float[] sums = new float[candidates.length];
        Arrays.fill(sums, kernel.outputBias());
        for (int first = 0; first < slots; first += together) {
            int positions = Math.min(together, slots - first);
            fold(first, positions);
            for (int from = 0; from < candidates.length; from += BLOCK) {
                int count = Math.min(BLOCK, candidates.length - from);
                if (count < FEW) {
                    addRows(first, positions, candidates, from, count, vectors, hidden, sums);
                } else {
                    addColumns(first, positions, candidates, from, count, vectors, hidden, sums);
                }
            }
        }
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = sums[c];
        }
    }

    /** A candidate a row: 1 (for B), then its vector. */
    private void addRows(
            int first,
            int positions,
            int[] candidates,
            int from,
            int count,
            float[] vectors,
            float[] hidden,
            float[] sums) {
        int row = 1 + width;
        for (int c = 0; c < count; c++) {
            vectors[c * row] = 1f;
            System.arraycopy(kernel.table(), candidates[from + c] * width, vectors, c * row + 1, width);
        }
        float[] zeros = new float[filters];
        for (int p = 0; p < positions; p++) {
            if (weight(first + p) == 0) {
                continue;
            }
            int at = p * block;
            int share = (first + p) * filters;
            arithmetic.product(
                    count, filters, row, vectors, 0, row, 1, folded, at, filters, zeros, 0, 0, hidden, 0, filters);
            Squashes.relu(hidden, 0, count * filters);
            arithmetic.addProduct(count, 1, filters, hidden, 0, filters, 1, shares, share, 1, sums, from, 1);
        }
    }

    /** A candidate a column: 1 (for B), then its vector. */
    private void addColumns(
            int first,
            int positions,
            int[] candidates,
            int from,
            int count,
            float[] vectors,
            float[] hidden,
            float[] sums) {
        int column = 1 + width;
        Arrays.fill(vectors, 0, count, 1f);
        float[] table = kernel.table();
        for (int c = 0; c < count; c++) {
            int row = candidates[from + c] * width;
            for (int k = 0; k < width; k++) {
                vectors[(1 + k) * count + c] = table[row + k];
            }
        }
        float[] zeros = new float[count];
        for (int p = 0; p < positions; p++) {
            if (weight(first + p) == 0) {
                continue;
            }
            int at = p * block;
            int share = (first + p) * filters;
            arithmetic.product(
                    filters, count, column, folded, at, 1, filters, vectors, 0, count, zeros, 0, 0, hidden, 0, count);
            Squashes.relu(hidden, 0, filters * count);
            arithmetic.addProduct(1, count, filters, shares, share, 0, 1, hidden, 0, count, sums, from, count);
        }
    }
}
