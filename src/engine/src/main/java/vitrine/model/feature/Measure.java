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
 * @param mean of what is standardised
 * @param deviation above 0
 */
public record Measure(String name, boolean logarithmic, double mean, double deviation) implements Feature {
    static final float FARTHEST = 5;
    private static final MathContext SHOWN = new MathContext(4);

    public Measure {
        if (!Double.isFinite(mean) || !(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the attribute " + name + " needs a mean and a deviation above 0, not " + mean + ", " + deviation);
        }
    }

    /** The scale of some values, at least one; of equal values the deviation counts as 1. */
    public static Measure of(String name, boolean logarithmic, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += scale(logarithmic, value);
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            double off = scale(logarithmic, value) - mean;
            squares += off * off;
        }
        double deviation = StrictMath.sqrt(squares / values.length);
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

    /** @return NaN when the text is no finite number */
    static double parse(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? value : Double.NaN;
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
