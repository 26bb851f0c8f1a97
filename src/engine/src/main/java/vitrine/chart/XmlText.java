package vitrine.chart;

/** Makes any string safe inside HTML and XML: titles are data and may be hostile. */
public final class XmlText {
    private XmlText() {}

    /** Escaped for element content and for attributes in either kind of quotes. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XmlText::allowed).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Without what XML 1.0 forbids (control characters, lone surrogates) and without line breaks. */
    public static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(XmlText::allowed)
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    /** XML 1.0 Char, less the invisible characters that turn the direction of the text after them. */
    private static boolean allowed(int c) {
        boolean xml = c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean c1 = c >= 0x7F && c <= 0x9F;
        return xml && !turns && !c1;
    }
}
