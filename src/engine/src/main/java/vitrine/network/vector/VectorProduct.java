package vitrine.network.vector;

/** {@code C = S + A B} in blocks for the caches, strips for the registers: three vectors wide, two or one, then single columns. */
final class VectorProduct {
    private static final int WIDE = Lanes.SPECIES.length();

    /** So many rows of A and C, and so many of B, go together, so that all three stay in the caches near by. */
    private static final int TALL = 64;

    private static final int DEEP = 256;

    private VectorProduct() {}

    static void product(
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
        if (m <= TALL && k <= DEEP) {
            strips(m, n, k, a, fromA, rowA, columnA, b, fromB, rowB, s, fromS, rowS, c, fromC, rowC);
            return;
        }
        for (int l = 0; l < Math.max(k, 1); l += DEEP) {
            int depth = Math.min(DEEP, k - l);
            for (int i = 0; i < m; i += TALL) {
                int rows = Math.min(TALL, m - i);
                int at = fromA + i * rowA + l * columnA;
                int to = fromC + i * rowC;
                int start = l == 0 ? fromS + i * rowS : to;
                float[] before = l == 0 ? s : c;
                int rowBefore = l == 0 ? rowS : rowC;
                strips(
                        rows,
                        n,
                        depth,
                        a,
                        at,
                        rowA,
                        columnA,
                        b,
                        fromB + l * rowB,
                        rowB,
                        before,
                        start,
                        rowBefore,
                        c,
                        to,
                        rowC);
            }
        }
    }

    private static void strips(
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
        int fours = m - m % 4;
        int j = 0;
        // Four vectors are two and two: one alone would wait for its own sums.
        for (; n - j >= 3 * WIDE && (n - j) / WIDE != 4; j += 3 * WIDE) {
            for (int i = 0; i < fours; i += 4) {
                int at = fromA + i * rowA;
                int start = fromS + i * rowS + j;
                int to = fromC + i * rowC + j;
                Tiles.fourByThree(k, a, at, rowA, columnA, b, fromB + j, rowB, s, start, rowS, c, to, rowC);
            }
            for (int i = fours; i < m; i++) {
                int at = fromA + i * rowA;
                RowTiles.oneByThree(
                        k, a, at, columnA, b, fromB + j, rowB, s, fromS + i * rowS + j, c, fromC + i * rowC + j);
            }
        }
        for (; j + 2 * WIDE <= n; j += 2 * WIDE) {
            for (int i = 0; i < fours; i += 4) {
                int at = fromA + i * rowA;
                int start = fromS + i * rowS + j;
                int to = fromC + i * rowC + j;
                Tiles.fourByTwo(k, a, at, rowA, columnA, b, fromB + j, rowB, s, start, rowS, c, to, rowC);
            }
            for (int i = fours; i < m; i++) {
                int at = fromA + i * rowA;
                RowTiles.oneByTwo(
                        k, a, at, columnA, b, fromB + j, rowB, s, fromS + i * rowS + j, c, fromC + i * rowC + j);
            }
        }
        for (; j + WIDE <= n; j += WIDE) {
            for (int i = 0; i < fours; i += 4) {
                int at = fromA + i * rowA;
                int start = fromS + i * rowS + j;
                int to = fromC + i * rowC + j;
                Tiles.fourByOne(k, a, at, rowA, columnA, b, fromB + j, rowB, s, start, rowS, c, to, rowC);
            }
            for (int i = fours; i < m; i++) {
                int at = fromA + i * rowA;
                RowTiles.oneByOne(
                        k, a, at, columnA, b, fromB + j, rowB, s, fromS + i * rowS + j, c, fromC + i * rowC + j);
            }
        }
        for (; j < n; j++) {
            for (int i = 0; i < fours; i += 4) {
                int at = fromA + i * rowA;
                int start = fromS + i * rowS + j;
                int to = fromC + i * rowC + j;
                ScalarTiles.four(k, a, at, rowA, columnA, b, fromB + j, rowB, s, start, rowS, c, to, rowC);
            }
            for (int i = fours; i < m; i++) {
                int at = fromA + i * rowA;
                ScalarTiles.one(
                        k, a, at, columnA, b, fromB + j, rowB, s, fromS + i * rowS + j, c, fromC + i * rowC + j);
            }
        }
    }
}
