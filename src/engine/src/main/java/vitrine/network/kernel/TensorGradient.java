package vitrine.network.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gradient of a tensor as a sum of outer products: {@code dW[r, c] = sum over terms t, examples e and their positions p of
 * a[e, p, t, r] b[e, p, t, c]}, in this order. Rows may be gathered apart from each other, so threads can share a tensor without adding up copies.
 */
public final class TensorGradient {
    private static final float[] ONES = {1f};

    /**
     * One outer product a position.
     *
     * @param firstRow row of the tensor that a's first number belongs to
     * @param rows how many numbers of a
     * @param fromA where they start within a position
     * @param fromB where b starts within a position
     */
    public record Term(int firstRow, int rows, int fromA, int fromB) {}

    private final String tensor;
    private final int rows;
    private final int columns;
    private final float[] a;
    private final int strideA;
    private final float[] b;
    private final int strideB;
    private final List<Term> terms;
    private final int positions;
    private final @Nullable Panels packed;
    private final Arithmetic arithmetic;

    public TensorGradient(
            String tensor, int rows, int columns, float[] a, int strideA, float[] b, int strideB, List<Term> terms) {
        this(tensor, rows, columns, a, strideA, b, strideB, terms, 1, null);
    }

    /**
     * @param positions how many an example has; strides are from one to the next
     * @param packed the numbers of b once more, a row an example, or none
     */
    TensorGradient(
            String tensor,
            int rows,
            int columns,
            float[] a,
            int strideA,
            float[] b,
            int strideB,
            List<Term> terms,
            int positions,
            @Nullable Panels packed) {
        this.tensor = tensor;
        this.rows = rows;
        this.columns = columns;
        this.a = a;
        this.strideA = strideA;
        this.b = b;
        this.strideB = strideB;
        this.terms = List.copyOf(terms);
        this.positions = positions;
        this.packed = packed;
        this.arithmetic = Arithmetic.fastest();
    }

    /** Of a bias: the column sums of {@code positions} rows an example. */
    public static TensorGradient ofBias(String tensor, int columns, float[] b, int positions) {
        return ofBias(tensor, columns, b, positions, null);
    }

    static TensorGradient ofBias(String tensor, int columns, float[] b, int positions, @Nullable Panels packed) {
        List<Term> terms = List.of(new Term(0, 1, 0, 0));
        return new TensorGradient(tensor, 1, columns, ONES, 0, b, columns, terms, positions, packed);
    }

    public String tensor() {
        return tensor;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Adds the examples' gradient of rows {@code fromRow <= r < toRow} to {@code into}, laid out as the tensor. */
    public void add(int fromRow, int toRow, int fromExample, int toExample, float[] into) {
        int count = (toExample - fromExample) * positions;
        int start = fromExample * positions;
        for (Term term : terms) {
            int first = Math.max(fromRow, term.firstRow());
            int m = Math.min(toRow, term.firstRow() + term.rows()) - first;
            if (m > 0) {
                int atA = start * strideA + term.fromA() + first - term.firstRow();
                int atB = start * strideB + term.fromB();
                if (columns == 1) {
                    // One column of the tensor is one row of its transpose, which has vectors to fill.
                    arithmetic.addProduct(1, m, count, b, atB, 0, strideB, a, atA, strideA, into, first, 0);
                } else if (packed != null && start == 0 && count > 0) {
                    int at = first * columns;
                    packed.product(m, count, a, atA, 1, strideA, into, at, columns, into, at, columns);
                } else {
                    arithmetic.addProduct(
                            m, columns, count, a, atA, 1, strideA, b, atB, strideB, into, first * columns, columns);
                }
            }
        }
    }

    /** Squared Euclidean length of one example's gradient, summed in double. */
    double squaredNorm(int example, float[] scratch) {
        int numbers = rows * columns;
        java.util.Arrays.fill(scratch, 0, numbers, 0f);
        add(0, rows, example, example + 1, scratch);
        double sum = 0;
        for (int i = 0; i < numbers; i++) {
            sum += (double) scratch[i] * scratch[i];
        }
        return sum;
    }
}
