package vitrine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vitrine.chart.Token;

/** The page's style sheet: the tokens of both themes, then {@code report.css}. */
final class Style {
    private Style() {}

    static String sheet() {
        StringBuilder css = new StringBuilder();
        tokens(css.append(":root{color-scheme:light dark;"), false);
        tokens(css.append("}\n@media screen and (prefers-color-scheme:dark){:root{"), true);
        return css.append("}}\n").append(rules()).toString();
    }

    private static void tokens(StringBuilder css, boolean dark) {
        for (Token token : Token.values()) {
            css.append(token.css())
                    .append(":#")
                    .append(dark ? token.dark() : token.light())
                    .append(';');
        }
    }

    private static String rules() {
        try (InputStream in = Style.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
