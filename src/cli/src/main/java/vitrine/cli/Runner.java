package vitrine.cli;

import java.util.Optional;
import java.util.function.Function;
import vitrine.action.Action;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.study.Study;

/** Runs one verb: progress on the console, the result as JSON or text, the step into the study. */
final class Runner {
    private final Console console;
    private final CancellationToken cancellation;

    Runner(Console console, CancellationToken cancellation) {
        this.console = console;
        this.cancellation = cancellation;
    }

    /** @param text the result for people, when {@code --json} is not given */
    <Q extends Record, R extends Record> int run(
            String verb, Action<Q, R> action, Q request, CommonOptions common, Function<R, String> text) {
        // A study that cannot be used is refused before the work, not after it.
        Optional<Study> study = common.study().map(Study::openOrCreate);
        ProgressLine progress = new ProgressLine(console, System::nanoTime);
        R result;
        try {
            result = action.run(request, new JobContext(progress, cancellation, common.threads()));
        } finally {
            progress.close();
        }
        console.print(common.json() ? new JsonPrinter().print(result) : text.apply(result));
        study.ifPresent(book -> book.append(verb, request, result));
        return ExitCode.DONE;
    }
}
