package vitrine.action;

import java.time.Instant;
import vitrine.data.InteractionLog;
import vitrine.data.ingest.ReadResult;
import vitrine.run.JobContext;

/** Reads, cleans and profiles data. */
public final class ImportAction implements Action<DataOptions, ImportResult> {
    @Override
    public ImportResult run(DataOptions request, JobContext context) {
        long start = System.nanoTime();
        ReadResult read = DataLoading.read(request, context);
        return result(read, (System.nanoTime() - start) / 1e9);
    }

    static ImportResult result(ReadResult read, double seconds) {
        InteractionLog log = read.log();
        int users = log.users().size();
        int items = log.items().size();
        double cells = (double) users * items;
        return new ImportResult(
                read.rowsRead(),
                log.size(),
                users,
                items,
                log.size(),
                cells == 0 ? 0 : pairs(log) / cells,
                read.firstTime().map(Instant::toString).orElse(""),
                read.lastTime().map(Instant::toString).orElse(""),
                read.steps().stream()
                        .map(s -> new ImportResult.Step(s.name(), s.rowsBefore(), s.rowsAfter(), s.touched()))
                        .toList(),
                read.rejected().stream()
                        .map(r -> new ImportResult.Rejected(r.file(), r.line(), r.reason()))
                        .toList(),
                read.columns().stream()
                        .map(c -> new ImportResult.Column(c.name(), c.type(), c.missing(), c.distinct()))
                        .toList(),
                seconds,
                read.rowsRead() / seconds);
    }

    /** Different (user, item) pairs: what fills the matrix. */
    private static long pairs(InteractionLog log) {
        int[] lastUserOf = new int[log.items().size()];
        java.util.Arrays.fill(lastUserOf, -1);
        long pairs = 0;
        for (int row = 0; row < log.size(); row++) {
            if (lastUserOf[log.item(row)] != log.user(row)) {
                lastUserOf[log.item(row)] = log.user(row);
                pairs++;
            }
        }
        return pairs;
    }
}
