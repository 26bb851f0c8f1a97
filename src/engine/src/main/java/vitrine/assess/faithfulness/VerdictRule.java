package vitrine.assess.faithfulness;

/**
 * The rule that turns measurements into a verdict. <em>Not supported</em>: p above .05, or F more than .05 behind
 * cosine. <em>Supported</em>: p at most .05, F at most .01 behind cosine, and contributions that add up to within 5 %
 * where the method says they do. <em>Partly</em>: what lies between.
 */
final class VerdictRule {
    /** Fewest history items that can be tested. */
    static final int FEWEST_ITEMS = 5;
    /** Least effect of the history, in standard deviations of the candidates' scores. */
    static final double LEAST_EFFECT = .05;

    private static final double SIGNIFICANCE = .05;
    private static final double CLEARLY_BEHIND = .05;
    private static final double BEHIND = .01;
    private static final double LARGEST_GAP = .05;
    /** Two orders that remove the same sets get the same F, up to the last bits of a sum. */
    private static final double ROUNDING = 1e-9;

    private VerdictRule() {}

    /** {@code (1 + random orders with F at least ours) / (orders + 1)}. */
    static double pValue(double f, double[] randomF) {
        int asGood = 0;
        for (double other : randomF) {
            if (other >= f - ROUNDING) {
                asGood++;
            }
        }
        return (1.0 + asGood) / (randomF.length + 1.0);
    }

    /** @param gap completeness gap as a share; 0 where the method promises no sum */
    static VerdictReason judge(double p, double f, double cosineF, double gap) {
        if (p > SIGNIFICANCE) {
            return VerdictReason.NO_BETTER_THAN_RANDOM;
        }
        if (f < cosineF - CLEARLY_BEHIND) {
            return VerdictReason.WORSE_THAN_COSINE;
        }
        if (f < cosineF - BEHIND) {
            return VerdictReason.NO_BETTER_THAN_COSINE;
        }
        return gap > LARGEST_GAP ? VerdictReason.DOES_NOT_ADD_UP : VerdictReason.BEATS_RANDOM_AND_COSINE;
    }

    static Verdict verdict(VerdictReason reason) {
        return switch (reason) {
            case EXACT_BY_FORMULA -> Verdict.EXACT;
            case BEATS_RANDOM_AND_COSINE -> Verdict.SUPPORTED;
            case NO_BETTER_THAN_COSINE, DOES_NOT_ADD_UP -> Verdict.PARTLY;
            case NO_BETTER_THAN_RANDOM, WORSE_THAN_COSINE -> Verdict.NOT_SUPPORTED;
            case TOO_FEW_ITEMS, HISTORY_HARDLY_MATTERS -> Verdict.NOT_TESTABLE;
            case CHECK_FAILED -> Verdict.FAILED;
        };
    }
}
