package vitrine.cli.text;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import vitrine.action.SearchResult;
import vitrine.action.SearchResult.Trial;

/** What a search found. */
public final class SearchText {
    private static final int SHOWN = 20;
    private static final String FAILED = "failed";

    private SearchText() {}

    /** @return lines of text with their ends */
    public static String of(SearchResult result) {
        TextTable table = new TextTable(">candidate", ">rung", ">" + result.metric(), ">seconds", "parameters");
        result.trials().stream()
                .sorted(Comparator.comparing(Trial::rung)
                        .thenComparing(Trial::standing)
                        .reversed())
                .limit(SHOWN)
                .forEach(trial -> table.row(
                        String.valueOf(trial.candidate()),
                        String.valueOf(trial.rung() + 1),
                        trial.measured() ? Display.number(trial.standing(), 4) : FAILED,
                        Display.number(trial.seconds(), 1),
                        words(trial.parameters())));
        return Display.clip(result.model(), 60) + " searched by " + result.metric() + " under protocol "
                + result.protocol() + ", " + Display.count(result.trials().size()) + " trials ("
                + Display.count(result.resumed()) + " from the file), " + Display.number(result.seconds(), 1) + " s"
                + (result.complete() ? "" : "; time ran out before all were tried") + "\n"
                + failures(result) + "\n" + table + "\n"
                + result.best()
                        .map(best -> "Best: " + flags(best.parameters()) + "\n")
                        .orElse("No candidate was trained to the end and measured.\n");
    }

    private static String failures(SearchResult result) {
        long failed =
                result.trials().stream().filter(trial -> !trial.measured()).count();
        return failed == 0
                ? ""
                : Display.count(failed)
                        + " of them failed: the loss was no longer a number, so there is no measure; they stand last\n";
    }

    private static String words(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? "(defaults)"
                : parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String flags(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? "the defaults"
                : parameters.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(" "));
    }
}
