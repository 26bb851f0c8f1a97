package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which data, and how to read and clean it: shared by every verb that reads data.
 *
 * @param interactions one or more files, read as one log; {@code .gz} is unpacked
 * @param items product attributes
 * @param users user attributes
 * @param format {@code csv}, {@code tsv} or {@code sequences} (a user and all items a line); guessed when absent
 * @param mapping role ({@code user, item, time, event, value, price, order, title, region, device}) to column name; guessed when absent
 * @param columns roles of the columns of a file without a header ("-" or any other word skips one); empty: the file has
 *     a header
 * @param cleaning a saved list of cleaning steps
 * @param eventWeights event name to weight; empty: the defaults ({@code purchase=1, cart=0.5, view=0.1})
 * @param minValue an interaction counts as positive from this value on
 * @param minUser k-core: least number of interactions a user, 0 for none
 * @param minItem k-core: least number of interactions an item, 0 for none
 * @param productsOnly drop codes that are not products (POST, D, M, BANK CHARGES ...)
 */
public record DataOptions(
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
    public DataOptions {
        interactions = List.copyOf(interactions);
        mapping = Map.copyOf(mapping);
        columns = List.copyOf(columns);
        eventWeights = Map.copyOf(eventWeights);
    }

    /** Everything guessed. */
    public static DataOptions of(Path... interactions) {
        return new DataOptions(
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

    public DataOptions withItems(Path file) {
        return new DataOptions(
                interactions,
                Optional.of(file),
                users,
                format,
                mapping,
                columns,
                cleaning,
                eventWeights,
                minValue,
                minUser,
                minItem,
                productsOnly);
    }
}
