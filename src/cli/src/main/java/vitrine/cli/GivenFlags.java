package vitrine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vitrine.action.GivenFiles;

/** Files that say what is to be found, in place of a named protocol. */
final class GivenFlags {
    @Option(
            names = "--test",
            paramLabel = "FILE",
            description =
                    "Measure on the pairs of this file after training on all of the data, in place of --protocol.")
    private @Nullable Path test;

    @Option(
            names = "--test-columns",
            split = ",",
            paramLabel = "ROLE",
            description = "Roles of the columns of --test, when they are not those of --columns.")
    private List<String> testColumns = new ArrayList<>();

    @Option(
            names = "--test-negatives",
            paramLabel = "FILE",
            description = "The other items to rank among: lines of (user,item) and items with tabs between, or pairs"
                    + " like --test.")
    private @Nullable Path testNegatives;

    /** Beside a command that has {@code --protocol}. */
    Optional<GivenFiles> files(CommonOptions common) {
        UsageChecks check = new UsageChecks(common.spec());
        boolean named = common.spec().commandLine().getParseResult().hasMatchedOption("--protocol");
        check.require(test == null || !named, "--test takes the place of --protocol; leave one out");
        check.require(test != null || testNegatives == null, "--test-negatives goes with --test FILE");
        check.require(test != null || testColumns.isEmpty(), "--test-columns goes with --test FILE");
        return Optional.ofNullable(test)
                .map(file -> new GivenFiles(file, testColumns, Optional.ofNullable(testNegatives)));
    }
}
