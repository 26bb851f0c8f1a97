package vitrine.explain;

import java.util.OptionalDouble;
import vitrine.model.Part;

/**
 * How much one part moved the score: positive raises, negative lowers; same unit as the score before squashing.
 *
 * @param standardError of a value that was estimated from a sample; empty where it was computed
 */
public record Contribution(Part.Kind kind, int index, double value, OptionalDouble standardError) {
    /** One that was computed. */
    public Contribution(Part.Kind kind, int index, double value) {
        this(kind, index, value, OptionalDouble.empty());
    }

    /** One that was estimated; an error that is not a number is not known. */
    public static Contribution sampled(Part.Kind kind, int index, double value, double standardError) {
        return new Contribution(
                kind,
                index,
                value,
                Double.isNaN(standardError) ? OptionalDouble.empty() : OptionalDouble.of(standardError));
    }
}
