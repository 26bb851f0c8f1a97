package vitrine.chart;

import java.util.Locale;

/** A colour by its meaning; light and dark values stand in {@link ChartTheme}. */
public enum Token {
    FG("24292f", "c9d1d9"),
    MUTED("57606a", "8b949e"),
    BG("ffffff", "0d1117"),
    SUBTLE("f6f8fa", "161b22"),
    BORDER("d0d7de", "30363d"),
    RAISE("0550ae", "58a6ff"),
    LOWER("bc4c00", "db6d28"),
    ACCENT("0969da", "58a6ff"),
    ACCENT_SUBTLE("ddf4ff", "121d2f"),
    SUCCESS("1a7f37", "3fb950"),
    SUCCESS_SUBTLE("dafbe1", "12261e"),
    WARNING("9a6700", "d29922"),
    WARNING_SUBTLE("fff8c5", "272115"),
    DANGER("cf222e", "f85149"),
    DANGER_SUBTLE("ffebe9", "25171c"),
    TRAIN("0550ae", "58a6ff"),
    VALID("cf6a00", "f0883e"),
    YARDSTICK("6e7781", "8b949e"),
    BAND("d0d7de", "30363d"),
    MODEL_A("0550ae", "58a6ff"),
    MODEL_B("cf6a00", "f0883e"),
    MODEL_C("24292f", "e6edf3"),
    MODEL_D("3f9a8f", "2f9e8f"),
    MODEL_E("8250df", "bc8cff"),
    MODEL_F("bf3989", "f778ba"),
    DIV_0("762c00", "ffc680"),
    DIV_1("bc4c00", "f0883e"),
    DIV_2("fb8f44", "bd561d"),
    DIV_3("ffd8b5", "762d0a"),
    DIV_4("f6f8fa", "21262d"),
    DIV_5("b6e3ff", "0d419d"),
    DIV_6("54aeff", "1f6feb"),
    DIV_7("0969da", "58a6ff"),
    DIV_8("033d8b", "a5d6ff"),
    SEQ_0("f6f8fa", "21262d"),
    SEQ_1("ddf4ff", "0c2d6b"),
    SEQ_2("b6e3ff", "0d419d"),
    SEQ_3("80ccff", "1158c7"),
    SEQ_4("54aeff", "1f6feb"),
    SEQ_5("218bff", "388bfd"),
    SEQ_6("0969da", "58a6ff"),
    SEQ_7("0550ae", "79c0ff"),
    SEQ_8("033d8b", "cae8ff");

    private final String light;
    private final String dark;

    Token(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The CSS custom property a page defines for this token, such as {@code --v-raise}. */
    public String css() {
        return "--v-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Six hex digits. */
    public String light() {
        return light;
    }

    /** Six hex digits. */
    public String dark() {
        return dark;
    }
}
