package vitrine.cli.text;

import vitrine.action.ImportResult;

/** What was read, what each cleaning step did, what the columns hold. */
public final class ImportText {
    private static final int REJECTED_SHOWN = 10;

    private ImportText() {}

    /** @return lines of text with their ends */
    public static String of(ImportResult result) {
        StringBuilder text = new StringBuilder();
        text.append("Read ").append(Display.count(result.rowsRead())).append(" rows, kept ");
        text.append(Display.count(result.rowsKept())).append(", in ");
        text.append(Display.number(result.seconds(), 1)).append(" s (");
        text.append(Display.count(Math.round(result.rowsPerSecond()))).append(" rows/s)\n");
        text.append(Display.count(result.users())).append(" users, ");
        text.append(Display.count(result.items())).append(" items, ");
        text.append(Display.count(result.interactions())).append(" interactions, density ");
        text.append(Display.number(100 * result.density(), 3)).append(" %\n");
        if (!result.firstTime().isEmpty()) {
            text.append("From ").append(Display.clip(result.firstTime(), 40));
            text.append(" to ").append(Display.clip(result.lastTime(), 40)).append('\n');
        }
        steps(text, result);
        columns(text, result);
        rejected(text, result);
        return text.toString();
    }

    private static void steps(StringBuilder text, ImportResult result) {
        TextTable table = new TextTable("Cleaning step", ">before", ">after", ">removed", ">changed");
        for (ImportResult.Step step : result.steps()) {
            table.row(
                    step.name(),
                    Display.count(step.rowsBefore()),
                    Display.count(step.rowsAfter()),
                    Display.count(step.rowsBefore() - step.rowsAfter()),
                    Display.count(step.touched()));
        }
        if (!table.isEmpty()) {
            text.append('\n').append(table);
        }
    }

    private static void columns(StringBuilder text, ImportResult result) {
        TextTable table = new TextTable("Column", "type", ">missing", ">distinct");
        for (ImportResult.Column column : result.columns()) {
            table.row(column.name(), column.type(), Display.count(column.missing()), Display.count(column.distinct()));
        }
        if (!table.isEmpty()) {
            text.append('\n').append(table);
        }
    }

    private static void rejected(StringBuilder text, ImportResult result) {
        TextTable table = new TextTable("Rejected in", ">line", "because");
        result.rejected().stream()
                .limit(REJECTED_SHOWN)
                .forEach(row -> table.row(row.file(), Long.toString(row.line()), row.reason()));
        if (!table.isEmpty()) {
            text.append('\n').append(table);
        }
        if (result.rejected().size() > REJECTED_SHOWN) {
            text.append("and more; --json lists up to 100\n");
        }
    }
}
