package vitrine.desktop.control;

import vitrine.assess.faithfulness.Verdict;

/** What a badge can say: the six verdicts, that the checks are still running, and that they were stopped. */
public enum VerdictState {
    SUPPORTED("supported", "M8 .5a7.5 7.5 0 1 0 .001 0Z", "✓"),
    PARTLY("partly", "M8 1 15.5 14.5H.5Z", "!"),
    NOT_SUPPORTED("not-supported", "M5 .5H11L15.5 5V11L11 15.5H5L.5 11V5Z", "×"),
    EXACT("exact", "M1 1H15V15H1Z", "="),
    CHECKING("checking", "M8 .5a7.5 7.5 0 1 0 .001 0ZM8 2.5a5.5 5.5 0 1 1-.001 0Z", ""),
    UNCHECKED("unchecked", "M8 .5a7.5 7.5 0 1 0 .001 0ZM8 2.5a5.5 5.5 0 1 1-.001 0Z", ""),
    NOT_TESTABLE(
            "not-testable",
            "M8 .5A7.5 7.5 0 0 1 13 2.4L11.7 3.9A5.5 5.5 0 0 0 8 2.5ZM15.2 6A7.5 7.5 0 0 1 14.5 11.7L12.8 10.7A5.5 5.5"
                    + " 0 0 0 13.3 6.6ZM11.7 14.5A7.5 7.5 0 0 1 6 15.2L6.6 13.3A5.5 5.5 0 0 0 10.7 12.8ZM2.9 13.5A7.5"
                    + " 7.5 0 0 1 .6 8.7L2.6 8.5A5.5 5.5 0 0 0 4.3 12ZM1 5.3A7.5 7.5 0 0 1 4.6 1.3L5.5 3.1A5.5 5.5 0"
                    + " 0 0 2.9 6Z",
            ""),
    FAILED("failed", "M8 .5a7.5 7.5 0 1 0 .001 0ZM8 2a6 6 0 1 1-.001 0ZM8.8 3.5 4.8 9H7.5L6.8 12.5 11.2 7H8.3Z", "");

    private final String style;
    private final String path;
    private final String glyph;

    VerdictState(String style, String path, String glyph) {
        this.style = style;
        this.path = path;
        this.glyph = glyph;
    }

    public static VerdictState of(Verdict verdict) {
        return switch (verdict) {
            case EXACT -> EXACT;
            case SUPPORTED -> SUPPORTED;
            case PARTLY -> PARTLY;
            case NOT_SUPPORTED -> NOT_SUPPORTED;
            case NOT_TESTABLE -> NOT_TESTABLE;
            case FAILED -> FAILED;
        };
    }

    /** Last part of the style class {@code verdict-…} and of the text key {@code verdict.…}. */
    public String style() {
        return style;
    }

    String path() {
        return path;
    }

    String glyph() {
        return glyph;
    }
}
