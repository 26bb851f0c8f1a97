package vitrine.model.feature;

import java.util.List;
import vitrine.data.IdIndex;

/**
 * The attributes of all users, or of all items: one value an owner and attribute. Immutable.
 *
 * <p>Memory: 8 bytes a value.
 */
public final class FeatureTable {
    private final List<Feature> features;
    private final int owners;
    private final int[] codes;
    private final float[] numbers;

    /**
     * @param codes owner-major; see {@link FeatureValue#code}; not to be changed afterwards, like {@code numbers}
     * @param numbers owner-major; see {@link FeatureValue#number}
     * @throws IllegalArgumentException when a value is none of its attribute
     */
    public FeatureTable(List<Feature> features, int owners, int[] codes, float[] numbers) {
        this.features = List.copyOf(features);
        this.owners = owners;
        this.codes = codes;
        this.numbers = numbers;
        int size = Math.multiplyExact(owners, this.features.size());
        if (codes.length != size || numbers.length != size) {
            throw new IllegalArgumentException("there must be " + size + " values, one an owner and attribute");
        }
        for (int i = 0; i < size; i++) {
            Feature feature = this.features.get(i % this.features.size());
            boolean measured = feature instanceof Measure && codes[i] == 0;
            boolean number = measured ? Math.abs(numbers[i]) <= Measure.FARTHEST : numbers[i] == 0;
            if (codes[i] < IdIndex.UNKNOWN || codes[i] >= feature.codes() || !number) {
                throw new IllegalArgumentException(
                        "owner " + i / this.features.size() + " has an impossible value of " + feature.name());
            }
        }
    }

    /** Owners of whom nothing is known. */
    public static FeatureTable none(int owners) {
        return new FeatureTable(List.of(), owners, new int[0], new float[0]);
    }

    public List<Feature> features() {
        return features;
    }

    public int owners() {
        return owners;
    }

    public int code(int owner, int feature) {
        return codes[owner * features.size() + feature];
    }

    public float number(int owner, int feature) {
        return numbers[owner * features.size() + feature];
    }

    public FeatureValue value(int owner, int feature) {
        return new FeatureValue(code(owner, feature), number(owner, feature));
    }

    /** Number of the attribute of that name, or {@link IdIndex#UNKNOWN}. */
    public int indexOf(String name) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).name().equals(name)) {
                return i;
            }
        }
        return IdIndex.UNKNOWN;
    }

    /** All codes, owner-major; a copy. */
    public int[] codes() {
        return codes.clone();
    }

    /** All numbers, owner-major; a copy. */
    public float[] numbers() {
        return numbers.clone();
    }
}
