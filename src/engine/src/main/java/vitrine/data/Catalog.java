package vitrine.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about products (or users): text attributes by name, one row an id of {@link #ids}. A missing value is
 * the empty string. Immutable. Well-known names: {@code title}, {@code price}, {@code brand}, {@code category}.
 */
public final class Catalog {
    public static final String TITLE = "title";
    public static final String PRICE = "price";
    public static final String BRAND = "brand";
    public static final String CATEGORY = "category";

    private final IdIndex ids;
    private final Map<String, String[]> columns;

    /** @param columns attribute name to one value an id; not copied deeply, so do not change the arrays afterwards */
    public Catalog(IdIndex ids, Map<String, String[]> columns) {
        columns.forEach((name, values) -> {
            if (values.length != ids.size()) {
                throw new IllegalArgumentException(
                        "column " + name + " has " + values.length + " values for " + ids.size() + " ids");
            }
        });
        this.ids = ids;
        this.columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A catalog that knows nothing but the ids. */
    public static Catalog empty(IdIndex ids) {
        return new Catalog(ids, Map.of());
    }

    public IdIndex ids() {
        return ids;
    }

    /** Attribute names in file order. */
    public java.util.Set<String> attributes() {
        return columns.keySet();
    }

    /** @return the value, or empty when the attribute or the value is missing */
    public Optional<String> attribute(int index, String name) {
        String[] values = columns.get(name);
        return values == null || values[index].isEmpty() ? Optional.empty() : Optional.of(values[index]);
    }

    /** The title, or the id where there is none. */
    public String title(int index) {
        return attribute(index, TITLE).orElseGet(() -> ids.id(index));
    }
}
