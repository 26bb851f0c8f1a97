package vitrine.metric;

/**
 * Normalised discounted cumulative gain with binary relevance: {@code DCG / ideal DCG}, where DCG sums {@code 1 /
 * log2(rank + 1)} over the relevant items among the first k, and the ideal list has its {@code min(k, relevant)} first
 * places relevant. From 0 to 1, higher is better. Source: Järvelin and Kekäläinen, 2002.
 */
public final class NdcgAtK {
    private NdcgAtK() {}

    /**
     * @param hits whether the item at each place is relevant, best place first
     * @param relevant number of relevant items in all, found or not
     * @return 0 when nothing is relevant
     */
    public static double of(boolean[] hits, int relevant, int k) {
        double gain = 0;
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            if (hits[i]) {
                gain += discount(i + 1);
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(k, relevant); rank++) {
            ideal += discount(rank);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    /** The measure for a single relevant item at {@code rank} (1 is best). */
    public static double ofRank(int rank, int k) {
        return rank <= k ? discount(rank) : 0;
    }

    /** What an item at {@code rank} (1 is best) is worth: {@code 1 / log2(rank + 1)}. */
    public static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }
}
