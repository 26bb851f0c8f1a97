package vitrine.model.feature;

import java.util.ArrayList;
import java.util.List;
import vitrine.data.IdIndex;

/**
 * Where the fields of one side of a question stand in that side's table of vectors, and how they fill a network's inputs. The
 * first field is the id: a row an owner, then the unknown owner's. Each attribute follows: a {@link Category} is one field, a
 * row a value and one for unknown; a {@link Measure} is two, a row for "known" or one for "unknown", and a direction whose
 * weight is the number (0 when unknown). So every value, and not knowing it, has a vector of its own to be learned.
 */
public final class FieldRows {
    private final int owners;
    private final Feature[] features;
    private final int[] firstRow;
    private final int[] firstField;
    private final int rows;
    private final int fields;

    public FieldRows(int owners, List<Feature> features) {
        this.owners = owners;
        this.features = features.toArray(Feature[]::new);
        this.firstRow = new int[this.features.length];
        this.firstField = new int[this.features.length];
        int row = owners + 1;
        int field = 1;
        for (int f = 0; f < this.features.length; f++) {
            firstRow[f] = row;
            firstField[f] = field;
            boolean number = this.features[f] instanceof Measure;
            row += this.features[f].codes() + (number ? 2 : 1);
            field += number ? 2 : 1;
        }
        this.rows = row;
        this.fields = field;
    }

    /** Rows of the table. */
    public int rows() {
        return rows;
    }

    /** Places of a question's inputs. */
    public int fields() {
        return fields;
    }

    /** First place of an attribute. */
    public int field(int feature) {
        return firstField[feature];
    }

    /** How many places an attribute has. */
    public int fieldsOf(int feature) {
        return features[feature] instanceof Measure ? 2 : 1;
    }

    /** What stands in each place; a number has two, whether it is known and its size. */
    public List<String> names(String owner) {
        List<String> names = new ArrayList<>(List.of(owner));
        for (Feature feature : features) {
            if (feature instanceof Measure) {
                names.add(feature.name() + " known");
            }
            names.add(feature.name());
        }
        return names;
    }

    /** @param owner number, or {@link IdIndex#UNKNOWN} */
    public void placeId(int owner, int[] ids, float[] weights, int at) {
        ids[at] = owner == IdIndex.UNKNOWN ? owners : owner;
        weights[at] = 1;
    }

    /**
     * @param code and {@code number}: a {@link FeatureValue}
     * @param at place of the id
     */
    public void place(int feature, int code, float number, int[] ids, float[] weights, int at) {
        int row = firstRow[feature];
        int place = at + firstField[feature];
        int unknown = row + features[feature].codes();
        ids[place] = code == IdIndex.UNKNOWN ? unknown : row + code;
        weights[place] = 1;
        if (features[feature] instanceof Measure) {
            ids[place + 1] = unknown + 1;
            weights[place + 1] = number;
        }
    }
}
