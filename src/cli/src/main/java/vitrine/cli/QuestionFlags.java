package vitrine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is asked about: a model file, a user, a history in place of the recorded one. */
final class QuestionFlags {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model file.")
    private Path model = Path.of("");

    @Option(names = "--user", paramLabel = "ID", description = "User id; without it --history is the whole question.")
    private @Nullable String user;

    @Option(
            names = "--history",
            paramLabel = "ID,ID,...",
            description = "Item ids, oldest first, in place of the recorded history.")
    private @Nullable String history;

    Path model() {
        return model;
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Optional<List<String>> history() {
        return Optional.ofNullable(history).map(IdList::parse);
    }

    void check(UsageChecks check) {
        check.require(user != null || history != null, "Say whom to ask about: --user ID, or --history with item ids");
    }
}
