package vitrine.network.kernel;

/**
 * The few loops in which training spends its time. Each number is computed in an order that is stated here and by fused
 * multiply-add, so every implementation gives the same bytes.
 */
public interface Arithmetic {
    /**
     * {@code C = S + A B}: element (i, j) of S, then {@code + A(i,0) B(0,j)}, {@code + A(i,1) B(1,j)} and so on, each
     * rounded once.
     *
     * @param m rows of A, S and C
     * @param n columns of B, S and C
     * @param k columns of A, rows of B
     * @param a holds A(i, l) at {@code fromA + i rowA + l columnA}
     * @param b holds B(l, j) at {@code fromB + l rowB + j}
     * @param s holds S(i, j) at {@code fromS + i rowS + j}; may be {@code c} with the same place and rows
     * @param c receives C(i, j) at {@code fromC + i rowC + j}
     */
    void product(
            int m,
            int n,
            int k,
            float[] a,
            int fromA,
            int rowA,
            int columnA,
            float[] b,
            int fromB,
            int rowB,
            float[] s,
            int fromS,
            int rowS,
            float[] c,
            int fromC,
            int rowC);

    /** {@code C += A B}. */
    default void addProduct(
            int m,
            int n,
            int k,
            float[] a,
            int fromA,
            int rowA,
            int columnA,
            float[] b,
            int fromB,
            int rowB,
            float[] c,
            int fromC,
            int rowC) {
        product(m, n, k, a, fromA, rowA, columnA, b, fromB, rowB, c, fromC, rowC, c, fromC, rowC);
    }

    /** Copies {@code rows} rows of {@code n} numbers that stand {@code rowX} apart to where they stand {@code rowY} apart. */
    void copyRows(int rows, int n, float[] x, int fromX, int rowX, float[] y, int fromY, int rowY);

    /** {@code y += s x} over {@code n} numbers. */
    void addScaled(float s, float[] x, int fromX, float[] y, int fromY, int n);

    /**
     * {@code sum over i of x_i y_i}: product i is added to running sum {@code i mod 8}, the sums then to each other in order,
     * beginning with the first.
     */
    default float dot(float[] x, int fromX, float[] y, int fromY, int n) {
        float total = 0;
        for (int lane = 0; lane < Math.min(Exponentials.SUMS, n); lane++) {
            float sum = 0;
            for (int i = lane; i < n; i += Exponentials.SUMS) {
                sum = Math.fma(x[fromX + i], y[fromY + i], sum);
            }
            total += sum;
        }
        return total;
    }

    /**
     * {@code y += s0 x0 + s1 x1 + s2 x2 + s3 x3}, one after the other, where the four begin at different places of {@code x}:
     * four rows are on their way from memory at a time, and y is stored once.
     */
    default void addFourScaled(
            float s0,
            int from0,
            float s1,
            int from1,
            float s2,
            int from2,
            float s3,
            int from3,
            float[] x,
            float[] y,
            int fromY,
            int n) {
        addScaled(s0, x, from0, y, fromY, n);
        addScaled(s1, x, from1, y, fromY, n);
        addScaled(s2, x, from2, y, fromY, n);
        addScaled(s3, x, from3, y, fromY, n);
    }

    /** {@code out = gate > 0 ? x : 0} between {@code from} and {@code to}: the way back through a rectifier. */
    void passWherePositive(float[] gate, float[] x, float[] out, int from, int to);

    /** For people: what it computes with. */
    String describe();

    /** {@code 1 / (1 + exp(-x))}, in place. */
    default void sigmoid(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Exponentials.sigmoid(values[i]);
        }
    }

    /** Hyperbolic tangent, in place. */
    default void tanh(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Exponentials.tanh(values[i]);
        }
    }

    /** {@code y = factor exp(x - shift)} over {@code n} numbers. */
    default void exp(float factor, float shift, float[] x, int fromX, float[] y, int fromY, int n) {
        for (int i = 0; i < n; i++) {
            y[fromY + i] = Exponentials.exp(x[fromX + i] - shift) * factor;
        }
    }

    /**
     * Sum of {@code exp(x - shift)}: in stretches of {@value Exponentials#STRETCH} numbers eight float sums each, added up in
     * double.
     */
    default double sumOfExp(float shift, float[] x, int from, int n) {
        return Exponentials.sumOfExp(0, shift, x, from, n);
    }

    /** The largest of {@code n} numbers; NaN if there is one among them. */
    default float largest(float[] x, int from, int n) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    /** A gated recurrent unit's steps over these arrays. */
    default GatedStep gatedStep(GatedStep.Buffers buffers) {
        return new GatedStep(buffers);
    }

    /** The vector instructions' where this Java has them, else plain loops. */
    static Arithmetic fastest() {
        return Fastest.FOUND;
    }
}
