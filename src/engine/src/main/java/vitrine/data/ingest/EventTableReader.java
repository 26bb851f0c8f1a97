package vitrine.data.ingest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vitrine.data.EventType;
import vitrine.data.prepare.EventTable;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;

/** Reads interaction files into one table, in file order. One use. */
final class EventTableReader {
    private static final int CANCELLATION_ROWS = 10_000;

    private final ReadRequest request;
    private final ReadLimits limits;
    private final JobContext context;
    private final Rejections rejections = new Rejections();
    private final List<ColumnProfiler> profilers = new ArrayList<>();
    private long rowsRead;

    EventTableReader(ReadRequest request, ReadLimits limits, JobContext context) {
        this.request = request;
        this.limits = limits;
        this.context = context;
    }

    /** What was read, before cleaning. */
    record Outcome(
            EventTable table,
            ColumnMapping mapping,
            long rowsRead,
            Rejections rejections,
            List<ColumnProfile> columns) {}

    Outcome read() {
        if (request.interactions().isEmpty()) {
            throw new BadInputException("No interactions were named. Name at least one file with --interactions FILE.");
        }
        ByteProgress progress = new ByteProgress(context, "Reading", request.interactions());
        List<FilePreview> previews = request.interactions().stream()
                .map(file -> FilePreview.ofInteractions(file, request.format(), knowsColumns(), limits))
                .toList();
        if (!request.columns().isEmpty() && previews.get(0).sequences()) {
            throw new BadInputException(
                    "A file of the format sequences has a user and all items on each line, and no columns."
                            + " Leave out --columns, or --format sequences.");
        }
        ColumnMapping mapping = request.columns().isEmpty()
                ? MappingGuess.withHeader(previews.get(0), request.mapping())
                : MappingGuess.withoutHeader(previews.get(0), request.columns());
        previews.forEach(preview -> FileBinding.of(preview, mapping));
        mapping.columns().forEach(name -> profilers.add(new ColumnProfiler(name)));
        EventTable table = new EventTable(columnsOf(mapping), eventWithoutName(mapping));
        DateOrder slashes = dateOrder(previews, mapping);
        for (FilePreview preview : previews) {
            progress.begin(preview.file());
            try (DelimitedReader reader = preview.open(limits, progress::advance)) {
                readRows(
                        reader,
                        mapping,
                        new RowReader(reader, preview, mapping, slashes, table, profilers, rejections));
            }
        }
        if (rowsRead == 0) {
            throw new BadInputException(request.interactions().get(0) + " has a header line and no rows. Name a file"
                    + " with one interaction a line; if its only line is data, name the columns with --columns.");
        }
        rejections.refuseTooMany(rowsRead);
        List<ColumnProfile> columns = IntStream.range(0, profilers.size())
                .filter(column -> !mapping.isSkipped(column))
                .mapToObj(column -> profilers.get(column).profile())
                .toList();
        return new Outcome(table, mapping, rowsRead, rejections, columns);
    }

    private boolean knowsColumns() {
        return !request.columns().isEmpty() || !request.mapping().isEmpty();
    }

    private void readRows(DelimitedReader reader, ColumnMapping mapping, RowReader rows) {
        if (mapping.header()) {
            reader.next();
        }
        while (reader.next()) {
            if (rowsRead % CANCELLATION_ROWS == 0) {
                context.cancellation().throwIfCancelled();
            }
            rows.readRecord(rowsRead++);
        }
    }

    /** Dates with slashes need a look at all of them before the first can be read. */
    private DateOrder dateOrder(List<FilePreview> previews, ColumnMapping mapping) {
        Integer column = mapping.roles().get(ColumnRole.TIME);
        DateOrderScan scan = new DateOrderScan();
        if (column == null || previews.stream().noneMatch(preview -> hasSlashes(preview, mapping, column))) {
            return scan.order();
        }
        ByteProgress progress = new ByteProgress(context, "Checking the dates of", request.interactions());
        for (FilePreview preview : previews) {
            int cell = FileBinding.of(preview, mapping).cell(column);
            progress.begin(preview.file());
            try (DelimitedReader reader = preview.open(limits, progress::advance)) {
                for (long row = 0; reader.next(); row++) {
                    if (row % CANCELLATION_ROWS == 0) {
                        context.cancellation().throwIfCancelled();
                    }
                    if (cell < reader.fields()) {
                        scan.see(reader.bytes(), reader.start(cell), reader.end(cell));
                    }
                }
            }
        }
        return scan.order();
    }

    private static boolean hasSlashes(FilePreview preview, ColumnMapping mapping, int column) {
        int cell = FileBinding.of(preview, mapping).cell(column);
        return preview.rows().stream().anyMatch(row -> cell < row.length && row[cell].indexOf('/') >= 0);
    }

    private static Set<EventTable.Column> columnsOf(ColumnMapping mapping) {
        EnumSet<EventTable.Column> columns = EnumSet.noneOf(EventTable.Column.class);
        for (EventTable.Column column : EventTable.Column.values()) {
            if (mapping.has(ColumnRole.valueOf(column.name()))) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Without an event column a value that is no quantity is a rating; everything else is a purchase. */
    private static EventType eventWithoutName(ColumnMapping mapping) {
        String value = mapping.column(ColumnRole.VALUE).orElse("");
        boolean sold = mapping.has(ColumnRole.PRICE) || mapping.has(ColumnRole.ORDER) || ColumnRole.isQuantity(value);
        return !value.isEmpty() && (ColumnRole.isRating(value) || !sold) ? EventType.RATING : EventType.PURCHASE;
    }
}
