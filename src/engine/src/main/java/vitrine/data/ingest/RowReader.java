package vitrine.data.ingest;

import java.util.List;
import java.util.Map;
import vitrine.data.prepare.EventRow;
import vitrine.data.prepare.EventTable;
import vitrine.data.prepare.Hash64;
import vitrine.data.prepare.TextDictionary;

/** Turns the records of one file into rows of the table; a record it cannot read is rejected with its place. */
final class RowReader {
    private static final int LONGEST_QUOTE = 60;

    private final DelimitedReader reader;
    private final String file;
    private final ColumnMapping mapping;
    private final FileBinding binding;
    private final EventTable table;
    private final List<ColumnProfiler> profilers;
    private final Rejections rejections;
    private final TimeParser times;
    private final NumberParser numbers;
    private final int[] column = new int[ColumnRole.values().length];
    private final long[] columnSeed;
    private final long[] hash;
    private long fingerprint;

    RowReader(
            DelimitedReader reader,
            FilePreview preview,
            ColumnMapping mapping,
            DateOrder slashes,
            EventTable table,
            List<ColumnProfiler> profilers,
            Rejections rejections) {
        this.reader = reader;
        this.file = SourceFile.nameOf(preview.file());
        this.mapping = mapping;
        this.binding = FileBinding.of(preview, mapping);
        this.table = table;
        this.profilers = profilers;
        this.rejections = rejections;
        this.times = new TimeParser(slashes);
        this.numbers = new NumberParser(preview.delimiter() != ',');
        this.hash = new long[profilers.size()];
        this.columnSeed = new long[profilers.size()];
        for (int i = 0; i < columnSeed.length; i++) {
            columnSeed[i] = Hash64.mix(i + 1);
        }
        java.util.Arrays.fill(column, FileBinding.ABSENT);
        for (Map.Entry<ColumnRole, Integer> role : mapping.roles().entrySet()) {
            column[role.getKey().ordinal()] = role.getValue();
        }
    }

    /** @param rowsBefore rows read before this one, in all files */
    void readRecord(long rowsBefore) {
        if (!hasRightWidth(rowsBefore)) {
            return;
        }
        hashAndProfile();
        long time = rowsBefore;
        if (uses(ColumnRole.TIME)) {
            time = times.parse(reader.bytes(), from(ColumnRole.TIME), to(ColumnRole.TIME));
            if (time == TimeParser.UNPARSABLE) {
                reject(ColumnRole.TIME, "a time Vitrine can read", timeRemedy(), rowsBefore);
                return;
            }
        }
        float value = number(ColumnRole.VALUE, 1);
        float price = number(ColumnRole.PRICE, Float.NaN);
        if (Float.isNaN(value)) {
            reject(ColumnRole.VALUE, "a number", otherColumn(ColumnRole.VALUE), rowsBefore);
        } else if (Float.isNaN(price) && !isEmpty(ColumnRole.PRICE)) {
            reject(ColumnRole.PRICE, "a number", otherColumn(ColumnRole.PRICE), rowsBefore);
        } else if (uses(ColumnRole.EVENT) && isEmpty(ColumnRole.EVENT)) {
            reject(ColumnRole.EVENT, "the name of an event", otherColumn(ColumnRole.EVENT), rowsBefore);
        } else {
            table.add(new EventRow(
                    code(ColumnRole.USER, table.users()),
                    code(ColumnRole.ITEM, table.items()),
                    time,
                    code(ColumnRole.EVENT, table.events()),
                    value,
                    price,
                    code(ColumnRole.ORDER, table.orders()),
                    code(ColumnRole.TITLE, table.titles()),
                    code(ColumnRole.REGION, table.regions()),
                    code(ColumnRole.DEVICE, table.devices()),
                    fingerprint));
        }
    }

    /** Empty cells at the end do not count; columns after those named by the words of a file without header neither. */
    private boolean hasRightWidth(long rowsBefore) {
        int width = reader.fields();
        while (mapping.header() && width > binding.width() && reader.start(width - 1) == reader.end(width - 1)) {
            width--;
        }
        if (width == binding.width() || (!mapping.header() && width > binding.width())) {
            return true;
        }
        String reason = "the row has " + width + " columns where " + binding.width() + " are expected";
        rejections.add(
                new RejectedRow(file, reader.line(), reason),
                "Check the delimiter (--format csv or tsv) and the quotes.",
                rowsBefore + 1);
        return false;
    }

    private void hashAndProfile() {
        fingerprint = 0;
        for (int i = 0; i < hash.length; i++) {
            int cell = binding.cell(i);
            if (cell != FileBinding.ABSENT) {
                int from = reader.start(cell);
                int to = reader.end(cell);
                hash[i] = Hash64.of(reader.bytes(), from, to);
                fingerprint += Hash64.mix(hash[i] ^ columnSeed[i]);
                profilers.get(i).see(reader.bytes(), from, to, hash[i]);
            }
        }
    }

    private boolean uses(ColumnRole role) {
        return column[role.ordinal()] != FileBinding.ABSENT;
    }

    private int from(ColumnRole role) {
        return reader.start(binding.cell(column[role.ordinal()]));
    }

    private int to(ColumnRole role) {
        return reader.end(binding.cell(column[role.ordinal()]));
    }

    private boolean isEmpty(ColumnRole role) {
        if (!uses(role)) {
            return true;
        }
        int to = to(role);
        for (int i = from(role); i < to; i++) {
            if (reader.bytes()[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private int code(ColumnRole role, TextDictionary dictionary) {
        return isEmpty(role)
                ? TextDictionary.NONE
                : dictionary.add(reader.bytes(), from(role), to(role), hash[column[role.ordinal()]]);
    }

    private float number(ColumnRole role, float whenEmpty) {
        return isEmpty(role) ? whenEmpty : numbers.parse(reader.bytes(), from(role), to(role));
    }

    private void reject(ColumnRole role, String wanted, String remedy, long rowsBefore) {
        int number = column[role.ordinal()];
        String where = "column " + (binding.cell(number) + 1) + " ("
                + mapping.columns().get(number) + "): ";
        String what = isEmpty(role) ? "the cell is empty, not " : "\"" + quoted(role) + "\" is not ";
        rejections.add(new RejectedRow(file, reader.line(), where + what + wanted), remedy, rowsBefore + 1);
    }

    private String quoted(ColumnRole role) {
        String cell = reader.text(binding.cell(column[role.ordinal()])).replaceAll("\\p{Cntrl}", " ");
        return cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "…" : cell;
    }

    private String timeRemedy() {
        return "Times can be written as 2011-01-31 08:26:00 (ISO 8601), 31/01/2011 08:26 or seconds since 1970. "
                + otherColumn(ColumnRole.TIME);
    }

    private String otherColumn(ColumnRole role) {
        return mapping.header()
                ? "Choose another column with --map " + role.word() + "=COLUMN, or none with --map " + role.word()
                        + "=-."
                : "Choose another column with --columns, or write - in its place to do without.";
    }
}
