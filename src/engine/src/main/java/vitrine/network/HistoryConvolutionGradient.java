package vitrine.network;

import java.util.Arrays;
import vitrine.network.kernel.Dots;

/**
 * Backward pass of {@link HistoryConvolution} for one question and its candidates (a positive with its negatives): to the
 * dense parameters, the tokens, the candidates' vectors and the weights. One per thread. The dense parameters' gradients
 * add up over calls until {@link #clear}; those of tokens and weights add up over the candidates of one question, until
 * {@link #beginQuestion}; those of candidates are overwritten.
 */
public final class HistoryConvolutionGradient {
    private final HistoryConvolution kernel;
    private final HistoryConvolution.Shape shape;
    private final boolean toWeights;
    private final HistoryConvolution.Scratch scratch;

    /** Laid out like the kernel's filters by channel. */
    private final float[][] tokenFilters;

    private final float[][] candidateFilters;
    private final float[][] productFilters;
    private final float[] bias;
    private final float[] outputWeight;
    private float outputBias;

    /** Derivative with respect to each token's vector, [position][width]. */
    public final float[][] tokens;
    /** Derivative with respect to each candidate's vector, [candidate][width]. */
    public final float[][] candidates;
    /** Derivative with respect to each position's weight; zeros unless asked for. */
    public final float[] weights;

    /** What reached the projected tokens, [position][column]. */
    private final float[][] projected;

    private final float[][] folded;
    private final float[] constant;
    private final float[] hidden;
    private final float[] pulled;
    private final float[] ones;
    private final float[] vector;
    private final float[][] effective;

    /**
     * @param candidates most candidates of one question
     * @param toWeights whether the positions' weights are differentiated too (attribution, not training)
     */
    public HistoryConvolutionGradient(HistoryConvolution kernel, int candidates, boolean toWeights) {
        this.kernel = kernel;
        this.shape = kernel.shape;
        this.toWeights = toWeights;
        this.scratch = kernel.newScratch();
        int d = shape.width();
        int columns = kernel.columns;
        tokenFilters = new float[d][columns];
        candidateFilters = new float[d][columns];
        productFilters = new float[d][columns];
        bias = new float[shape.filters()];
        outputWeight = new float[shape.filters()];
        tokens = new float[shape.positions()][d];
        this.candidates = new float[candidates][d];
        weights = new float[shape.positions()];
        projected = new float[shape.positions()][columns];
        folded = new float[d][columns];
        constant = new float[columns];
        hidden = new float[(shape.positions() + shape.kernel() - 1) * shape.filters()];
        pulled = new float[shape.filters()];
        ones = new float[shape.positions()];
        Arrays.fill(ones, 1f);
        vector = new float[d];
        effective = new float[columns][d];
    }

    /** The question to be filled: tokens, weights, slots. */
    public HistoryConvolution.Scratch question() {
        return scratch;
    }

    /** Forgets the gathered gradients of the dense parameters. */
    public void clear() {
        zero(tokenFilters);
        zero(candidateFilters);
        zero(productFilters);
        Arrays.fill(bias, 0f);
        Arrays.fill(outputWeight, 0f);
        outputBias = 0;
        beginQuestion();
    }

    /** Forgets the derivatives of the last question's tokens and weights. */
    public void beginQuestion() {
        zero(tokens);
        Arrays.fill(weights, 0f);
    }

    private static void zero(float[][] rows) {
        for (float[] row : rows) {
            Arrays.fill(row, 0f);
        }
    }

    /** Score of the candidate in table row {@code row}; follow with {@link #pull} before the next one is scored. */
    public float score(int row) {
        return kernel.score(scratch, row);
    }

    /** Adds the derivatives through candidate number {@code c} in table row {@code row}, just scored, times {@code ds}. */
    public void pull(int c, int row, float ds) {
        System.arraycopy(kernel.table(), row * shape.width(), vector, 0, shape.width());
        outputBias += ds;
        Vectors.axpy(ds, scratch.mean, outputWeight);
        pullHidden(ds);
        pullProjected();
        pullFilters(candidates[c]);
        pullTokens();
        for (int k = 0; k < shape.width(); k++) {
            addFilters(k, vector[k]);
        }
    }

