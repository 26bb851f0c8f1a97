package vitrine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vitrine.action.Action;
import vitrine.action.DataOptions;
import vitrine.action.ImportResult;
import vitrine.cli.text.ImportText;

@Command(name = "import", description = "Read, clean and profile interaction data.")
final class ImportCommand implements Callable<Integer> {
    private final Action<DataOptions, ImportResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private DataFlags data = new DataFlags();

    ImportCommand(Action<DataOptions, ImportResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        return runner.run("import", action, data.options(common), common, ImportText::of);
    }
}
