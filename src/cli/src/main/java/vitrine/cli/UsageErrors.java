package vitrine.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A usage error in one line: what is wrong, the nearest thing that exists, where the help is. Exit code 2. */
final class UsageErrors implements IParameterExceptionHandler {
    private static final Pattern AT_INDEX = Pattern.compile(" at index \\d+");
    /** The parser's words that mean nothing to people. */
    private static final Map<String, String> PLAIN_WORDS = Map.of(
            "is not an int", "is not a whole number",
            "is not a long", "is not a whole number",
            "is not a double", "is not a number",
            "option option", "option");

    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        console.tell(name + ": " + sentence(failure, command) + " See \"" + name + " --help\".");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().get(0), command);
        }
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("wrong usage");
        for (Map.Entry<String, String> word : PLAIN_WORDS.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        text = AT_INDEX.matcher(text).replaceAll("").strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static String unknown(String argument, CommandLine command) {
        String bare = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        if (bare.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .map(option -> option.longestName())
                    .toList();
            return "there is no option " + bare + "." + suggestion(NearestWord.to(bare, options));
        }
        if (command.getSubcommands().isEmpty()) {
            return "\"" + argument + "\" belongs to no option; files and ids follow one"
                    + (command.getCommandSpec().findOption("--interactions") == null
                            ? "."
                            : ", such as --interactions.");
        }
        return "there is no command \"" + bare + "\"."
                + suggestion(NearestWord.to(
                        bare, List.copyOf(command.getSubcommands().keySet())));
    }

    private static String suggestion(Optional<String> nearest) {
        return nearest.map(word -> " Did you mean " + word + "?").orElse("");
    }
}
