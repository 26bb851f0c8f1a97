package vitrine.cli;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vitrine.action.Action;
import vitrine.action.ExplainRequest;
import vitrine.action.ExplainResult;
import vitrine.action.Explainers;
import vitrine.cli.text.ExplainText;

@Command(name = "explain", description = "Say why an item is recommended, and whether that is true.")
final class ExplainCommand implements Callable<Integer> {
    private final Action<ExplainRequest, ExplainResult> action;
    private final Runner runner;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private QuestionFlags question = new QuestionFlags();

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item to explain.")
    private String item = "";

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            completionCandidates = Methods.class)
    private String method = "integrated-gradients";

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Points on the path of integrated gradients (default: ${DEFAULT-VALUE}).")
    private int steps = 50;

    @Option(names = "--top", paramLabel = "N", description = "List the N strongest parts; 0: all (default).")
    private int top;

    @Option(
            names = "--against",
            paramLabel = "ID",
            description = "Explain why --item stands above this item: what makes the margin between their scores.")
    private @Nullable String against;

    /** The registry's names, for the help. */
    private static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Explainers.names().iterator();
        }
    }

    ExplainCommand(Action<ExplainRequest, ExplainResult> action, Runner runner) {
        this.action = action;
        this.runner = runner;
    }

    @Override
    public Integer call() {
        UsageChecks check = new UsageChecks(common.spec());
        question.check(check);
        ExplainRequest request = new ExplainRequest(
                question.model(),
                question.user(),
                question.history(),
                item,
                method,
                check.between("--steps", steps, 1, 10_000),
                check.atLeast("--top", top, 0),
                seed.seed,
                question.context(),
                MethodFlags.given(common.spec()),
                Optional.ofNullable(against));
        return runner.run("explain", action, request, common, ExplainText::of);
    }
}
