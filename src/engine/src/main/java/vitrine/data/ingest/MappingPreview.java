package vitrine.data.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.run.BadInputException;

/**
 * The first lines of a file and how they would be read: for people who want to see the guess before a million rows follow
 * it.
 *
 * @param columns names of the columns
 * @param roles {@link ColumnRole#word} to column name, as guessed or told
 * @param rows the first records, at most {@link #ROWS}
 * @param problem why the file cannot be read with this mapping, a sentence
 */
public record MappingPreview(
        List<String> columns, Map<String, String> roles, List<List<String>> rows, Optional<String> problem) {
    private static final int ROWS = 50;

    /**
     * @param told role to column name, "-" for none; what is absent is guessed
     * @throws BadInputException when the file cannot be opened or is no table
     */
    public static MappingPreview of(Path file, Optional<String> format, Map<String, String> told) {
        FilePreview preview = FilePreview.ofInteractions(file, format, !told.isEmpty(), ReadLimits.DEFAULT);
        List<String> columns = preview.first().stream().map(String::strip).toList();
        List<List<String>> rows = preview.rows().stream()
                .limit(ROWS)
                .map(Arrays::asList)
                .map(List::copyOf)
                .toList();
        try {
            ColumnMapping mapping = MappingGuess.withHeader(preview, told);
            Map<String, String> roles = new java.util.TreeMap<>();
            mapping.roles().forEach((role, column) -> roles.put(role.word(), columns.get(column)));
            return new MappingPreview(columns, roles, rows, Optional.empty());
        } catch (BadInputException e) {
            return new MappingPreview(columns, told, rows, Optional.ofNullable(e.getMessage()));
        }
    }
}
