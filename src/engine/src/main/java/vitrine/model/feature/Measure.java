package vitrine.model.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * An attribute that is a number, read as {@code z = (x - mean) / deviation}, or the same of {@code log(1 + x)} where prices
 * and counts of very different sizes stand side by side. {@code z} is cut at {@value #FARTHEST}: one absurd price must not
 * drown everything else.
 *
 * @param logarithmic whether {@code log(1 + x)} is standardised; then x below 0 is no value
 * @param mean of what is standardised, at most {@value #MOST} from 0; of logarithms {@value #MOST_LOGARITHM}
 * @param deviation above 0, at most as much
 */
public record Measure(String name, boolean logarithmic, double mean, double deviation) implements Feature {
    static final float FARTHEST = 5;
    /** What lies farther from 0 is no value. */
    private static final double MOST = 1e15;

    private static final double MOST_LOGARITHM = 100;
    private static final MathContext SHOWN = new MathContext(4);

    public Measure {
        if (!isPossible(logarithmic, mean, deviation)) {
            throw new IllegalArgumentException(
                    "the attribute " + name + " needs a mean and a deviation above 0, not " + mean + ", " + deviation);
        }
    }

    /** Whether all values that such a scale gives can be shown. */
    public static boolean isPossible(boolean logarithmic, double mean, double deviation) {
        double most = logarithmic ? MOST_LOGARITHM : MOST;
        return Math.abs(mean) <= most && deviation > 0 && deviation <= most;
    }

    /** The scale of some {@linkplain #parse possible} values, at least one; of equal values the deviation counts as 1. */
    public static Measure of(String name, boolean logarithmic, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += scale(logarithmic, value);
        }
        // A sum of largest values may be rounded up.
        double mean = Math.max(-MOST, Math.min(MOST, sum / values.length));
        double squares = 0;
        for (double value : values) {
            double off = scale(logarithmic, value) - mean;
            squares += off * off;
        }
        double deviation = Math.min(MOST, StrictMath.sqrt(squares / values.length));
        return new Measure(name, logarithmic, mean, deviation > 0 ? deviation : 1);
    }

    /** StrictMath: the same bits on every platform. */
    private static double scale(boolean logarithmic, double value) {
        return logarithmic ? StrictMath.log1p(value) : value;
    }

    @Override
    public int codes() {
        return 1;
    }

    @Override
    public Optional<FeatureValue> encode(String text) {
        if (text.isEmpty()) {
            return Optional.of(FeatureValue.UNKNOWN);
        }
        double value = parse(text);
        return Double.isNaN(value) || (logarithmic && value < 0) ? Optional.empty() : Optional.of(encode(value));
    }

    /** @param value finite; at least 0 where the logarithm is read */
    FeatureValue encode(double value) {
        double z = (scale(logarithmic, value) - mean) / deviation;
        return new FeatureValue(0, (float) Math.max(-FARTHEST, Math.min(FARTHEST, z)));
    }

    /** @return NaN when the text is no number, or one farther than {@value #MOST} from 0 */
    static double parse(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Math.abs(value) <= MOST ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public String text(FeatureValue value) {
        double scaled = mean + deviation * value.number();
        double shown = logarithmic ? StrictMath.expm1(scaled) : scaled;
        return new BigDecimal(shown).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
