package vitrine.metric;

/** Share of all relevant items that are among the first k. */
public final class RecallAtK {
    private RecallAtK() {}

    /**
     * @param hits whether the item at each place is relevant, best place first
     * @param relevant number of relevant items in all, found or not
     * @return 0 when nothing is relevant
     */
    public static double of(boolean[] hits, int relevant, int k) {
        return relevant == 0 ? 0 : PrecisionAtK.count(hits, k) / (double) relevant;
    }

    /** The measure for a single relevant item at {@code rank} (1 is best). */
    public static double ofRank(int rank, int k) {
        return rank <= k ? 1 : 0;
    }
}
