package vitrine.network;

import java.util.Arrays;

/**
 * Backward pass of {@link HistoryConvolution} for one question and its candidates (a positive with its negatives): to the
 * dense parameters, the tokens, the candidates' vectors and the weights. One per thread; the dense parameters' gradients
 * add up over calls until {@link #clear}, the others are overwritten by each call.
 */
public final class HistoryConvolutionGradient {
    private final HistoryConvolution kernel;
    private final HistoryConvolution.Shape shape;
    private final int columns;
    private final HistoryConvolution.Scratch scratch;

    /** Packed like the kernel's filters. */
    private final float[] tokenFilters;

    private final float[] candidateFilters;
    private final float[] productFilters;
    private final float[] bias;
    private final float[] outputWeight;
    private float outputBias;

    /** Derivative with respect to each token's vector, [position][width]. */
    public final float[] tokens;
    /** Derivative with respect to each candidate's vector, [candidate][width]. */
    public final float[] candidates;
    /** Derivative with respect to each position's weight. */
    public final float[] weights;

    private final float[] projected;
    private final float[] gathered;
    private final float[] folded;
    private final float[] constant;
    private final float[] hidden;
    private final float[] pulled;

    /** @param candidates most candidates of one call */
    public HistoryConvolutionGradient(HistoryConvolution kernel, int candidates) {
        this.kernel = kernel;
        this.shape = kernel.shape;
        this.columns = kernel.columns;
        this.scratch = kernel.newScratch();
        int filters = shape.width() * columns;
        tokenFilters = new float[filters];
        candidateFilters = new float[filters];
        productFilters = new float[filters];
        bias = new float[shape.filters()];
        outputWeight = new float[shape.filters()];
        tokens = new float[shape.positions() * shape.width()];
        this.candidates = new float[candidates * shape.width()];
        weights = new float[shape.positions()];
        projected = new float[candidates * shape.positions() * columns];
        gathered = new float[shape.positions() * columns];
        folded = new float[filters];
        constant = new float[columns];
        hidden = new float[(shape.positions() + shape.kernel() - 1) * shape.filters()];
        pulled = new float[shape.filters()];
    }

    /** The question to be filled: tokens, weights, slots. */
    public HistoryConvolution.Scratch question() {
        return scratch;
    }

    /** Forgets the gathered gradients of the dense parameters. */
    public void clear() {
        Arrays.fill(tokenFilters, 0f);
        Arrays.fill(candidateFilters, 0f);
        Arrays.fill(productFilters, 0f);
        Arrays.fill(bias, 0f);
        Arrays.fill(outputWeight, 0f);
        outputBias = 0;
        beginQuestion();
    }

    /** Forgets the derivatives of the last question's tokens and weights. */
    public void beginQuestion() {
        Arrays.fill(tokens, 0f);
        Arrays.fill(weights, 0f);
    }

    /** Score of candidate number {@code c}; follow with {@link #pull} before the next candidate is scored. */
    public float score(int row) {
        return kernel.score(scratch, row);
    }

    /** Adds the derivatives through candidate number {@code c} in table row {@code row}, just scored, times {@code ds}. */
    public void pull(int c, int row, float ds) {
        int d = shape.width();
        outputBias += ds;
        Vectors.axpy(ds, scratch.mean, 0, outputWeight, 0, shape.filters());
        pullHidden(ds);
        int start = c * shape.positions() * columns;
        pullProjected(start);
        pullFilters(c, start);
        float[] table = kernel.table();
        for (int k = 0; k < d; k++) {
            float ck = table[row * d + k];
            Vectors.axpy(1f, folded, k * columns, tokenFilters, k * columns, columns);
            Vectors.axpy(ck, folded, k * columns, productFilters, k * columns, columns);
            Vectors.axpy(ck, constant, 0, candidateFilters, k * columns, columns);
        }
    }

