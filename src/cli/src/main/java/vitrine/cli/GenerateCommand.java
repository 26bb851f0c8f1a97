package vitrine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.GenerateRequest;
import vitrine.action.GenerateResult;
import vitrine.cli.text.GenerateText;

@Command(name = "generate", description = "Make the sample shop, whose true causes are known.")
final class GenerateCommand implements Callable<Integer> {
    private static final int MOST = 100_000_000;
    private final Action<GenerateRequest, GenerateResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path out = Path.of("");

    @Option(names = "--users", paramLabel = "N", description = "Customers (default: ${DEFAULT-VALUE}).")
    private int users = 2_000;

    @Option(names = "--items", paramLabel = "N", description = "Products (default: ${DEFAULT-VALUE}).")
    private int items = 800;

    @Option(names = "--events", paramLabel = "N", description = "Expected events (default: ${DEFAULT-VALUE}).")
    private int events = 150_000;

    GenerateCommand(Action<GenerateRequest, GenerateResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        GenerateRequest request = new GenerateRequest(
                out,
                seed.seed,
                check.between("--users", users, 1, MOST),
                check.between("--items", items, 1, MOST),
                check.between("--events", events, 1, MOST));
        return runner.run("generate", action, request, common, GenerateText::of);
    }
}
