package vitrine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.BenchmarkRequest;
import vitrine.action.BenchmarkResult;
import vitrine.cli.text.BenchmarkText;

@Command(name = "benchmark", description = "How fast this machine trains, ranks and explains.")
final class BenchmarkCommand implements Callable<Integer> {
    private final Action<BenchmarkRequest, BenchmarkResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--quick", description = "Each work once and shortly: under a minute in all.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "WORK,WORK",
            split = ",",
            description = "Only these works, by the names in the first column.")
    private List<String> only = List.of();

    @Option(
            names = "--peers",
            paramLabel = "DIR",
            description = "Measure the same work in PyTorch in turn: the folder with its run.sh, prepared.")
    private @Nullable Path peers;

    BenchmarkCommand(Action<BenchmarkRequest, BenchmarkResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        BenchmarkRequest request = new BenchmarkRequest(quick, only, Optional.ofNullable(peers), seed.seed);
        return runner.run("benchmark", action, request, common, BenchmarkText::of);
    }
}
