package vitrine.model.feature;

import java.util.Optional;

/** An attribute of users or items, and how its texts become numbers. */
public sealed interface Feature permits Category, Measure {
    /** The name in the data: {@code category}, {@code price}. */
    String name();

    /** How many different codes a value can have. */
    int codes();

    /**
     * @param text as in the data; empty: not known
     * @return empty when the text is neither empty nor a value of this attribute
     */
    Optional<FeatureValue> encode(String text);

    /** The text of a known value, for readers. */
    String text(FeatureValue value);
}
