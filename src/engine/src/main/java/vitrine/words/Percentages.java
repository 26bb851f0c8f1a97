package vitrine.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prints probabilities of one list alike, as percentages: "2.51 %". A probability too small for the list's decimals is
 * "< 0.01 %", never 0.
 *
 * @param decimals behind the point
 */
public record Percentages(int decimals) {
    /** One decimal where the largest is 10 % or more, two below. */
    public static Percentages forLargest(double probability) {
        return new Percentages(probability >= .1 ? 1 : 2);
    }

    /** For a probability that stands alone. */
    public static Bilingual of(double probability) {
        return forLargest(probability).words(probability);
    }

    public Bilingual words(double probability) {
        String number = number(probability);
        return new Bilingual(number + " %", number + "%");
    }

    private String number(double probability) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal percent = BigDecimal.valueOf(100 * probability).setScale(decimals, RoundingMode.HALF_UP);
        return probability > 0 && percent.signum() == 0 ? "< " + unit.toPlainString() : percent.toPlainString();
    }
}
