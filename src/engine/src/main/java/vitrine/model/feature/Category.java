package vitrine.model.feature;

import java.util.Optional;
import vitrine.data.IdIndex;

/**
 * An attribute with a few values, each a number of its own.
 *
 * @param values the vocabulary; a value outside it counts as unknown
 */
public record Category(String name, IdIndex values) implements Feature {
    /** More values than this are no category. */
    public static final int MOST_VALUES = 4096;

    public Category {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "the attribute " + name + " must have at most " + MOST_VALUES + " values, not " + values.size());
        }
    }

    @Override
    public int codes() {
        return values.size();
    }

    @Override
    public Optional<FeatureValue> encode(String text) {
        if (text.isEmpty()) {
            return Optional.of(FeatureValue.UNKNOWN);
        }
        int code = values.indexOf(text);
        return code == IdIndex.UNKNOWN ? Optional.empty() : Optional.of(new FeatureValue(code, 0));
    }

    @Override
    public String text(FeatureValue value) {
        return values.id(value.code());
    }
}
