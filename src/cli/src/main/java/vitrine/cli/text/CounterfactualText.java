package vitrine.cli.text;

import org.jspecify.annotations.Nullable;
import vitrine.action.CounterfactualResult;
import vitrine.action.CounterfactualResult.Listed;
import vitrine.action.CounterfactualResult.Place;
import vitrine.action.OpenCounterfactual.MomentChange;

/** What would change an item's place: the changes, where it stood and would stand, and the same in a sentence. */
public final class CounterfactualText {
    private CounterfactualText() {}

    /** @return lines of text with their ends */
    public static String of(CounterfactualResult result) {
        StringBuilder text = new StringBuilder(result.goal().equals("drop") ? "What would take " : "What would bring ");
        text.append(Display.clip(result.item(), 40));
        if (!result.title().isEmpty()) {
            text.append(" (").append(Display.clip(result.title(), 60)).append(')');
        }
        text.append(result.goal().equals("drop") ? " out of" : " into")
                .append(" the top ")
                .append(result.k())
                .append(result.user() == null ? "" : " of user " + Display.clip(result.user(), 60))
                .append("?\n\n");
        if (result.foldedIn()) {
            text.append("By fold-in: the model knows users by a trained vector; ranks are those of one fitted to the"
                    + " history, so they may differ from the list's.\n\n");
        }
        TextTable table = new TextTable("change", "id", "title");
        result.removed()
                .forEach(item -> table.row("without", Display.clip(item.item(), 20), Display.clip(item.title(), 60)));
        text.append(table.isEmpty() ? "" : table);
        places(text, result.before(), result.after(), result.replacedBy(), result.replaces());
        CounterfactualResult.Moment moment = result.context();
        if (moment != null && moment.found()) {
            text.append('\n');
            for (MomentChange change : moment.changes()) {
                text.append("or: ")
                        .append(change.name())
                        .append(' ')
                        .append(Display.clip(change.to(), 40))
                        .append(" in place of ")
                        .append(Display.clip(change.from(), 40))
                        .append('\n');
            }
            places(text, result.before(), moment.after(), moment.replacedBy(), moment.replaces());
        }
        text.append('\n').append(Display.clip(result.sentence().en(), 2_000)).append('\n');
        return text.append(result.questions())
                .append(" questions put to the model, ")
                .append(Display.number(result.milliseconds() / 1000, 1))
                .append(" s\n")
                .toString();
    }

    private static void places(
            StringBuilder text,
            Place before,
            @Nullable Place after,
            @Nullable Listed replacedBy,
            @Nullable Listed replaces) {
        text.append("rank ").append(before.rank());
        text.append(", score ").append(Display.number(before.score(), 3));
        if (after != null) {
            text.append("  ->  rank ").append(after.rank());
            text.append(", score ").append(Display.number(after.score(), 3));
        }
        text.append('\n');
        if (replacedBy != null) {
            text.append("comes in: ").append(listed(replacedBy)).append('\n');
        }
        if (replaces != null) {
            text.append("falls out: ").append(listed(replaces)).append('\n');
        }
    }

    private static String listed(Listed item) {
        return Display.clip(item.item(), 20) + "  " + Display.clip(item.title(), 60) + ", rank " + item.rank();
    }
}
