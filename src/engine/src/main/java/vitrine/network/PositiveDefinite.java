package vitrine.network;

import java.util.Arrays;
import vitrine.network.kernel.Arithmetic;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/**
 * The inverse of a symmetric positive definite matrix in place, by Gauss-Jordan elimination over blocks of columns (Quintana,
 * Quintana, Sun and van de Geijn, 2001): a small inverse in double a block, all the rest are matrix products. No pivoting,
 * which such a matrix does not need. The same bytes for any number of threads. Time: n^3 multiply-adds.
 */
public final class PositiveDefinite {
    private static final int BLOCK = 128;
    private static final int TILE = 64;

    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final float[] a;
    private final int n;
    private final float[] panel;

    private PositiveDefinite(float[] a, int n) {
        this.a = a;
        this.n = n;
        this.panel = new float[BLOCK * n];
    }

    /**
     * Replaces a matrix by its inverse.
     *
     * @param a {@code n x n}, row-major
     * @throws CannotAnswerException when it is not positive definite; {@code a} is then spoilt
     */
    public static void invert(float[] a, int n, JobContext context) {
        if (a.length != (long) n * n) {
            throw new IllegalArgumentException(a.length + " numbers are no square of " + n);
        }
        PositiveDefinite matrix = new PositiveDefinite(a, n);
        try (Workers workers = new Workers(context.threads())) {
            for (int from = 0; from < n; from += BLOCK) {
                context.cancellation().throwIfCancelled();
                context.progress().report("Inverting", from, n);
                matrix.eliminate(from, Math.min(BLOCK, n - from), workers);
            }
        }
    }

    /** Makes the columns {@code from} to {@code from + width - 1} those of the inverse of what has been eliminated. */
    private void eliminate(int from, int width, Workers workers) {
        float[] pivot = smallInverse(from, width);
        Arrays.fill(panel, 0, width * n, 0f);
        arithmetic.addProduct(width, n, width, pivot, 0, width, 1, a, from * n, n, panel, 0, n);
        for (int i = 0; i < width; i++) {
            System.arraycopy(pivot, i * width, panel, i * n + from, width);
        }
        int tiles = (n + TILE - 1) / TILE;
        workers.forEach(tiles, (tile, worker) -> {
            int first = tile * TILE;
            int last = Math.min(n, first + TILE);
            update(first, Math.min(last, from), from, width);
            update(Math.max(first, from + width), last, from, width);
        });
        System.arraycopy(panel, 0, a, from * n, width * n);
    }

    /** Rows outside the block: {@code A -= C panel}, where C are the block's columns, which themselves count as 0. */
    private void update(int first, int last, int from, int width) {
        int rows = last - first;
        if (rows <= 0) {
            return;
        }
        float[] left = new float[rows * width];
        for (int r = 0; r < rows; r++) {
            int row = (first + r) * n + from;
            for (int k = 0; k < width; k++) {
                left[r * width + k] = -a[row + k];
                a[row + k] = 0f;
            }
        }
        arithmetic.addProduct(rows, n, width, left, 0, width, 1, panel, 0, n, a, first * n, n);
    }

    private float[] smallInverse(int from, int width) {
        double[][] d = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                d[i][j] = a[(from + i) * n + from + j];
            }
        }
        for (int k = 0; k < width; k++) {
            double pivot = d[k][k];
            if (!(pivot > 0)) {
                throw new CannotAnswerException("The matrix of the items has no inverse. Raise --l2.");
            }
            d[k][k] = 1;
            for (int j = 0; j < width; j++) {
                d[k][j] /= pivot;
            }
            for (int i = 0; i < width; i++) {
                double factor = d[i][k];
                if (i != k && factor != 0) {
                    d[i][k] = 0;
                    for (int j = 0; j < width; j++) {
                        d[i][j] -= factor * d[k][j];
                    }
                }
            }
        }
        float[] inverse = new float[width * width];
        for (int i = 0; i < width * width; i++) {
            inverse[i] = (float) d[i / width][i % width];
        }
        return inverse;
    }
}
