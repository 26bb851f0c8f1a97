package vitrine.metric;

/**
 * Mean of the precision at each relevant item found among the first k, divided by the number of <em>all</em> relevant
 * items (not by {@code min(k, that)}, as some libraries do); averaged over users it is MAP@k.
 */
public final class AveragePrecisionAtK {
    private AveragePrecisionAtK() {}

    /**
     * @param hits whether the item at each place is relevant, best place first
     * @param relevant number of relevant items in all, found or not
     * @return 0 when nothing is relevant
     */
    public static double of(boolean[] hits, int relevant, int k) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            if (hits[i]) {
                found++;
                sum += found / (i + 1.0);
            }
        }
        return relevant == 0 ? 0 : sum / relevant;
    }

    /** The measure for a single relevant item at {@code rank} (1 is best). */
    public static double ofRank(int rank, int k) {
        return rank <= k ? 1.0 / rank : 0;
    }
}
