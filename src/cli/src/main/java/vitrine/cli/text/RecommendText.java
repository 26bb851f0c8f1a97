package vitrine.cli.text;

import java.util.List;
import vitrine.action.RecommendResult;

/** The end of the history, then the ranked list. */
public final class RecommendText {
    private static final int HISTORY_SHOWN = 10;

    private RecommendText() {}

    /** @return lines of text with their ends */
    public static String of(RecommendResult result) {
        StringBuilder text = new StringBuilder();
        int size = result.history().size();
        text.append(result.user() == null ? "An unknown user" : "User " + Display.clip(result.user(), 60));
        text.append(", ").append(size).append(" items in the history");
        if (result.context() != null && !result.context().isEmpty()) {
            text.append(", asked in ").append(Display.clip(result.context().toString(), 120));
        }
        text.append(size > HISTORY_SHOWN ? "; the last " + HISTORY_SHOWN + ":\n" : size == 0 ? "\n" : ":\n");
        result.history().subList(Math.max(0, size - HISTORY_SHOWN), size).forEach(item -> {
            text.append("  ").append(Display.clip(item.item(), 30));
            text.append("  ").append(Display.clip(item.title(), 60)).append('\n');
        });
        boolean calibrated = result.items().stream().anyMatch(item -> item.probability() != null);
        List<String> percentages = result.percentages();
        TextTable table = calibrated
                ? new TextTable(">rank", "item", "title", ">score", ">probability", "reason")
                : new TextTable(">rank", "item", "title", ">score", "reason");
        for (int i = 0; i < result.items().size(); i++) {
            RecommendResult.Ranked item = result.items().get(i);
            String rank = Integer.toString(item.rank());
            String title = Display.clip(item.title(), 40);
            String score = Display.number(item.score(), 3);
            if (calibrated) {
                table.row(rank, item.item(), title, score, percentages.get(i), item.reason());
            } else {
                table.row(rank, item.item(), title, score, item.reason());
            }
        }
        text.append('\n').append(table);
        if (result.foldedIn()) {
            text.append("Answered by fold-in: the model knows users by a trained vector, so one was fitted to this"
                    + " history.\n");
        }
        return text.toString();
    }
}
