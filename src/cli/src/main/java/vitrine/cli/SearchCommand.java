package vitrine.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.SearchRequest;
import vitrine.action.SearchResult;
import vitrine.cli.text.SearchText;

@Command(name = "search", description = "Search hyper-parameters on validation data; the test part stays unseen.")
final class SearchCommand implements Callable<Integer> {
    private final Action<SearchRequest, SearchResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private DataFlags data = new DataFlags();

    @Mixin
    private HyperParameterFlags hyper = new HyperParameterFlags();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME",
            description = "Which model; hyper-parameters given beside it are held fixed.")
    private String model = "";

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "loo99, loo-full, strat75, ratio801010 or temporal, applied inside its own training part"
                    + " (default: ${DEFAULT-VALUE}).")
    private String protocol = "loo99";

    @Option(names = "--k", paramLabel = "N", description = "Length of the judged list (default: ${DEFAULT-VALUE}).")
    private int k = 10;

    @Option(names = "--metric", paramLabel = "NAME", description = "What to make large (default: ${DEFAULT-VALUE}).")
    private String metric = "ndcg";

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "random, or halving: many with few epochs, the best third with more (default:"
                    + " ${DEFAULT-VALUE}).")
    private String strategy = "random";

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "Candidates to draw; the first has the defaults (default: ${DEFAULT-VALUE}).")
    private int budget = 20;

    @Option(names = "--minutes", paramLabel = "X", description = "Try nothing more after so many minutes.")
    private @Nullable Double minutes;

    @Option(
            names = "--trials",
            paramLabel = "FILE",
            description = "Keep each trial here as soon as it is done; go on from the file when it is there.")
    private @Nullable Path trials;

    SearchCommand(Action<SearchRequest, SearchResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        check.require(minutes == null || (Double.isFinite(minutes) && minutes > 0), "--minutes must be above 0");
        SearchRequest request = new SearchRequest(
                data.options(common),
                model,
                hyper.parameters(),
                protocol,
                check.atLeast("--k", k, 1),
                metric,
                strategy,
                check.between("--budget", budget, 1, 10_000),
                minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes),
                seed.seed,
                Optional.ofNullable(trials));
        return runner.run("search", action, request, common, SearchText::of);
    }
}
