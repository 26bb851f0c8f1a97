package vitrine.data.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;
import vitrine.data.prepare.CleaningPlan;
import vitrine.data.prepare.LogAssembly;
import vitrine.data.prepare.StepReport;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/**
 * The door of this package: files in, a cleaned log with its catalogs and the record of what was done out. Reads as a
 * stream; the log is held in memory once as a table and once as columns. Deterministic, single-threaded.
 */
public final class DataReader {
    private final ReadLimits limits;

    public DataReader() {
        this(ReadLimits.DEFAULT);
    }

    /** @param limits what a file may claim before it is refused */
    public DataReader(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * @throws BadInputException naming file, line, column and what to do
     * @throws vitrine.run.CancelledException soon after the context says so
     */
    public ReadResult read(ReadRequest request, JobContext context) {
        return read(request, plan(request), context);
    }

    /** The same without the k-core, whoever asks for it, list or request: nothing goes for being rare. */
    public ReadResult readUncut(ReadRequest request, JobContext context) {
        return read(request, plan(request).withoutKCore(), context);
    }

    private ReadResult read(ReadRequest request, CleaningPlan plan, JobContext context) {
        request.items().ifPresent(SourceFile::sizeOf);
        request.users().ifPresent(SourceFile::sizeOf);
        EventTableReader.Outcome read = new EventTableReader(request, limits, context).read();
        List<StepReport> steps = plan.run(read.table(), context);
        LogAssembly assembly = new LogAssembly(read.table());
        InteractionLog log = assembly.log();
        context.cancellation().throwIfCancelled();
        Catalog items = catalog(ColumnRole.ITEM, request.items(), assembly.itemCatalog(), context);
        Catalog users = catalog(ColumnRole.USER, request.users(), assembly.userCatalog(), context);
        return new ReadResult(
                log,
                items,
                users,
                read.mapping(),
                read.rowsRead(),
                steps,
                read.rejections().count(),
                read.rejections().listed(),
                read.columns(),
                extremeTime(log, true),
                extremeTime(log, false));
    }

    private static CleaningPlan plan(ReadRequest request) {
        return request.cleaning()
                .map(file -> CleaningListReader.read(file, request))
                .orElseGet(() -> CleaningPlan.standard(
                        request.eventWeights(),
                        request.minValue(),
                        request.minUser(),
                        request.minItem(),
                        request.productsOnly()));
    }

    private Catalog catalog(ColumnRole role, Optional<Path> file, Catalog known, JobContext context) {
        return file.map(path -> new CatalogReader(role, limits, context).read(path, Optional.empty(), known))
                .orElse(known);
    }

    private static Optional<Instant> extremeTime(InteractionLog log, boolean earliest) {
        if (!log.hasTimes()) {
            return Optional.empty();
        }
        long extreme = log.time(0);
        for (int row = 1; row < log.size(); row++) {
            extreme = earliest ? Math.min(extreme, log.time(row)) : Math.max(extreme, log.time(row));
        }
        return Optional.of(Instant.ofEpochMilli(extreme));
    }
}
