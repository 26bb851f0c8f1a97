package vitrine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.CompareRequest;
import vitrine.action.CompareResult;
import vitrine.cli.text.CompareText;

@Command(name = "compare", description = "Measure two to four models on the same users: do they differ, and for whom?")
final class CompareCommand implements Callable<Integer> {
    private final Action<CompareRequest, CompareResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private DataFlags data = new DataFlags();

    @Option(
            names = "--models",
            required = true,
            split = ",",
            paramLabel = "FILE|NAME",
            description = "Two to four model files or names; names are trained with their defaults.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "loo99, loo-full, strat75, ratio801010 or temporal (default: ${DEFAULT-VALUE}).")
    private String protocol = "loo99";

    @Mixin
    private GivenFlags given = new GivenFlags();

    @Option(names = "--k", paramLabel = "N", description = "Length of the judged list (default: ${DEFAULT-VALUE}).")
    private int k = 10;

    @Option(names = "--user", paramLabel = "ID", description = "Also show this user's lists side by side.")
    private @Nullable String user;

    CompareCommand(Action<CompareRequest, CompareResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        CompareRequest request = new CompareRequest(
                data.options(common),
                models,
                protocol,
                check.atLeast("--k", k, 1),
                seed.seed,
                given.files(common),
                Optional.ofNullable(user));
        return runner.run("compare", action, request, common, CompareText::of);
    }
}
