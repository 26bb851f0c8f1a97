package vitrine.metric;

/** One over the rank of the first relevant item, 0 when there is none; averaged over users it is MRR. */
public final class ReciprocalRank {
    private ReciprocalRank() {}

    /** @param hits whether the item at each place is relevant, best place first */
    public static double of(boolean[] hits) {
        for (int i = 0; i < hits.length; i++) {
            if (hits[i]) {
                return ofRank(i + 1);
            }
        }
        return 0;
    }

    /** The measure for a first relevant item at {@code rank} (1 is best). */
    public static double ofRank(int rank) {
        return 1.0 / rank;
    }
}
