package vitrine.metric;

/** 1 when at least one relevant item is among the first k, else 0; averaged over users it is HR@k. */
public final class HitRateAtK {
    private HitRateAtK() {}

    /** @param hits whether the item at each place is relevant, best place first */
    public static double of(boolean[] hits, int k) {
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            if (hits[i]) {
                return 1;
            }
        }
        return 0;
    }

    /** The measure for a single relevant item at {@code rank} (1 is best). */
    public static double ofRank(int rank, int k) {
        return rank <= k ? 1 : 0;
    }
}