    /** From the score to the convolution's sums; rows before and after the positions stay zero (padding). */
    private void pullHidden(float ds) {
        int f = shape.filters();
        Arrays.fill(hidden, 0f);
        float[] v = kernel.outputWeight();
        float share = ds / scratch.slots;
        for (int i = 0; i < f; i++) {
            pulled[i] = share * v[i];
        }
        for (int p = 0; p < scratch.slots; p++) {
            int at = p * f;
            if (toWeights) {
                weights[p] += Dots.dot(scratch.hidden, at, pulled, 0, f);
            }
            float w = scratch.weights[p];
            int to = (p + kernel.half) * f;
            for (int i = 0; i < f; i++) {
                float pull = scratch.hidden[at + i] > 0 ? w * pulled[i] : 0f;
                hidden[to + i] = pull;
                bias[i] += pull;
            }
        }
    }

    /** To the projected tokens: position j fed outputs j - o + K/2. */
    private void pullProjected() {
        int f = shape.filters();
        int last = shape.kernel() - 1;
        for (int j = 0; j < scratch.slots; j++) {
            float[] row = projected[j];
            for (int o = 0; o <= last; o++) {
                System.arraycopy(hidden, (j + last - o) * f, row, o * f, f);
            }
            if (toWeights) {
                weights[j] += Dots.dot(row, 0, scratch.projected[j + kernel.half], 0, row.length);
            }
            float w = scratch.weights[j];
            if (w != 1f) {
                for (int i = 0; i < row.length; i++) {
                    row[i] *= w;
                }
            }
        }
    }

    /** To the folded filters E and u, and through them to the candidate's vector. */
    private void pullFilters(float[] candidate) {
        int d = shape.width();
        Arrays.fill(constant, 0f);
        Vectors.combine(ones, 0, 1, scratch.slots, projected, constant);
        Arrays.fill(candidate, 0f);
        Vectors.combine(constant, 0, 1, constant.length, kernel.candidateFilters.byColumn, candidate);
        for (int k = 0; k < d; k++) {
            Arrays.fill(folded[k], 0f);
            Vectors.combine(scratch.tokens, k, d, scratch.slots, projected, folded[k]);
            candidate[k] += Dots.dot(folded[k], 0, kernel.productFilters.byChannel[k], 0, constant.length);
        }
    }

    /** To the tokens, through E of this candidate. */
    private void pullTokens() {
        for (int i = 0; i < effective.length; i++) {
            Vectors.blend(vector, kernel.productFilters.byColumn[i], kernel.tokenFilters.byColumn[i], effective[i]);
        }
        for (int j = 0; j < scratch.slots; j++) {
            Vectors.combine(projected[j], 0, 1, effective.length, effective, tokens[j]);
        }
    }

    /** The three kinds of filters of one channel. */
    private void addFilters(int k, float candidate) {
        Vectors.axpy(1f, folded[k], tokenFilters[k]);
        Vectors.axpy(candidate, folded[k], productFilters[k]);
        Vectors.axpy(candidate, constant, candidateFilters[k]);
    }

    /** Adds the gathered gradients of the dense parameters to {@code into}, in the network's own layout. */
    public void addTo(Parameters into) {
        float[] weight = into.values(HistoryConvolution.CONVOLUTION + ".weight");
        int d = shape.width();
        HistoryConvolution.Filters.add(tokenFilters, weight, 0, 3 * d, shape);
        HistoryConvolution.Filters.add(candidateFilters, weight, d, 3 * d, shape);
        HistoryConvolution.Filters.add(productFilters, weight, 2 * d, 3 * d, shape);
        Vectors.axpy(1f, bias, into.values(HistoryConvolution.CONVOLUTION + ".bias"));
        Vectors.axpy(1f, outputWeight, into.values(HistoryConvolution.OUTPUT + ".weight"));
        into.values(HistoryConvolution.OUTPUT + ".bias")[0] += outputBias;
    }
}
