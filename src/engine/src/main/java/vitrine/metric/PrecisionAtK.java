package vitrine.metric;

/** Share of the first k places that hold a relevant item; a list shorter than k still divides by k. */
public final class PrecisionAtK {
    private PrecisionAtK() {}

    /** @param hits whether the item at each place is relevant, best place first */
    public static double of(boolean[] hits, int k) {
        return count(hits, k) / (double) k;
    }

    /** The measure for a single relevant item at {@code rank} (1 is best). */
    public static double ofRank(int rank, int k) {
        return rank <= k ? 1.0 / k : 0;
    }

    static int count(boolean[] hits, int k) {
        int found = 0;
        for (int i = 0; i < Math.min(k, hits.length); i++) {
            if (hits[i]) {
                found++;
            }
        }
        return found;
    }
}
