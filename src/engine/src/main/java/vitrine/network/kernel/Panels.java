package vitrine.network.kernel;

/**
 * A large matrix B cut into panels of {@value #WIDE} columns, each standing in one piece, row after row: a product then
 * reads straight on from the first-level cache, where the rows of the whole matrix would each lie on a page of their own
 * (Goto and van de Geijn, 2008). The sums are those of {@link Arithmetic#product}, in the same order.
 */
final class Panels {
    /** Three vectors of eight. */
    static final int WIDE = 24;

    /** So many rows of a panel are 19 KB: with as many numbers of sixteen rows of A they fit a first-level cache. */
    private static final int DEEP = 200;

    /** So many numbers of A are half of a usual second-level cache. */
    private static final int KEPT = 1 << 17;

    /** Rows that are packed together. */
    private static final int PACKED = 16;

    private static final int TURNED = 64;

    private final int height;
    private final int columns;
    private final float[] numbers;
    private final Arithmetic arithmetic = Arithmetic.fastest();

    Panels(int height, int columns) {
        this.height = height;
        this.columns = columns;
        this.numbers = new float[Math.multiplyExact(Math.multiplyExact(count(), WIDE), height)];
    }

    int count() {
        return (columns + WIDE - 1) / WIDE;
    }

    private int start(int panel, int row) {
        return (panel * height + row) * WIDE;
    }

    private int width(int panel) {
        return Math.min(WIDE, columns - panel * WIDE);
    }

    /** Fills rows {@code from <= l < to} of some panels: B(l, j) stands at {@code b[l rowB + j]}. */
    void pack(int firstPanel, int endPanel, int from, int to, float[] b, int rowB) {
        // A few rows at a time: they are read along, not one panel's share of each.
        for (int row = from; row < to; row += PACKED) {
            int count = Math.min(PACKED, to - row);
            for (int panel = firstPanel; panel < endPanel; panel++) {
                int at = row * rowB + panel * WIDE;
                arithmetic.copyRows(count, width(panel), b, at, rowB, numbers, start(panel, row), WIDE);
            }
        }
    }

    /** Fills a panel: B(l, j) stands at {@code b[j height + l]}. */
    void packTransposed(int panel, float[] b) {
        int width = width(panel);
        for (int from = 0; from < height; from += TURNED) {
            int to = Math.min(height, from + TURNED);
            for (int j = 0; j < width; j++) {
                int at = (panel * WIDE + j) * height;
                for (int l = from; l < to; l++) {
                    numbers[start(panel, l) + j] = b[at + l];
                }
            }
        }
    }

    /** The largest of equal parts of {@code k} that are not too deep. */
    private static int even(int k) {
        int parts = (k + DEEP - 1) / DEEP;
        return (k + parts - 1) / parts;
    }

    /** Multiplies a row. */
    void scale(int row, float factor) {
        for (int panel = 0; panel < count(); panel++) {
            BatchTable.scale(numbers, start(panel, row), WIDE, factor);
        }
    }

    /** {@code C = S + A B} of B's first {@code k} rows, at least one; the other arguments as of {@link Arithmetic#product}. */
    void product(
            int m,
            int k,
            float[] a,
            int fromA,
            int rowA,
            int columnA,
            float[] s,
            int fromS,
            int rowS,
            float[] c,
            int fromC,
            int rowC) {
        // Deep products go layer by layer, so that A stays in the cache; others panel by panel, so that C does.
        int depth = even(k);
        int deep = (long) m * k > KEPT ? depth : k;
        for (int outer = 0; outer < k; outer += deep) {
            int end = Math.min(k, outer + deep);
            for (int panel = 0; panel < count(); panel++) {
                int j = panel * WIDE;
                for (int l = outer; l < end; l += depth) {
                    arithmetic.product(
                            m,
                            width(panel),
                            Math.min(depth, end - l),
                            a,
                            fromA + l * columnA,
                            rowA,
                            columnA,
                            numbers,
                            start(panel, l),
                            WIDE,
                            l == 0 ? s : c,
                            l == 0 ? fromS + j : fromC + j,
                            l == 0 ? rowS : rowC,
                            c,
                            fromC + j,
                            rowC);
                }
            }
        }
    }
}
