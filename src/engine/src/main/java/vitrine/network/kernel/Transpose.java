package vitrine.network.kernel;

/** Turns a matrix around, in squares that fit the cache. */
final class Transpose {
    private static final int SQUARE = 16;

    private Transpose() {}

    /** {@code to[c, r] = from[r, c]}. */
    static void of(float[] from, int rows, int columns, float[] to) {
        for (int r0 = 0; r0 < rows; r0 += SQUARE) {
            for (int c0 = 0; c0 < columns; c0 += SQUARE) {
                int r1 = Math.min(rows, r0 + SQUARE);
                int c1 = Math.min(columns, c0 + SQUARE);
                for (int c = c0; c < c1; c++) {
                    for (int r = r0; r < r1; r++) {
                        to[c * rows + r] = from[r * columns + c];
                    }
                }
            }
        }
    }
}
