package vitrine.assess.faithfulness;

/**
 * Removal-test measures of one order of the history (science: DEL, INS, POS@K, NEG@K, CDCG).
 *
 * @param pos share of steps with rank at most K when the top bins go first; lower is better
 * @param neg the same when the least important go first; higher is better
 * @param del mean normalised score while deleting the top bins; lower is better
 * @param ins mean normalised score while keeping only the top bins; higher is better
 * @param cdcg mean of 1 / log2(rank + 1) while deleting; lower is better
 */
public record RemovalScores(double pos, double neg, double del, double ins, double cdcg) {
    /** The headline: INS - DEL, higher is better. */
    public double f() {
        return ins - del;
    }
}
