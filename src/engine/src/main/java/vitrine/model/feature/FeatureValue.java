package vitrine.model.feature;

import vitrine.data.IdIndex;

/**
 * One value of an attribute.
 *
 * @param code of a {@link Category}: the value's number; of a {@link Measure}: 0; {@link IdIndex#UNKNOWN} when the value is
 *     not known
 * @param number of a {@link Measure}: standard deviations above the mean; else 0
 */
public record FeatureValue(int code, float number) {
    public static final FeatureValue UNKNOWN = new FeatureValue(IdIndex.UNKNOWN, 0);

    public boolean isKnown() {
        return code != IdIndex.UNKNOWN;
    }
}
