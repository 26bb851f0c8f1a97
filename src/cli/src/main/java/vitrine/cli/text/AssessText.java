package vitrine.cli.text;

import org.jspecify.annotations.Nullable;
import vitrine.action.AssessResult;
import vitrine.action.AssessResult.Difference;
import vitrine.action.AssessResult.Row;
import vitrine.action.AssessResult.Sanity;
import vitrine.action.AssessResult.Spread;

/** The tournament's table: methods and controls, mean and standard deviation over users. */
public final class AssessText {
    private static final int ENOUGH_USERS = 200;

    private AssessText() {}

    /** @return lines of text with their ends */
    public static String of(AssessResult result) {
        StringBuilder text = new StringBuilder("Explainers of ")
                .append(result.model())
                .append(": ")
                .append(Display.count(result.users()))
                .append(" users, ")
                .append(result.itemsPerUser())
                .append(" recommendation(s) each, ")
                .append(result.seeds().size())
                .append(" seed(s), at most ")
                .append(Display.count(result.budget()))
                .append(" calls of the model an explanation; ")
                .append(Display.number(result.seconds(), 1))
                .append(" s\n");
        if (result.notTestable() > 0) {
            text.append(Display.count(result.notTestable()))
                    .append(" recommendation(s) left out: the history hardly moves their score.\n");
        }
        if (result.foldedIn()) {
            text.append(
                    "By fold-in: the model knows users by a trained vector; explained is one fitted to the history.\n");
        }
        text.append('\n')
                .append(measures(result))
                .append('\n')
                .append(costs(result))
                .append('\n');
        text.append(tests(result));
        result.notFitting()
                .forEach(one -> text.append("Not taking part: ")
                        .append(one.method())
                        .append(". ")
                        .append(Display.clip(one.reason(), 300))
                        .append('\n'));
        if (result.users() < ENOUGH_USERS) {
            text.append("Fewer than 200 users: the verdicts are provisional.\n");
        }
        return text.toString();
    }

    private static TextTable measures(AssessResult result) {
        TextTable table = new TextTable(
                "method", ">users", ">POS", ">NEG", ">DEL", ">INS", ">F", ">CDCG", ">infidelity", "verdict");
        for (Row row : result.table()) {
            table.row(
                    name(row),
                    Display.count(row.users()),
                    cell(row.pos5()),
                    cell(row.neg5()),
                    cell(row.del()),
                    cell(row.ins()),
                    cell(row.f()),
                    cell(row.cdcg()),
                    cell(row.infidelity()),
                    row.control() ? "" : row.verdict() == null ? "too few users" : row.verdict());
        }
        return table.row("better when", "", "lower", "higher", "lower", "higher", "higher", "lower", "lower", "");
    }

    private static TextTable costs(AssessResult result) {
        TextTable table = new TextTable(
                "method",
                ">sanity",
                ">upper",
                ">users",
                "sanity test",
                ">scores",
                ">gradients",
                "within budget",
                ">ms");
        for (Row row : result.table()) {
            if (row.control()) {
                continue;
            }
            Sanity sanity = row.sanity();
            Boolean within = row.withinBudget();
            table.row(
                    row.method(),
                    sanity == null ? "-" : number(sanity.mean(), 3),
                    sanity == null ? "-" : number(sanity.upper(), 3),
                    sanity == null ? "-" : Display.count(sanity.users()),
                    sanity == null ? "not run" : passes(sanity.passes()),
                    number(row.evaluations().mean(), 0),
                    number(row.gradients().mean(), 0),
                    within == null ? "not counted" : within ? "yes" : "no",
                    cell(row.milliseconds()));
        }
        return table;
    }

    private static String passes(@Nullable Boolean passes) {
        return passes == null ? "too few users" : passes ? "passed" : "failed";
    }

    private static TextTable tests(AssessResult result) {
        TextTable table =
                new TextTable("difference of F", ">mean", ">95 % interval", ">p (Holm)", ">better", ">worse", ">users");
        for (Difference test : result.significance()) {
            table.row(
                    test.a() + " - " + test.b(),
                    Display.signed(test.difference(), 4),
                    Display.signed(test.low(), 4) + " to " + Display.signed(test.high(), 4),
                    test.pHolm() < .0001 ? "< 0.0001" : Display.number(test.pHolm(), 4),
                    Display.count(test.better()),
                    Display.count(test.worse()),
                    Display.count(test.n()));
        }
        return table;
    }

    private static String name(Row row) {
        return row.control() ? "control: " + row.method() : row.method();
    }

    private static String cell(Spread spread) {
        return spread.mean() == null
                ? "-"
                : Display.number(spread.mean(), 3)
                        + (spread.sd() == null ? "" : " ± " + Display.number(spread.sd(), 3));
    }

    private static String number(@Nullable Double value, int decimals) {
        return value == null ? "-" : Display.number(value, decimals);
    }
}
