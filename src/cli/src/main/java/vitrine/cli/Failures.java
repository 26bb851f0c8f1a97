package vitrine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import vitrine.run.VitrineException;

/** Turns what went wrong into a message and an exit code. The logger is only woken for a defect: it costs start-up time. */
final class Failures {
    private final Console console;
    private final Supplier<Optional<Path>> logFile;

    /** @param logFile where details are kept; empty when no log can be written, then they go to the console */
    Failures(Console console, Supplier<Optional<Path>> logFile) {
        this.console = console;
        this.logFile = logFile;
    }

    int explain(Throwable failure) {
        if (failure instanceof VitrineException known) {
            console.tell(String.valueOf(known.getMessage()));
            return ExitCode.of(known);
        }
        LoggerFactory.getLogger(Failures.class).error("Defect", failure);
        if (failure instanceof OutOfMemoryError) {
            console.tell(
                    "Vitrine ran out of memory. Give it more, for example VITRINE_JAVA_OPTIONS=-Xmx8g, or less data.");
        } else {
            console.tell("Vitrine stopped because of a defect of its own: " + failure);
        }
        Optional<Path> log = logFile.get();
        if (log.isPresent()) {
            console.tell("Details are in " + log.get() + "; please send that file with a report.");
        } else {
            StringWriter details = new StringWriter();
            failure.printStackTrace(new PrintWriter(details));
            console.tell(details.toString());
        }
        return ExitCode.DEFECT;
    }
}
