package vitrine.data.ingest;

import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Counts different hashes in bounded memory by adaptive sampling (Wegman; Flajolet 1990): exact until the set is full,
 * then only hashes whose lowest {@code depth} bits are 0 are kept and the count is their number times 2^depth. The
 * standard error is about 1.2 / sqrt(capacity).
 */
final class DistinctCounter {
    private static final int CAPACITY = 1 << 19;

    private final LongOpenHashSet kept = new LongOpenHashSet();
    private final int capacity;
    private int depth;
    private long last;
    private boolean any;

    DistinctCounter() {
        this(CAPACITY);
    }

    DistinctCounter(int capacity) {
        this.capacity = capacity;
    }

    void see(long hash) {
        // Sorted files repeat the same value for many rows.
        if (any && hash == last) {
            return;
        }
        any = true;
        last = hash;
        if (isKept(hash) && kept.add(hash)) {
            while (kept.size() > capacity) {
                depth++;
                thin();
            }
        }
    }

    long count() {
        return (long) kept.size() << depth;
    }

    private boolean isKept(long hash) {
        return (hash & ((1L << depth) - 1)) == 0;
    }

    private void thin() {
        for (LongIterator hashes = kept.iterator(); hashes.hasNext(); ) {
            if (!isKept(hashes.nextLong())) {
                hashes.remove();
            }
        }
    }
}
