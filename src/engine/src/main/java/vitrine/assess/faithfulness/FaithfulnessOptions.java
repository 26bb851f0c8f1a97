package vitrine.assess.faithfulness;

/**
 * How hard an explanation is tested.
 *
 * @param randomOrders random orders that the p-value is made of
 * @param rankedRandomOrders how many of them (the first) are also ranked against all candidates, for the random
 *     control's POS, NEG and CDCG; ranking costs far more than one score
 * @param infidelityDraws random removals infidelity is the mean of
 * @param minimumK least K of POS and NEG; K is the original rank where that is larger
 * @param seed of all random orders and removals
 */
public record FaithfulnessOptions(
        int randomOrders, int rankedRandomOrders, int infidelityDraws, int minimumK, long seed) {
    public FaithfulnessOptions {
        if (randomOrders < 19) {
            throw new IllegalArgumentException(
                    "randomOrders must be at least 19, else p cannot reach .05; not " + randomOrders);
        }
        if (rankedRandomOrders < 1 || rankedRandomOrders > randomOrders) {
            throw new IllegalArgumentException(
                    "rankedRandomOrders must be between 1 and " + randomOrders + ", not " + rankedRandomOrders);
        }
        if (infidelityDraws < 1) {
            throw new IllegalArgumentException("infidelityDraws must be at least 1, not " + infidelityDraws);
        }
        if (minimumK < 1) {
            throw new IllegalArgumentException("minimumK must be at least 1, not " + minimumK);
        }
    }

    /** 199 orders, 10 of them ranked, 100 removals, K at least 5. */
    public static FaithfulnessOptions of(long seed) {
        return new FaithfulnessOptions(199, 10, 100, 5, seed);
    }
}
