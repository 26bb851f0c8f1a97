package vitrine.network;

import java.util.Arrays;
import java.util.List;
import vitrine.network.kernel.Dots;

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
 * the tokens, so the history is gathered once for both.
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
    final int half;
    private final Parameters parameters;
    final Filters tokenFilters;
    final Filters candidateFilters;
    final Filters productFilters;

    public HistoryConvolution(Shape shape, Parameters parameters) {
        this.shape = shape;
        this.parameters = parameters;
        this.columns = shape.kernel() * shape.filters();
        this.half = shape.kernel() / 2;
        this.tokenFilters = new Filters(shape.width(), columns);
        this.candidateFilters = new Filters(shape.width(), columns);
        this.productFilters = new Filters(shape.width(), columns);
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

    /** Repacks the filters from the parameters; call after every change of them. */
    public void refresh() {
        float[] weight = weight();
        int d = shape.width();
        tokenFilters.read(weight, 0, 3 * d, shape);
        candidateFilters.read(weight, d, 3 * d, shape);
        productFilters.read(weight, 2 * d, 3 * d, shape);
    }

    /** The filters of one kind of channel in both orders: by channel and, for the way back, by column. */
    static final class Filters {
        /** [channel][offset, filter]. */
        final float[][] byChannel;
        /** [offset, filter][channel]. */
        final float[][] byColumn;

        Filters(int width, int columns) {
            byChannel = new float[width][columns];
            byColumn = new float[columns][width];
        }

        private void read(float[] weight, int first, int channels, Shape shape) {
            int f = shape.filters();
            for (int o = 0; o < shape.kernel(); o++) {
                for (int k = 0; k < shape.width(); k++) {
                    System.arraycopy(weight, (o * channels + first + k) * f, byChannel[k], o * f, f);
                }
            }
            for (int c = 0; c < byColumn.length; c++) {
                for (int k = 0; k < shape.width(); k++) {
                    byColumn[c][k] = byChannel[k][c];
                }
            }
        }

        /** Adds {@code packed}, laid out by channel, to {@code weight}. */
        static void add(float[][] packed, float[] weight, int first, int channels, Shape shape) {
            int f = shape.filters();
            for (int o = 0; o < shape.kernel(); o++) {
                for (int k = 0; k < shape.width(); k++) {
                    Vectors.axpy(1f, packed[k], o * f, weight, (o * channels + first + k) * f, f);
                }
            }
        }
    }

    /** By offset, then channel, then filter. */
    float[] weight() {
        return parameters.values(CONVOLUTION + ".weight");
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

        final float[][] effective = new float[shape.width()][columns];
        final float[] constant = new float[columns];
        /** Position p stands in row p + K/2: the rows around are padding. */
        final float[][] projected = new float[shape.positions() + 2 * half][columns];

        final float[] padded = new float[shape.positions() + 2 * half];
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

    /**
     * Scores of any number of candidates for the question in {@code s}, equal to {@link #score(Scratch, int)} up to float
     * rounding; a candidate's does not depend on the others.
     *
     * @param rows of the table
     * @param scores receives one a candidate
     */
    public void score(Scratch s, int[] rows, double[] scores) {
        new HistoryConvolutionRanking(this, s).score(rows, scores);
    }

    /** E and u of the candidate. */
    private void fold(Scratch s, int row) {
        float[] table = table();
        int d = shape.width();
        for (int k = 0; k < d; k++) {
            Vectors.blend(table[row * d + k], productFilters.byChannel[k], tokenFilters.byChannel[k], s.effective[k]);
        }
        Arrays.fill(s.constant, 0f);
        Vectors.combine(table, row * d, 1, d, candidateFilters.byChannel, s.constant);
    }

    /** t_j E + u, without the weight. */
    private void project(Scratch s) {
        int d = shape.width();
        for (int j = 0; j < s.slots; j++) {
            float[] projected = s.projected[j + half];
            System.arraycopy(s.constant, 0, projected, 0, columns);
            Vectors.combine(s.tokens, j * d, 1, d, s.effective, projected);
        }
    }

    private float convolve(Scratch s) {
        int f = shape.filters();
        Arrays.fill(s.mean, 0f);
        // Rows around the slots may hold an older question; their weight is 0.
        Arrays.fill(s.padded, 0f);
        System.arraycopy(s.weights, 0, s.padded, half, s.slots);
        for (int p = 0; p < s.slots; p++) {
            if (shape.kernel() == 3) {
                threeNeighbours(s, p);
            } else {
                neighbours(s, p);
            }
        }
        return outputBias() + Dots.dot(s.mean, 0, outputWeight(), 0, f);
    }

    /** The usual kernel in one pass: sum, ReLU, mean. */
    private void threeNeighbours(Scratch s, int p) {
        int f = shape.filters();
        float[] bias = bias();
        float[] before = s.projected[p];
        float[] here = s.projected[p + 1];
        float[] after = s.projected[p + 2];
        float[] hidden = s.hidden;
        float[] mean = s.mean;
        float w0 = s.padded[p];
        float w1 = s.padded[p + 1];
        float w2 = s.padded[p + 2];
        int at = p * f;
        float share = w1 / s.slots;
        for (int i = 0; i < f; i++) {
            float h = Math.max(bias[i] + w0 * before[i] + w1 * here[f + i] + w2 * after[2 * f + i], 0f);
            hidden[at + i] = h;
            mean[i] += share * h;
        }
    }

    private void neighbours(Scratch s, int p) {
        int f = shape.filters();
        int at = p * f;
        System.arraycopy(bias(), 0, s.hidden, at, f);
        for (int o = 0; o < shape.kernel(); o++) {
            Vectors.axpy(s.padded[p + o], s.projected[p + o], o * f, s.hidden, at, f);
        }
        for (int i = at; i < at + f; i++) {
            s.hidden[i] = Math.max(s.hidden[i], 0f);
        }
        Vectors.axpy(s.weights[p] / s.slots, s.hidden, at, s.mean, 0, f);
    }
}
