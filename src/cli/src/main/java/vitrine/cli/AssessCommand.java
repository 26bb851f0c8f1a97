package vitrine.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.AssessRequest;
import vitrine.action.AssessResult;
import vitrine.action.Explainers;
import vitrine.cli.text.AssessText;

@Command(
        name = "assess",
        description =
                "Tournament of explainers: which of them tells the truth about this model, and which does no better"
                        + " than plain item similarity?")
final class AssessCommand implements Callable<Integer> {
    private final Action<AssessRequest, AssessResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model file.")
    private Path model = Path.of("");

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "Users to draw, among those with at least five history items (default: ${DEFAULT-VALUE};"
                    + " a verdict to rely on needs 200).")
    private int users = 100;

    @Option(
            names = "--methods",
            paramLabel = "NAME,NAME,...",
            description = "Some of ${COMPLETION-CANDIDATES} (default: all that fit the model).",
            completionCandidates = Methods.class)
    private @Nullable String methods;

    @Option(
            names = "--items-per-user",
            paramLabel = "N",
            description = "How many of each user's first recommendations to explain (default: ${DEFAULT-VALUE}).")
    private int itemsPerUser = 1;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "Most calls of the model an explanation, for scores or for a gradient (default:"
                    + " ${DEFAULT-VALUE}).")
    private int budget = 200;

    @Option(
            names = "--seeds",
            paramLabel = "N|A,B,...",
            description = "Seeds of methods that draw: how many, or which (default: 5).")
    private @Nullable String seeds;

    /** The registry's names, for the help. */
    private static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Explainers.names().iterator();
        }
    }

    AssessCommand(Action<AssessRequest, AssessResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        AssessRequest request = new AssessRequest(
                model,
                check.between("--users", users, 1, 1_000_000),
                methods == null ? List.of() : IdList.parse(methods),
                check.between("--items-per-user", itemsPerUser, 1, 100),
                check.between("--budget", budget, 1, 100_000),
                SeedList.of(seeds == null ? "5" : seeds, seed.seed, check),
                seed.seed);
        return runner.run("assess", action, request, common, AssessText::of);
    }
}
