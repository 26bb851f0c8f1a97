package vitrine.data.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to read, and how to read and clean it.
 *
 * @param interactions one or more files, read as one log in this order; gzip is unpacked
 * @param items product attributes
 * @param users user attributes
 * @param format {@code csv}, {@code tsv} or {@code sequences} (a user and all items a line); guessed when absent
 * @param mapping {@link ColumnRole#word} to column name, "-" for none; guessed when absent
 * @param columns roles of the columns of a file without a header; empty: the file has a header
 * @param cleaning a saved list of cleaning steps; the values below override its own where given
 * @param eventWeights event name to weight, over the defaults
 * @param minValue an interaction counts as positive from this value on
 * @param minUser k-core: least number of positive rows a user, 0 for none
 * @param minItem k-core: least number of positive rows an item, 0 for none
 * @param productsOnly drop codes that are not products
 */
public record ReadRequest(
        List<Path> interactions,
        Optional<Path> items,
        Optional<Path> users,
        Optional<String> format,
        Map<String, String> mapping,
        List<String> columns,
        Optional<Path> cleaning,
        Map<String, Double> eventWeights,
        OptionalDouble minValue,
        int minUser,
        int minItem,
        boolean productsOnly) {
    public ReadRequest {
        interactions = List.copyOf(interactions);
        mapping = Map.copyOf(mapping);
        columns = List.copyOf(columns);
        eventWeights = Map.copyOf(eventWeights);
    }

    /** Everything guessed. */
    public static ReadRequest of(Path... interactions) {
        return new ReadRequest(
                List.of(interactions),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                0,
                0,
                false);
    }
}
