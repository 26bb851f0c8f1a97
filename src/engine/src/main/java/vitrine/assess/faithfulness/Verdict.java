package vitrine.assess.faithfulness;

/** What the tests say about one explanation: of the model, never of the world. */
public enum Verdict {
    EXACT("exact"),
    SUPPORTED("supported"),
    PARTLY("partly"),
    NOT_SUPPORTED("not-supported"),
    NOT_TESTABLE("not-testable"),
    FAILED("failed");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    /** The word in JSON and CSV. */
    public String code() {
        return code;
    }
}
