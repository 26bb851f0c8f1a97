package vitrine.network.kernel;

/** Plain loops: what runs where the vector instructions are missing. */
public final class PlainArithmetic implements Arithmetic {
    @Override
    public String describe() {
        return "plain loops";
    }

    @Override
    public void product(
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
            int rowC) {
        for (int i = 0; i < m; i++) {
            int to = fromC + i * rowC;
            if (s != c) {
                System.arraycopy(s, fromS + i * rowS, c, to, n);
            }
            int l = 0;
            for (; l + 3 < k; l += 4) {
                int at = fromA + i * rowA + l * columnA;
                four(n, a, at, columnA, b, fromB + l * rowB, rowB, c, to);
            }
            for (; l < k; l++) {
                addScaled(a[fromA + i * rowA + l * columnA], b, fromB + l * rowB, c, to, n);
            }
        }
    }

    @Override
    public void copyRows(int rows, int n, float[] x, int fromX, int rowX, float[] y, int fromY, int rowY) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, fromX + row * rowX, y, fromY + row * rowY, n);
        }
    }

    /** Four rows of B at a time, so that the row of C is loaded and stored a quarter as often. */
    private static void four(int n, float[] a, int at, int columnA, float[] b, int b0, int rowB, float[] c, int to) {
        float x0 = a[at];
        float x1 = a[at + columnA];
        float x2 = a[at + 2 * columnA];
        float x3 = a[at + 3 * columnA];
        int b1 = b0 + rowB;
        int b2 = b1 + rowB;
        int b3 = b2 + rowB;
        for (int j = 0; j < n; j++) {
            float sum = Math.fma(x1, b[b1 + j], Math.fma(x0, b[b0 + j], c[to + j]));
            c[to + j] = Math.fma(x3, b[b3 + j], Math.fma(x2, b[b2 + j], sum));
        }
    }

    @Override
    public void addScaled(float s, float[] x, int fromX, float[] y, int fromY, int n) {
        for (int i = 0; i < n; i++) {
            y[fromY + i] = Math.fma(s, x[fromX + i], y[fromY + i]);
        }
    }

    @Override
    public void passWherePositive(float[] gate, float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = gate[i] > 0 ? x[i] : 0f;
        }
    }
}
