package vitrine.data.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;
import vitrine.data.prepare.StepReport;

/**
 * A cleaned log with everything that happened on the way.
 *
 * @param items what is known about the items of the log
 * @param users what is known about the users of the log
 * @param mapping which column was read as what
 * @param rowsRead data rows of the files, rejected ones included
 * @param steps cleaning steps that ran, in order
 * @param rejectedCount rows that could not be read
 * @param rejected the first hundred of them
 * @param columns profile of the columns as they were read
 * @param firstTime of the kept rows; empty without times
 * @param lastTime of the kept rows; empty without times
 */
public record ReadResult(
        InteractionLog log,
        Catalog items,
        Catalog users,
        ColumnMapping mapping,
        long rowsRead,
        List<StepReport> steps,
        long rejectedCount,
        List<RejectedRow> rejected,
        List<ColumnProfile> columns,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime) {}
