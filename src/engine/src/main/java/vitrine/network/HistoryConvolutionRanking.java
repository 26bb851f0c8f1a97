package vitrine.network;

import java.util.Arrays;
import java.util.stream.IntStream;
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

    private final HistoryConvolution kernel;
    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final int width;
    private final int filters;
    private final int slots;
    /** By position, then B and the rows of M, then filter. */
    private final float[] folded;
    /** By position, then filter: what the mean and the output layer multiply a filter by. */
    private final float[] shares;
    /** Positions that count. */
    private final int[] counted;

    /** @param question tokens, weights and slots are read now */
    HistoryConvolutionRanking(HistoryConvolution kernel, HistoryConvolution.Scratch question) {
        this.kernel = kernel;
        this.width = kernel.shape.width();
        this.filters = kernel.shape.filters();
        this.slots = question.slots;
        this.counted =
                IntStream.range(0, slots).filter(p -> question.weights[p] != 0).toArray();
        this.shares = new float[slots * filters];
        for (int p : counted) {
            float share = question.weights[p] / slots;
            arithmetic.addScaled(share, kernel.outputWeight(), 0, shares, p * filters, filters);
        }
        this.folded = new float[slots * block()];
        fold(question);
    }

    /** Numbers of B and M at one position. */
    private int block() {
        return (1 + width) * filters;
    }

    /** Products over neighbours: number (p, o) of their left factor stands at p + o, since position p begins at p. */
    private void fold(HistoryConvolution.Scratch question) {
        int reach = kernel.shape.kernel();
        int padded = slots + reach - 1;
        float[] weights = new float[padded];
        System.arraycopy(question.weights, 0, weights, kernel.half, slots);
        float[] weighed = new float[width * padded];
        for (int j = 0; j < slots; j++) {
            for (int k = 0; k < width; k++) {
                weighed[k * padded + kernel.half + j] = question.weights[j] * question.tokens[j * width + k];
            }
        }
        for (int p = 0; p < slots; p++) {
            System.arraycopy(kernel.bias(), 0, folded, p * block(), filters);
        }
        float[] weight = kernel.weight();
        int channels = 3 * width * filters;
        for (int k = 0; k < width; k++) {
            int token = k * filters;
            int candidate = (width + k) * filters;
            int product = (2 * width + k) * filters;
            int to = (1 + k) * filters;
            addNeighbours(weighed, k * padded, weight, token, channels, 0);
            addNeighbours(weights, 0, weight, candidate, channels, to);
            addNeighbours(weighed, k * padded, weight, product, channels, to);
        }
    }

    private void addNeighbours(float[] of, int from, float[] weight, int first, int row, int to) {
        int reach = kernel.shape.kernel();
        arithmetic.addProduct(slots, filters, reach, of, from, 1, 1, weight, first, row, folded, to, block());
    }

    /**
     * @param candidates table rows
     * @param scores one a candidate
     */
    void score(int[] candidates, double[] scores) {
        int room = Math.min(BLOCK, candidates.length);
        float[] vectors = new float[(1 + width) * room];
        float[] hidden = new float[filters * room];
        float[] sums = new float[room];
        for (int from = 0; from < candidates.length; from += BLOCK) {
            int count = Math.min(BLOCK, candidates.length - from);
            Arrays.fill(sums, kernel.outputBias());
            if (count < FEW) {
                scoreRows(candidates, from, count, vectors, hidden, sums);
            } else {
                scoreColumns(candidates, from, count, vectors, hidden, sums);
            }
            for (int c = 0; c < count; c++) {
                scores[from + c] = sums[c];
            }
        }
    }

    /** A candidate a row: 1 (for B), then its vector. */
    private void scoreRows(int[] candidates, int from, int count, float[] vectors, float[] hidden, float[] sums) {
        int row = 1 + width;
        for (int c = 0; c < count; c++) {
            vectors[c * row] = 1f;
            System.arraycopy(kernel.table(), candidates[from + c] * width, vectors, c * row + 1, width);
        }
        float[] zeros = new float[filters];
        for (int p : counted) {
            int at = p * block();
            arithmetic.product(
                    count, filters, row, vectors, 0, row, 1, folded, at, filters, zeros, 0, 0, hidden, 0, filters);
            Squashes.relu(hidden, 0, count * filters);
            arithmetic.addProduct(count, 1, filters, hidden, 0, filters, 1, shares, p * filters, 1, sums, 0, 1);
        }
    }

    /** A candidate a column: 1 (for B), then its vector. */
    private void scoreColumns(int[] candidates, int from, int count, float[] vectors, float[] hidden, float[] sums) {
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
        for (int p : counted) {
            int at = p * block();
            arithmetic.product(
                    filters, count, column, folded, at, 1, filters, vectors, 0, count, zeros, 0, 0, hidden, 0, count);
            Squashes.relu(hidden, 0, filters * count);
            arithmetic.addProduct(1, count, filters, shares, p * filters, 0, 1, hidden, 0, count, sums, 0, count);
        }
    }
}
