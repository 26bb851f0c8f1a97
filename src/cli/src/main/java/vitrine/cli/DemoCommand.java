package vitrine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.DemoRequest;
import vitrine.action.DemoResult;
import vitrine.cli.text.DemoText;

@Command(name = "demo", description = "The main job end to end on the shipped sample data, with a report to look at.")
final class DemoCommand implements Callable<Integer> {
    private final Action<DemoRequest, DemoResult> action;
    private final Runner runner;
    private final Path sampleData;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the report (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("vitrine-demo");

    DemoCommand(Action<DemoRequest, DemoResult> action, Runner runner, Path sampleData) {
        this.action = action;
        this.runner = runner;
        this.sampleData = sampleData;
    }

    @Override
    public Integer call() {
        DemoRequest request = new DemoRequest(sampleData, out, seed.seed);
        return runner.run("demo", action, request, common, DemoText::of);
    }
}
