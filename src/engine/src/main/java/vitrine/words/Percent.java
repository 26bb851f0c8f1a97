package vitrine.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share as a percentage: one decimal below 10, none above. */
final class Percent {
    private Percent() {}

    static String of(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < .05) {
            return "< 0.1";
        }
        int decimals = Math.abs(percent) < 9.95 ? 1 : 0;
        return BigDecimal.valueOf(percent)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('-', '\u2212');
    }
}
