package vitrine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vitrine.action.DataOptions;

/** The data options shared by every command that reads data. */
final class DataFlags {
    @Option(
            names = "--interactions",
            paramLabel = "FILE",
            description = "Interactions: CSV or TSV, may be .gz. Repeatable.")
    private List<Path> interactions = new ArrayList<>();

    @Option(names = "--items", paramLabel = "FILE", description = "Product attributes.")
    private @Nullable Path items;

    @Option(names = "--users", paramLabel = "FILE", description = "Customer attributes.")
    private @Nullable Path users;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "csv, tsv, or sequences: a user and all items a line (default: guessed).")
    private @Nullable String format;

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "ROLE=COLUMN",
            description = "Columns by role: user, item, time, event, value, price, order, region, device"
                    + " (default: guessed).")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "ROLE",
            description = "Roles of the columns of a file without a header, in order; - skips one.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--cleaning", paramLabel = "FILE", description = "A saved list of cleaning steps.")
    private @Nullable Path cleaning;

    @Option(
            names = "--events",
            split = ",",
            paramLabel = "EVENT=WEIGHT",
            description = "Weights of events (default: purchase=1,cart=0.5,view=0.1).")
    private Map<String, Double> events = new LinkedHashMap<>();

    @Option(names = "--min-value", paramLabel = "X", description = "An interaction counts as positive from X on.")
    private @Nullable Double minValue;

    @Option(names = "--min-user", paramLabel = "N", description = "Keep users with at least N interactions.")
    private int minUser;

    @Option(names = "--min-item", paramLabel = "N", description = "Keep items with at least N interactions.")
    private int minItem;

    @Option(names = "--products-only", description = "Drop codes that are not products (POST, D, M, BANK CHARGES ...).")
    private boolean productsOnly;

    /** The options as given, or those of the study's last step that read data. */
    DataOptions options(CommonOptions common) {
        UsageChecks check = new UsageChecks(common.spec());
        if (interactions.isEmpty() && common.study().isPresent()) {
            check.require(
                    isUntouched(),
                    "--study in place of --interactions brings its own data options; leave the others out");
            return StudyBook.dataOptions(common.study().get());
        }
        check.require(
                !interactions.isEmpty(),
                "Name the data: --interactions FILE, or --study DIR with a study that has read data");
        check.require(minValue == null || Double.isFinite(minValue), "--min-value must be a finite number");
        events.forEach((event, weight) -> check.require(
                Double.isFinite(weight), "--events: the weight of " + event + " must be a finite number"));
        return new DataOptions(
                interactions,
                Optional.ofNullable(items),
                Optional.ofNullable(users),
                Optional.ofNullable(format),
                mapping,
                columns,
                Optional.ofNullable(cleaning),
                events,
                minValue == null ? OptionalDouble.empty() : OptionalDouble.of(minValue),
                check.atLeast("--min-user", minUser, 0),
                check.atLeast("--min-item", minItem, 0),
                productsOnly);
    }

    private boolean isUntouched() {
        return items == null
                && users == null
                && format == null
                && mapping.isEmpty()
                && columns.isEmpty()
                && cleaning == null
                && events.isEmpty()
                && minValue == null
                && minUser == 0
                && minItem == 0
                && !productsOnly;
    }
}
