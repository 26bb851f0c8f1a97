package vitrine.model.file;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vitrine.data.IdIndex;
import vitrine.model.FeatureSpace;
import vitrine.model.feature.Category;
import vitrine.model.feature.Feature;
import vitrine.model.feature.FeatureChoice;
import vitrine.model.feature.FeatureTable;
import vitrine.model.feature.Measure;
import vitrine.run.BadInputException;

/**
 * {@code features.json}: what the codes and numbers of a context model mean. The codes themselves are tensors.
 *
 * @param regions names by number
 * @param devices names by number
 * @param users attributes of users, in the order of their codes
 * @param items attributes of items
 */
@JsonPropertyOrder({"regions", "devices", "users", "items"})
record FeaturesPart(List<String> regions, List<String> devices, List<Attribute> users, List<Attribute> items) {
    private static final String CATEGORY = "category";
    private static final String NUMBER = "number";

    /**
     * One attribute.
     *
     * @param kind {@value #CATEGORY} or {@value #NUMBER}
     * @param values of a category, by code; else empty
     * @param logarithmic of a number: whether log(1 + x) is standardised; else false
     * @param mean of a number; else 0
     * @param deviation of a number; else 1
     */
    @JsonPropertyOrder({"name", "kind", "values", "logarithmic", "mean", "deviation"})
    record Attribute(
            String name, String kind, List<String> values, boolean logarithmic, double mean, double deviation) {
        static Attribute of(Feature feature) {
            return feature instanceof Measure m
                    ? new Attribute(m.name(), NUMBER, List.of(), m.logarithmic(), m.mean(), m.deviation())
                    : new Attribute(
                            feature.name(),
                            CATEGORY,
                            ((Category) feature).values().ids(),
                            false,
                            0,
                            1);
        }

        Feature feature(String what) {
            boolean number = kind.equals(NUMBER);
            boolean possible = number
                    ? values.isEmpty() && Measure.isPossible(logarithmic, mean, deviation)
                    : kind.equals(CATEGORY) && !logarithmic && mean == 0 && deviation == 1;
            Codecs.require(possible, what, "the attribute " + name + " is impossible");
            return number ? new Measure(name, logarithmic, mean, deviation) : new Category(name, names(values, what));
        }
    }

    static FeaturesPart of(FeatureSpace space) {
        return new FeaturesPart(
                space.regions().ids(),
                space.devices().ids(),
                space.users().features().stream().map(Attribute::of).toList(),
                space.items().features().stream().map(Attribute::of).toList());
    }

    byte[] write() throws JsonProcessingException {
        return Manifest.JSON.writeValueAsBytes(this);
    }

    /** @throws BadInputException unless every name and attribute is possible */
    static FeaturesPart read(byte[] bytes, String what) {
        FeaturesPart part;
        try {
            part = Manifest.JSON.readValue(bytes, FeaturesPart.class);
        } catch (JsonProcessingException e) {
            throw Safetensors.damaged(what, "it cannot be read");
        } catch (IOException e) {
            throw new BadInputException(what + " cannot be read: " + e.getMessage() + ".", e);
        }
        names(part.regions(), what);
        names(part.devices(), what);
        attributes(part.users(), what);
        attributes(part.items(), what);
        return part;
    }

    /** @param users values of all users, owner-major, {@code items} of all items */
    FeatureSpace space(Values users, Values items, String what) {
        return new FeatureSpace(
                names(regions, what),
                names(devices, what),
                users.table(attributes(this.users, what), what),
                items.table(attributes(this.items, what), what));
    }

    /** Codes and numbers of one side. */
    record Values(int owners, int[] codes, float[] numbers) {
        FeatureTable table(List<Feature> features, String what) {
            Codecs.require(
                    (long) owners * features.size() == codes.length && codes.length == numbers.length,
                    what,
                    "there is not one value an owner and attribute");
            try {
                return new FeatureTable(features, owners, codes, numbers);
            } catch (IllegalArgumentException e) {
                throw Safetensors.damaged(what, "it holds a value that is none of its attribute");
            }
        }
    }

    private static List<Feature> attributes(List<Attribute> attributes, String what) {
        Codecs.require(
                attributes.size() <= FeatureChoice.MOST_FEATURES,
                what,
                "it has more than " + FeatureChoice.MOST_FEATURES + " attributes");
        List<Feature> features = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : attributes) {
            Codecs.require(attribute != null && seen.add(attribute.name()), what, "an attribute stands twice");
            features.add(attribute.feature(what));
        }
        return features;
    }

    private static IdIndex names(List<String> names, String what) {
        Codecs.require(
                names.size() <= Category.MOST_VALUES
                        && names.stream().noneMatch(name -> name == null || name.isEmpty()),
                what,
                "it has too many names, or one without a letter");
        try {
            return IdIndex.of(names);
        } catch (IllegalArgumentException e) {
            throw Safetensors.damaged(what, "a name stands twice");
        }
    }
}