    /** From the score to the convolution's sums; rows before and after the positions stay zero (padding). */
    private void pullHidden(float ds) {
        int f = shape.filters();
        int half = shape.kernel() / 2;
        Arrays.fill(hidden, 0f);
        float[] v = kernel.outputWeight();
        float share = ds / scratch.slots;
        for (int i = 0; i < f; i++) {
            pulled[i] = share * v[i];
        }
        for (int p = 0; p < scratch.slots; p++) {
            weights[p] += Vectors.dot(scratch.hidden, p * f, pulled, 0, f);
            float w = scratch.weights[p];
            int at = p * f;
            int to = (p + half) * f;
            for (int i = 0; i < f; i++) {
                hidden[to + i] = scratch.hidden[at + i] > 0 ? w * pulled[i] : 0f;
            }
            Vectors.axpy(1f, hidden, to, bias, 0, f);
        }
    }

    /** To the projected tokens: position j fed outputs j - o + K/2. */
    private void pullProjected(int start) {
        int f = shape.filters();
        int kernelSize = shape.kernel();
        for (int j = 0; j < scratch.slots; j++) {
            int at = start + j * columns;
            for (int o = 0; o < kernelSize; o++) {
                System.arraycopy(hidden, (j + kernelSize - 1 - o) * f, projected, at + o * f, f);
            }
            weights[j] += Vectors.dot(projected, at, scratch.projected, j * columns, columns);
            float w = scratch.weights[j];
            for (int i = at; i < at + columns; i++) {
                projected[i] *= w;
            }
        }
    }

    /** To the folded filters E and u, and through them to the candidate's vector. */
    private void pullFilters(int c, int start) {
        int d = shape.width();
        Arrays.fill(constant, 0f);
        for (int j = 0; j < scratch.slots; j++) {
            Vectors.axpy(1f, projected, start + j * columns, constant, 0, columns);
        }
        Arrays.fill(folded, 0f);
        for (int k = 0; k < d; k++) {
            Vectors.combine(scratch.tokens, k, d, scratch.slots, projected, start, folded, k * columns, columns);
            candidates[c * d + k] = Vectors.dot(folded, k * columns, kernel.productFilters, k * columns, columns)
                    + Vectors.dot(constant, 0, kernel.candidateFilters, k * columns, columns);
        }
    }

    /** Closes a question: the derivative with respect to its tokens, gathered over the candidates in {@code rows}. */
    public void finishQuestion(int[] rows, int from, int count) {
        int d = shape.width();
        int size = scratch.slots * columns;
        Arrays.fill(gathered, 0, size, 0f);
        for (int c = 0; c < count; c++) {
            Vectors.axpy(1f, projected, c * shape.positions() * columns, gathered, 0, size);
        }
        for (int j = 0; j < scratch.slots; j++) {
            for (int k = 0; k < d; k++) {
                tokens[j * d + k] = Vectors.dot(gathered, j * columns, kernel.tokenFilters, k * columns, columns);
            }
        }
        float[] table = kernel.table();
        for (int k = 0; k < d; k++) {
            Arrays.fill(gathered, 0, size, 0f);
            for (int c = 0; c < count; c++) {
                Vectors.axpy(
                        table[rows[from + c] * d + k], projected, c * shape.positions() * columns, gathered, 0, size);
            }
            for (int j = 0; j < scratch.slots; j++) {
                tokens[j * d + k] += Vectors.dot(gathered, j * columns, kernel.productFilters, k * columns, columns);
            }
        }
    }

    /** Adds the gathered gradients of the dense parameters to {@code into}, in the network's own layout. */
    public void addTo(Parameters into) {
        float[] weight = into.values(HistoryConvolution.CONVOLUTION + ".weight");
        int d = shape.width();
        int f = shape.filters();
        for (int o = 0; o < shape.kernel(); o++) {
            for (int k = 0; k < d; k++) {
                int from = k * columns + o * f;
                Vectors.axpy(1f, tokenFilters, from, weight, (o * 3 * d + k) * f, f);
                Vectors.axpy(1f, candidateFilters, from, weight, (o * 3 * d + d + k) * f, f);
                Vectors.axpy(1f, productFilters, from, weight, (o * 3 * d + 2 * d + k) * f, f);
            }
        }
        Vectors.axpy(1f, bias, 0, into.values(HistoryConvolution.CONVOLUTION + ".bias"), 0, f);
        Vectors.axpy(1f, outputWeight, 0, into.values(HistoryConvolution.OUTPUT + ".weight"), 0, f);
        into.values(HistoryConvolution.OUTPUT + ".bias")[0] += outputBias;
    }
}
