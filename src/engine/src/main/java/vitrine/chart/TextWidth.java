package vitrine.chart;

/**
 * How wide a text is, without asking the machine's fonts: a chart is laid out the same everywhere, also where no Chinese
 * font is installed. Widths are those of DejaVu Sans, the widest of the usual fonts, so that others fit too.
 */
final class TextWidth {
    static final String ELLIPSIS = "\u2026";

    private TextWidth() {}

    /** Width in pixels at a font size in pixels. */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    /** The text, or its beginning with an ellipsis, not wider than {@code width}. */
    static String fit(String text, double size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        double left = width - of(ELLIPSIS, size);
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            left -= em(c) * size;
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }

    private static double em(int c) {
        if (c >= 0x2E80) {
            return 1;
        }
        if ("iljI.,:;'|!()[] ".indexOf(c) >= 0) {
            return .35;
        }
        if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%' || c == '@' || c == ELLIPSIS.charAt(0)) {
            return .98;
        }
        if (c == '+' || c == '\u2212') {
            return .84;
        }
        return Character.isUpperCase(c) ? .7 : .63;
    }
}
