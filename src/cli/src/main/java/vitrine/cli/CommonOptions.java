package vitrine.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command. */
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print the result as one JSON document.")
    private boolean json;

    private int threads = Math.min(1024, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--study",
            paramLabel = "DIR",
            description = "Record this step in a study folder; without --interactions also take its data options.")
    private @Nullable Path study;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use, 1 to 1024 (default: all cores). The result is the same for any number.")
    void setThreads(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec().commandLine(), "--threads must be between 1 and 1024, not " + threads + ".");
        }
        this.threads = threads;
    }

    boolean json() {
        return json;
    }

    int threads() {
        return threads;
    }

    Optional<Path> study() {
        return Optional.ofNullable(study);
    }

    CommandSpec spec() {
        return java.util.Objects.requireNonNull(command, "picocli sets it before parsing");
    }
}
