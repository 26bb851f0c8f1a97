package vitrine.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.EvaluateRequest;
import vitrine.action.EvaluateResult;
import vitrine.cli.text.EvaluateText;

@Command(name = "evaluate", description = "Measure a model under a named protocol.")
final class EvaluateCommand implements Callable<Integer> {
    private final Action<EvaluateRequest, EvaluateResult> action;
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
            paramLabel = "FILE|NAME",
            description = "A model file, or a name: then it is trained on the protocol's own training part.")
    private String model = "";

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "loo99, loo-full (which also says whether probabilities come true), strat75, ratio801010 or"
                    + " temporal (default: ${DEFAULT-VALUE}).")
    private String protocol = "loo99";

    @Option(names = "--k", paramLabel = "N", description = "Length of the judged list (default: ${DEFAULT-VALUE}).")
    private int k = 10;

    @Mixin
    private GivenFlags given = new GivenFlags();

    @Option(
            names = "--seeds",
            paramLabel = "N|N,N",
            description = "Train and measure with so many seeds from --seed on, or with each of those named; mean and"
                    + " interval over them.")
    private @Nullable String seeds;

    @Option(
            names = "--groups",
            paramLabel = "NAME",
            description = "Also measure by group of users: activity, popularity, or a column of --users.")
    private @Nullable String groups;

    EvaluateCommand(Action<EvaluateRequest, EvaluateResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        EvaluateRequest request = new EvaluateRequest(
                data.options(common),
                model,
                hyper.parameters(),
                protocol,
                check.atLeast("--k", k, 1),
                seed.seed,
                given.files(common),
                SeedList.of(seeds, seed.seed, check),
                Optional.ofNullable(groups));
        return runner.run("evaluate", action, request, common, EvaluateText::of);
    }
}
