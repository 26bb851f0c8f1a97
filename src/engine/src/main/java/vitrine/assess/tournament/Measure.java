package vitrine.assess.tournament;

/** What is measured of a method on one recommendation; means over users of these make the table. */
public enum Measure {
    /** Share of steps with rank at most K when the top bins go first, K = max(5, original rank); lower is better. */
    POS5("pos5"),
    /** The same when the least important go first; higher is better. */
    NEG5("neg5"),
    /** Mean normalised score while deleting the top bins; lower is better. */
    DEL("del"),
    /** Mean normalised score while keeping only the top bins; higher is better. */
    INS("ins"),
    /** INS - DEL, the headline; higher is better. */
    F("f"),
    /** Mean of 1 / log2(rank + 1) while deleting; lower is better. */
    CDCG("cdcg"),
    /** Normalised infidelity: 0 predicts every removal, 1 is worth nothing; controls claim no amounts and have none. */
    INFIDELITY("infidelity"),
    /** Time of one explanation. */
    MILLISECONDS("milliseconds"),
    /** Times the model was asked for scores during one explanation. */
    EVALUATIONS("evaluations"),
    /** Times the model was asked for a gradient. */
    GRADIENTS("gradients");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** The name in JSON. */
    public String code() {
        return code;
    }
}
