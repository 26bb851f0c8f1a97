package vitrine.cli.text;

import vitrine.action.GenerateResult;

/** Which files were made and how large the shop is. */
public final class GenerateText {
    private GenerateText() {}

    /** @return lines of text with their ends */
    public static String of(GenerateResult result) {
        StringBuilder text = new StringBuilder();
        text.append(Display.count(result.users())).append(" users, ");
        text.append(Display.count(result.items())).append(" items, ");
        text.append(Display.count(result.events())).append(" events\n");
        result.files()
                .forEach(file ->
                        text.append("Wrote ").append(Display.clip(file, 400)).append('\n'));
        return text.toString();
    }
}
