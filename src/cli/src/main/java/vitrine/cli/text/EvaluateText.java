package vitrine.cli.text;

import vitrine.action.EvaluateResult;

/** Measures, never without their protocol. */
public final class EvaluateText {
    private EvaluateText() {}

    /** @return lines of text with their ends */
    public static String of(EvaluateResult result) {
        TextTable table = new TextTable("measure", ">value");
        result.metrics().forEach((name, value) -> {
            if (value != null) {
                table.row(name, Display.number(value, 4));
            }
        });
        return Display.clip(result.model(), 400) + " under protocol " + result.protocol() + ", k = " + result.k() + ", "
                + Display.count(result.users()) + " users, " + Display.number(result.seconds(), 1) + " s\n\n" + table;
    }
}
