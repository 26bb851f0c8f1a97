package vitrine.data.ingest;

import tech.tablesaw.api.StringColumn;
import vitrine.data.prepare.TextDecoding;

/** Profiles one column while it streams by: bounded memory, whatever the length of the file. */
final class ColumnProfiler {
    private static final int DENSE_SAMPLE = 2_000;
    private static final int WHOLE_SAMPLE = 10_000;
    private static final int SPARSE_STEP = 1_000;

    private final StringColumn sample;
    private final DistinctCounter distinct = new DistinctCounter();
    private long missing;
    private long present;

    ColumnProfiler(String name) {
        sample = StringColumn.create(name);
    }

    /** @param hash of the cell's bytes */
    void see(byte[] text, int from, int to, long hash) {
        if (from == to) {
            missing++;
            return;
        }
        distinct.see(hash);
        if (present < DENSE_SAMPLE || (present % SPARSE_STEP == 0 && sample.size() < WHOLE_SAMPLE)) {
            sample.append(TextDecoding.decode(text, from, to));
        }
        present++;
    }

    ColumnProfile profile() {
        return new ColumnProfile(sample.name(), SampleTypes.of(sample), missing, distinct.count());
    }
}
