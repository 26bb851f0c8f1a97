package vitrine.model.feature;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a question assumes of a user or of the candidates otherwise than recorded: a value for an attribute, or that it is
 * unknown. The id itself can be hidden like an attribute: then only the attributes speak. Immutable.
 */
public final class FeatureEdits {
    /** Everything as recorded. */
    public static final FeatureEdits NONE = new FeatureEdits(new TreeMap<>());
    /** Stands for the id in place of an attribute's number. */
    public static final int ID = -1;

    private final SortedMap<Integer, FeatureValue> values;

    private FeatureEdits(SortedMap<Integer, FeatureValue> values) {
        this.values = values;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** @param feature number of the attribute in its table */
    public FeatureEdits with(int feature, FeatureValue value) {
        SortedMap<Integer, FeatureValue> changed = new TreeMap<>(values);
        changed.put(feature, value);
        return new FeatureEdits(changed);
    }

    /** Takes away what is known of an attribute, or of the {@link #ID}. */
    public FeatureEdits without(int feature) {
        return with(feature, FeatureValue.UNKNOWN);
    }

    /** Whether the id must not be looked at. */
    public boolean hidesId() {
        return values.containsKey(ID);
    }

    /** @param recorded what holds when this says nothing */
    public FeatureValue value(int feature, FeatureValue recorded) {
        return values.getOrDefault(feature, recorded);
    }
}
