package vitrine.report;

import java.util.Locale;
import java.util.Optional;
import vitrine.assess.faithfulness.Verdict;
import vitrine.chart.Token;
import vitrine.words.Bilingual;
import vitrine.words.VerdictWords;

/** A verdict as shape and word; the shape alone tells the states apart, colour comes last. */
final class Badge {
    private static final Bilingual VERDICT = new Bilingual("Verdict: ", "核验结论：");
    private static final Bilingual UNCHECKED = new Bilingual("Not checked", "未核验");

    private Badge() {}

    /** Shape and word on the state's pale ground. */
    static String large(Verdict verdict, Locale language) {
        String word = VerdictWords.word(verdict).in(language);
        return "<span class=\"badge " + verdict.code() + "\">" + svg(verdict, 16, "aria-hidden=\"true\"")
                + "<span class=\"off\">" + VERDICT.in(language) + "</span>" + word + "</span>";
    }

    /** The shape alone, its word as accessible name and tooltip; a dot for a reason nobody checked. */
    static String small(Optional<Verdict> verdict, Locale language) {
        if (verdict.isEmpty()) {
            String word = UNCHECKED.in(language);
            return "<svg class=\"shape\" width=\"12\" height=\"12\" viewBox=\"0 0 16 16\" role=\"img\" aria-label=\""
                    + word + "\"><title>" + word + "</title><circle cx=\"8\" cy=\"8\" r=\"2.5\" fill=\"var("
                    + Token.MUTED.css() + ")\"/></svg>";
        }
        String word = VerdictWords.word(verdict.get()).in(language);
        return svg(verdict.get(), 12, "role=\"img\" aria-label=\"" + word + "\"")
                .replaceFirst(">", "><title>" + word + "</title>");
    }

    private static String svg(Verdict verdict, int size, String role) {
        return "<svg class=\"shape\" width=\"" + size + "\" height=\"" + size + "\" viewBox=\"0 0 16 16\" " + role + ">"
                + shape(verdict) + "</svg>";
    }

    private static String shape(Verdict verdict) {
        String on = "fill=\"none\" stroke=\"var(" + Token.BG.css()
                + ")\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";
        return switch (verdict) {
            case SUPPORTED ->
                "<circle cx=\"8\" cy=\"8\" r=\"8\" fill=\"" + color(Token.SUCCESS) + "\"/>"
                        + "<path d=\"M4.5 8.3 7 10.8 11.5 5.6\" " + on + "/>";
            case PARTLY ->
                "<path d=\"M8 .8 15.8 15H.2Z\" fill=\"" + color(Token.WARNING) + "\"/>"
                        + "<path d=\"M8 5.8v4M8 12.6v.01\" " + on + "/>";
            case NOT_SUPPORTED ->
                "<path d=\"M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7Z\" fill=\"" + color(Token.DANGER) + "\"/>"
                        + "<path d=\"M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4\" " + on + "/>";
            case EXACT ->
                "<rect width=\"16\" height=\"16\" rx=\"2\" fill=\"" + color(Token.ACCENT) + "\"/>"
                        + "<path d=\"M4.5 6h7M4.5 10h7\" " + on + "/>";
            case NOT_TESTABLE ->
                "<circle cx=\"8\" cy=\"8\" r=\"6.8\" fill=\"none\" stroke=\"" + color(Token.MUTED)
                        + "\" stroke-width=\"2\" stroke-dasharray=\"3 2.4\"/>";
            case FAILED ->
                "<circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"none\" stroke=\"" + color(Token.DANGER)
                        + "\" stroke-width=\"1.6\"/><path d=\"M8.9 3 5 9h2.6L6.9 13 11 7H8.4Z\" fill=\""
                        + color(Token.DANGER) + "\"/>";
        };
    }

    private static String color(Token token) {
        return "var(" + token.css() + ")";
    }
}
