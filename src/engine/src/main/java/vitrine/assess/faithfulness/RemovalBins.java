package vitrine.assess.faithfulness;

/** Ten near-equal bins over n items (n bins when n is below 10); the larger bins come first. */
record RemovalBins(int items, int count) {
    private static final int MOST = 10;

    static RemovalBins of(int items) {
        return new RemovalBins(items, Math.min(MOST, items));
    }

    /** Number of items in the first {@code bins} bins, from 0 to all. */
    int end(int bins) {
        return bins * (items / count) + Math.min(bins, items % count);
    }
}
