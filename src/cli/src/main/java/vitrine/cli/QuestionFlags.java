package vitrine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    @Option(
            names = "--context",
            paramLabel = "NAME=VALUE,...",
            description =
                    "For models that read it: hour (0-23, UTC), weekday (mon-sun), region, device,"
                            + " user.ATTRIBUTE, item.ATTRIBUTE; 'unknown' takes a value away. Default: the user's latest event.")
    private @Nullable String context;

    private final Map<String, String> values = new TreeMap<>();

    Path model() {
        return model;
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Optional<List<String>> history() {
        return Optional.ofNullable(history).map(IdList::parse);
    }

    Map<String, String> context() {
        return values;
    }

    void check(UsageChecks check) {
        for (String entry : context == null ? List.<String>of() : IdList.parse(context)) {
            int equals = entry.indexOf('=');
            check.require(
                    equals > 0 && equals < entry.length() - 1,
                    "--context must be names and values such as hour=20,region=North, not \"" + entry + "\"");
            String name = entry.substring(0, equals).strip();
            check.require(values.put(name, entry.substring(equals + 1)) == null, "--context names " + name + " twice");
        }
        check.require(user != null || history != null, "Say whom to ask about: --user ID, or --history with item ids");
    }
}
