package vitrine.data.ingest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column plays which role.
 *
 * @param columns names of the columns of the first file, in order; of a file without a header the given words
 * @param roles role to column number
 * @param header whether the first record of each file is a header
 */
public record ColumnMapping(List<String> columns, Map<ColumnRole, Integer> roles, boolean header) {
    /** The word that skips a column of a file without a header. */
    static final String SKIP = "-";

    public ColumnMapping {
        columns = List.copyOf(columns);
        EnumMap<ColumnRole, Integer> copy = new EnumMap<>(ColumnRole.class);
        copy.putAll(roles);
        roles = Collections.unmodifiableMap(copy);
    }

    public boolean has(ColumnRole role) {
        return roles.containsKey(role);
    }

    /** The name of the column in this role. */
    public Optional<String> column(ColumnRole role) {
        return Optional.ofNullable(roles.get(role)).map(columns::get);
    }

    /** A column of a file without a header that nothing is read from: every word that is not a role. */
    boolean isSkipped(int column) {
        return !header && !roles.containsValue(column);
    }
}
