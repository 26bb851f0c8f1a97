package vitrine.explain.perturb;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import vitrine.run.CannotAnswerException;

/** The normal equations of weighted least squares with a ridge, filled row by row. Not thread-safe. */
final class LeastSquares {
    /** A pivot below this share of the largest diagonal entry is a direction the rows say nothing about. */
    private static final double SINGULAR = 1e-11;

    private final double[][] products;
    private final double[] right;

    /** @param unknowns at least 1 */
    LeastSquares(int unknowns) {
        this.products = new double[unknowns][unknowns];
        this.right = new double[unknowns];
    }

    /** One row: {@code row . solution} should be {@code target}, and counts {@code weight} times. */
    void add(double[] row, double target, double weight) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                double scaled = weight * row[i];
                for (int j = 0; j < row.length; j++) {
                    products[i][j] += scaled * row[j];
                }
                right[i] += scaled * target;
            }
        }
    }

    /**
     * @param ridge added to the diagonal, at least 0
     * @throws CannotAnswerException when the rows do not determine the solution
     */
    double[] solve(double ridge) {
        int n = right.length;
        double[][] matrix = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            matrix[i] = Arrays.copyOf(products[i], n);
            matrix[i][i] += ridge;
            largest = Math.max(largest, matrix[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i];
            }
        }
        try {
            return new CholeskyDecomposition(
                            new Array2DRowRealMatrix(matrix, false),
                            CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD,
                            SINGULAR * largest)
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw new CannotAnswerException("The " + n
                    + " parts of this question cannot be told apart by the sets that were drawn."
                    + " Ask for more of them, or for a ridge above 0.");
        }
    }
}
