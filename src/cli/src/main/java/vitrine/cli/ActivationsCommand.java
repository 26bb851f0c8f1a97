package vitrine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.ActivationsRequest;
import vitrine.action.ActivationsResult;
import vitrine.cli.text.ActivationsText;

@Command(name = "activations", description = "Show what every layer puts out for a user and an item.")
final class ActivationsCommand implements Callable<Integer> {
    private final Action<ActivationsRequest, ActivationsResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private QuestionFlags question = new QuestionFlags();

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The candidate item.")
    private String item = "";

    ActivationsCommand(Action<ActivationsRequest, ActivationsResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        question.check(new UsageChecks(common.spec()));
        ActivationsRequest request =
                new ActivationsRequest(question.model(), question.user(), question.history(), item, question.context());
        return runner.run("activations", action, request, common, ActivationsText::of);
    }
}
