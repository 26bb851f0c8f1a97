package vitrine.desktop.screen.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vitrine.action.DataOptions;
import vitrine.action.PreviewAction;

/** Files looked at, not read yet: which column would be read as what. */
record MappingModel(DataOptions options, PreviewAction.Preview preview) {
    /** Nothing is read from the column. */
    static final String NONE = "-";

    private static final int SAMPLES = 3;

    /** The role a column plays, or {@link #NONE}. */
    String role(String column) {
        return preview.roles().entrySet().stream()
                .filter(e -> e.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(NONE);
    }

    /** The first values of a column, to see what it holds. */
    String samples(int column) {
        return String.join(
                " · ",
                preview.rows().stream()
                        .filter(row -> row.size() > column && !row.get(column).isBlank())
                        .map(row -> row.get(column))
                        .distinct()
                        .limit(SAMPLES)
                        .toList());
    }

    DataOptions assigned(String column, String role) {
        Map<String, String> told = new HashMap<>(preview.roles());
        told.values().removeIf(column::equals);
        PreviewAction.ROLES.forEach(r -> told.putIfAbsent(r, NONE));
        if (!role.equals(NONE)) {
            told.put(role, column);
        }
        return withMapping(told);
    }

    /** The mapping as it is shown, every role spelled out: what was seen is what is read. */
    DataOptions confirmed() {
        Map<String, String> told = new HashMap<>(preview.roles());
        PreviewAction.ROLES.forEach(role -> told.putIfAbsent(role, NONE));
        return withMapping(told);
    }

    private DataOptions withMapping(Map<String, String> mapping) {
        return new DataOptions(
                options.interactions(),
                options.items(),
                options.users(),
                options.format(),
                mapping,
                options.columns(),
                options.cleaning(),
                options.eventWeights(),
                options.minValue(),
                options.minUser(),
                options.minItem(),
                options.productsOnly());
    }

    List<String> columns() {
        return preview.columns();
    }
}
