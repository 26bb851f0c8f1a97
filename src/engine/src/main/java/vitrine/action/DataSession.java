package vitrine.action;

import java.util.Map;
import java.util.TreeMap;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;
import vitrine.data.LogFingerprint;
import vitrine.data.ingest.ReadResult;
import vitrine.run.JobContext;

/** Data read and cleaned once, then looked at and learned from as often as wanted. Immutable. */
public final class DataSession {
    private final DataOptions options;
    private final ReadResult read;
    private final ImportResult result;
    private final String fingerprint;
    private final CleaningList cleaning;

    private DataSession(DataOptions options, ReadResult read, ImportResult result) {
        this.options = options;
        this.read = read;
        this.result = result;
        this.fingerprint = LogFingerprint.of(read.log());
        this.cleaning = CleaningList.of(options);
    }

    /** @throws vitrine.run.BadInputException naming file, line, column and what to do */
    public static DataSession open(DataOptions options, JobContext context) {
        long start = System.nanoTime();
        ReadResult read = DataLoading.read(options, context);
        return new DataSession(options, read, ImportAction.result(read, (System.nanoTime() - start) / 1e9));
    }

    public DataOptions options() {
        return options;
    }

    public InteractionLog log() {
        return read.log();
    }

    /** What is known about the products of the log. */
    public Catalog items() {
        return read.items();
    }

    /** What is known about the users of the log. */
    public Catalog users() {
        return read.users();
    }

    /** Role word to the name of the column that was read as it. */
    public Map<String, String> mapping() {
        Map<String, String> mapping = new TreeMap<>();
        read.mapping()
                .roles()
                .keySet()
                .forEach(role -> read.mapping().column(role).ifPresent(column -> mapping.put(role.word(), column)));
        return mapping;
    }

    /** The cleaning as switches: the steps that ran and those that are off. */
    public CleaningList cleaning() {
        return cleaning;
    }

    /** Counts, steps, rejected rows, columns. */
    public ImportResult result() {
        return result;
    }

    /** SHA-256 of the cleaned interactions. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Rows that could not be read, all of them; {@link ImportResult#rejected} lists the first hundred. */
    public long rejectedCount() {
        return read.rejectedCount();
    }

    ReadResult read() {
        return read;
    }
}
