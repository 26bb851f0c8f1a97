package vitrine.action;

import java.util.List;

/** Result of {@code import}; field names are the contract of the command line. Times are ISO-8601 UTC, empty if none. */
public record ImportResult(
        long rowsRead,
        long rowsKept,
        int users,
        int items,
        long interactions,
        double density,
        String firstTime,
        String lastTime,
        List<Step> steps,
        List<Rejected> rejected,
        List<Column> columns,
        double seconds,
        double rowsPerSecond) {
    /** A cleaning step with the rows it saw and the rows it left; {@code touched} counts rows changed but kept. */
    public record Step(String name, long rowsBefore, long rowsAfter, long touched) {}

    /** A row that could not be read. At most 100 are listed. */
    public record Rejected(String file, long line, String reason) {}

    /** A column of the file as it was read. */
    public record Column(String name, String type, long missing, long distinct) {}
}
