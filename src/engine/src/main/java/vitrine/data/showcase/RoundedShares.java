package vitrine.data.showcase;

/** Shares that sum to 1, rounded to hundredths that still sum to exactly 1 (largest remainder, ties to the first). */
final class RoundedShares {
    private static final int UNITS = 100;

    private RoundedShares() {}

    static int[] hundredths(double[] shares) {
        int[] units = new int[shares.length];
        int left = UNITS;
        for (int i = 0; i < shares.length; i++) {
            units[i] = (int) (shares[i] * UNITS);
            left -= units[i];
        }
        double[] remainder = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            remainder[i] = shares[i] * UNITS - units[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainder.length; i++) {
                if (remainder[i] > remainder[largest]) {
                    largest = i;
                }
            }
            units[largest]++;
            remainder[largest]--;
        }
        return units;
    }

    /** "0", "0.07", "0.5", "1". */
    static String text(int hundredths) {
        if (hundredths % UNITS == 0) {
            return Integer.toString(hundredths / UNITS);
        }
        String digits = Integer.toString(UNITS + hundredths).substring(1);
        return "0." + (digits.endsWith("0") ? digits.substring(0, 1) : digits);
    }
}
