package vitrine.network.vector;

/** One column of a product, for the last few that fill no vector. */
final class ScalarTiles {
    private ScalarTiles() {}

    /** Four rows, whose sums do not wait for each other. */
    static void four(
            int k,
            float[] a,
            int atA,
            int rowA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            int rowS,
            float[] c,
            int atC,
            int rowC) {
        float c0 = s[atS];
        float c1 = s[atS + rowS];
        float c2 = s[atS + 2 * rowS];
        float c3 = s[atS + 3 * rowS];
        int p = atA;
        int q = atB;
        for (int l = 0; l < k; l++) {
            float y = b[q];
            c0 = Math.fma(a[p], y, c0);
            c1 = Math.fma(a[p + rowA], y, c1);
            c2 = Math.fma(a[p + 2 * rowA], y, c2);
            c3 = Math.fma(a[p + 3 * rowA], y, c3);
            p += columnA;
            q += rowB;
        }
        c[atC] = c0;
        c[atC + rowC] = c1;
        c[atC + 2 * rowC] = c2;
        c[atC + 3 * rowC] = c3;
    }

    static void one(
            int k,
            float[] a,
            int atA,
            int columnA,
            float[] b,
            int atB,
            int rowB,
            float[] s,
            int atS,
            float[] c,
            int atC) {
        float sum = s[atS];
        for (int l = 0; l < k; l++) {
            sum = Math.fma(a[atA + l * columnA], b[atB + l * rowB], sum);
        }
        c[atC] = sum;
    }
}
