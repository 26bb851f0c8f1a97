package vitrine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.CounterfactualRequest;
import vitrine.action.CounterfactualResult;
import vitrine.cli.text.CounterfactualText;

@Command(
        name = "counterfactual",
        description = "Find the fewest changes that take an item out of the list, or bring it in.")
final class CounterfactualCommand implements Callable<Integer> {
    private final Action<CounterfactualRequest, CounterfactualResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private QuestionFlags question = new QuestionFlags();

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item whose place is to change.")
    private String item = "";

    @Option(
            names = "--k",
            paramLabel = "N",
            description = "Length of the list, ranked as by recommend (default: ${DEFAULT-VALUE}).")
    private int k = 10;

    @Option(
            names = "--max-size",
            paramLabel = "N",
            description = "Try every set of up to N history items, 1 to 6; a larger set may be found, too"
                    + " (default: ${DEFAULT-VALUE}).")
    private int maxSize = 3;

    @Option(
            names = "--keep",
            paramLabel = "ID,ID,...",
            description =
                    "History items that stay; hour, weekday, region or device for a part of the moment that stays.")
    private @Nullable String keep;

    @Option(names = "--lift", description = "Ask what would bring the item into the list.")
    private boolean lift;

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "Put at most N questions to the model; after that the best found is not certified"
                    + " (default: ${DEFAULT-VALUE}).")
    private int questions = CounterfactualRequest.DEFAULT_QUESTIONS;

    CounterfactualCommand(Action<CounterfactualRequest, CounterfactualResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        question.check(check);
        CounterfactualRequest request = new CounterfactualRequest(
                question.model(),
                question.user(),
                question.history(),
                item,
                check.atLeast("--k", k, 1),
                check.between("--max-size", maxSize, 1, CounterfactualRequest.LARGEST_SIZE),
                keep == null ? List.of() : IdList.parse(keep),
                lift,
                check.atLeast("--questions", questions, 1),
                question.context());
        return runner.run("counterfactual", action, request, common, CounterfactualText::of);
    }
}
