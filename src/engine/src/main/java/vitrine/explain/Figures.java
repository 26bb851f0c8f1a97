package vitrine.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How the numbers of one explanation are printed: all with the same decimals, a real minus sign (U+2212), independent of
 * any locale. Bars, sum line and sentences of one answer share one object, so that they can be checked against each other
 * by eye.
 *
 * @param decimals digits after the point, 0 to 9
 */
public record Figures(int decimals) {
    /** What stands where a number could not be computed. */
    public static final String NOTHING = "\u2013";

    private static final int MOST_DECIMALS = 9;

    public Figures {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals must be between 0 and 9, not " + decimals);
        }
    }

    /** Three significant figures for the largest number in sight; the others follow its decimals. */
    public static Figures forLargest(double largest) {
        double size = Math.abs(largest);
        if (size == 0 || !Double.isFinite(size)) {
            return new Figures(2);
        }
        int magnitude = (int) Math.floor(Math.log10(size));
        return new Figures(Math.max(0, Math.min(MOST_DECIMALS, 2 - magnitude)));
    }

    /** The figures of one explanation: score, reference and contributions together. */
    public static Figures of(Explanation explanation) {
        double largest = Math.max(Math.abs(explanation.score()), Math.abs(explanation.referenceScore()));
        for (Contribution part : explanation.contributions()) {
            largest = Math.max(largest, Math.abs(part.value()));
        }
        return forLargest(largest);
    }

    /** The number in units of the last shown digit. */
    public BigInteger units(double value) {
        return rounded(value).unscaledValue();
    }

    /** A number in units of the last shown digit, without a plus sign. */
    public String plain(BigInteger units) {
        return new BigDecimal(units, decimals).toPlainString().replace('-', '\u2212');
    }

    /** Without a plus sign. */
    public String plain(double value) {
        return Double.isFinite(value) ? plain(units(value)) : NOTHING;
    }

    /** With its sign, also when it rounds to zero: a bar has a direction. */
    public String signed(double value) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        String size = rounded(Math.abs(value)).toPlainString();
        return value == 0 ? size : (value > 0 ? "+" : "\u2212") + size;
    }

    /** {@code a - b} as a reader computes it from the two printed numbers. */
    public double printedDifference(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b)
                ? rounded(a).subtract(rounded(b)).doubleValue()
                : a - b;
    }

    private BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
