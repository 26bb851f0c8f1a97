package vitrine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.RecommendRequest;
import vitrine.action.RecommendResult;
import vitrine.cli.text.RecommendText;

@Command(name = "recommend", description = "Rank products for a user.")
final class RecommendCommand implements Callable<Integer> {
    private final Action<RecommendRequest, RecommendResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private QuestionFlags question = new QuestionFlags();

    @Option(names = "--top", paramLabel = "N", description = "Length of the list (default: ${DEFAULT-VALUE}).")
    private int top = 10;

    @Option(names = "--include-seen", description = "Rank what the user already has, too.")
    private boolean includeSeen;

    RecommendCommand(Action<RecommendRequest, RecommendResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        question.check(check);
        RecommendRequest request = new RecommendRequest(
                question.model(),
                question.user(),
                question.history(),
                check.atLeast("--top", top, 1),
                includeSeen,
                question.context());
        return runner.run("recommend", action, request, common, RecommendText::of);
    }
}
