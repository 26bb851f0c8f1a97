package vitrine.network;

import java.util.Arrays;
import java.util.List;

/**
 * Fused kernel of the article's network (model M1). For a candidate with vector c and tokens t_0 (user), t_1 … t_n
 * (history) with weights w in [0, 1]:
 *
 * <pre>
 * x_j = w_j [t_j ; c ; t_j ∘ c]                    3d channels
 * h_p = relu(b + sum over o of x_(p+o-K/2) W_o)     convolution, zero padded
 * m   = sum over p of w_p h_p / slots              slots = 1 + length of the history as asked, emptied slots included
 * s   = m · v + a                                  the score before the sigmoid
 * </pre>
 *
 * <p>The candidate's channels are folded into the filters: with {@code E = Wt + c ∘ Wp} and {@code u = c Wc}, {@code x_j
 * W = w_j (t_j E + u)}, which needs d products a position and filter in place of 3d. A positive and its negatives share
 * the tokens, so the gradient with respect to the tokens is gathered over the group before the filters are applied.
 *
 * <p>Equal to {@link #describe} run by {@link Executor} up to float rounding (tested).
 */
public final class HistoryConvolution {
    public static final String TABLE = "vectors";
    public static final String CONVOLUTION = "conv1d";
    public static final String OUTPUT = "score";

    /**
     * Sizes.
     *
     * @param positions 1 + longest history
     * @param width d, numbers in a vector
     * @param filters F
     * @param kernel K, odd
     */
    public record Shape(int positions, int width, int filters, int kernel) {}

    final Shape shape;
    final int columns;
    private final Parameters parameters;
    final float[] tokenFilters;
    final float[] candidateFilters;
    final float[] productFilters;

    public HistoryConvolution(Shape shape, Parameters parameters) {
        this.shape = shape;
        this.parameters = parameters;
        this.columns = shape.kernel() * shape.filters();
        this.tokenFilters = new float[shape.width() * columns];
        this.candidateFilters = new float[shape.width() * columns];
        this.productFilters = new float[shape.width() * columns];
        refresh();
    }

    /** The network as layer records: inputs {@code tokens, weights, slots, candidate}, output {@code score}. */
    public static Network describe(Shape shape, int rows) {
        return new Network(List.of(
                new Layer.IdInput("tokens", shape.positions()),
                new Layer.ValueInput("weights", shape.positions(), 1),
                new Layer.ValueInput("slots", 1, 1),
                new Layer.IdInput("candidate", 1),
                new Layer.Embedding("token-vectors", "tokens", TABLE, rows, shape.width()),
                new Layer.Embedding("candidate-vector", "candidate", TABLE, rows, shape.width()),
                new Layer.Repeat("candidate-channels", "candidate-vector", shape.positions()),
                new Layer.Product("match", "token-vectors", "candidate-channels"),
                new Layer.Concatenate("channels", List.of("token-vectors", "candidate-channels", "match")),
                new Layer.Scale("weighted-channels", "channels", "weights"),
                new Layer.Conv1D(CONVOLUTION, "weighted-channels", shape.filters(), shape.kernel(), Activation.RELU),
                new Layer.WeightedMean("mean", CONVOLUTION, "weights", "slots"),
                new Layer.Dense(OUTPUT, "mean", 1, Activation.IDENTITY)));
    }

    public Shape shape() {
        return shape;
    }

    /** Repacks the filters from the parameters; call after every change of them. Layout here: [channel][offset, filter]. */
    public void refresh() {
        float[] weight = parameters.values(CONVOLUTION + ".weight");
        int d = shape.width();
        int f = shape.filters();
        for (int o = 0; o < shape.kernel(); o++) {
            for (int k = 0; k < d; k++) {
                int to = k * columns + o * f;
                System.arraycopy(weight, (o * 3 * d + k) * f, tokenFilters, to, f);
                System.arraycopy(weight, (o * 3 * d + d + k) * f, candidateFilters, to, f);
                System.arraycopy(weight, (o * 3 * d + 2 * d + k) * f, productFilters, to, f);
            }
        }
    }

    float[] bias() {
        return parameters.values(CONVOLUTION + ".bias");
    }

    float[] outputWeight() {
        return parameters.values(OUTPUT + ".weight");
    }

    float outputBias() {
        return parameters.values(OUTPUT + ".bias")[0];
    }

    public float[] table() {
        return parameters.values(TABLE);
    }

    /** Working memory of one thread for a question and up to {@code candidates} candidates at once. */
    public final class Scratch {
        /** Token vectors of the question, [position][width]; to be filled by the caller. */
        public final float[] tokens = new float[shape.positions() * shape.width()];
        /** Weight of each position; to be filled by the caller. */
        public final float[] weights = new float[shape.positions()];
        /** Positions in use: user and history as asked, emptied slots included; also the mean's denominator. */
        public int slots;

        final float[] effective = new float[shape.width() * columns];
        final float[] constant = new float[columns];
        final float[] projected = new float[shape.positions() * columns];
        /** After ReLU, for the candidate last scored: [position][filter]. */
        public final float[] hidden;
        /** Weighted mean, for the candidate last scored: [filter]. */
        public final float[] mean = new float[shape.filters()];

        private Scratch() {
            hidden = new float[shape.positions() * shape.filters()];
        }

        /** Copies row {@code row} of the table into token position {@code position}. */
        public void token(int position, int row, float weight) {
            System.arraycopy(table(), row * shape.width(), tokens, position * shape.width(), shape.width());
            weights[position] = weight;
        }
    }

    public Scratch newScratch() {
        return new Scratch();
    }

    /** Score of the candidate in table row {@code row} for the question in {@code s}. */
    public float score(Scratch s, int row) {
        fold(s, row);
        project(s);
        return convolve(s);
    }

    /** E and u of the candidate. */
    private void fold(Scratch s, int row) {
        float[] table = table();
        int d = shape.width();
        System.arraycopy(tokenFilters, 0, s.effective, 0, s.effective.length);
        for (int k = 0; k < d; k++) {
            Vectors.axpy(table[row * d + k], productFilters, k * columns, s.effective, k * columns, columns);
        }
        Arrays.fill(s.constant, 0f);
        Vectors.combine(table, row * d, 1, d, candidateFilters, 0, s.constant, 0, columns);
    }

    /** t_j E + u, without the weight; emptied positions are skipped, since nothing reads them. */
    private void project(Scratch s) {
        int d = shape.width();
        for (int j = 0; j < s.slots; j++) {
            System.arraycopy(s.constant, 0, s.projected, j * columns, columns);
            Vectors.combine(s.tokens, j * d, 1, d, s.effective, 0, s.projected, j * columns, columns);
        }
    }

    private float convolve(Scratch s) {
        int f = shape.filters();
        int half = shape.kernel() / 2;
        Arrays.fill(s.mean, 0f);
        for (int p = 0; p < s.slots; p++) {
            int at = p * f;
            System.arraycopy(bias(), 0, s.hidden, at, f);
            for (int o = 0; o < shape.kernel(); o++) {
                int q = p + o - half;
                if (q >= 0 && q < s.slots && s.weights[q] != 0) {
                    Vectors.axpy(s.weights[q], s.projected, q * columns + o * f, s.hidden, at, f);
                }
            }
            for (int i = at; i < at + f; i++) {
                s.hidden[i] = Math.max(s.hidden[i], 0f);
            }
            Vectors.axpy(s.weights[p] / s.slots, s.hidden, at, s.mean, 0, f);
        }
        return outputBias() + Vectors.dot(s.mean, 0, outputWeight(), 0, f);
    }
}
