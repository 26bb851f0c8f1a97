package vitrine.assess.faithfulness;

/** Why the verdict is what it is; {@code words} has the sentence for each. */
public enum VerdictReason {
    /** Linear model, contributions equal to the formula. */
    EXACT_BY_FORMULA,
    /** p at most .05, not behind cosine, sums up. */
    BEATS_RANDOM_AND_COSINE,
    /** p at most .05 but plain item similarity does at least as well. */
    NO_BETTER_THAN_COSINE,
    /** p at most .05 but the contributions do not add up to the score difference. */
    DOES_NOT_ADD_UP,
    /** p above .05: no faster than random orders. */
    NO_BETTER_THAN_RANDOM,
    /** Clearly behind plain item similarity. */
    WORSE_THAN_COSINE,
    /** Fewer than five history items can be removed. */
    TOO_FEW_ITEMS,
    /** The history hardly moves this score. */
    HISTORY_HARDLY_MATTERS,
    /** A check could not be carried out. */
    CHECK_FAILED
}
