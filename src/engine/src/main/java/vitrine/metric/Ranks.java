package vitrine.metric;

/**
 * The 1-based rank of one candidate by score, higher first. Equal scores rank in the order the candidates were given,
 * so a caller who gives them sorted by id gets ties broken by id. NaN ranks last. One pass, no sort.
 */
public final class Ranks {
    private Ranks() {}

    /** @param index position of the candidate in {@code scores} */
    public static int of(double[] scores, int index) {
        int rank = 1;
        for (int i = 0; i < scores.length; i++) {
            if (PartialTopK.precedes(scores, i, index)) {
                rank++;
            }
        }
        return rank;
    }
}
