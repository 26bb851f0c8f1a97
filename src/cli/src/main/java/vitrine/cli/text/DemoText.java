package vitrine.cli.text;

import vitrine.action.DemoResult;

/** Where the report is. */
public final class DemoText {
    private DemoText() {}

    /** @return lines of text with their ends */
    public static String of(DemoResult result) {
        StringBuilder text = new StringBuilder("Done in ");
        text.append(Display.number(result.seconds(), 1)).append(" s. Open the report in a browser:\n  ");
        text.append(Display.clip(result.report(), 400)).append('\n');
        result.pictures()
                .forEach(file ->
                        text.append("Picture ").append(Display.clip(file, 400)).append('\n'));
        return text.toString();
    }
}
