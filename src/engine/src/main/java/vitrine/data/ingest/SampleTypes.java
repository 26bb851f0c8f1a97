package vitrine.data.ingest;

import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.AbstractColumnParser;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The type of a column from a sample of its cells: the narrowest that all of them are. */
final class SampleTypes {
    private SampleTypes() {}

    static String of(StringColumn sample) {
        if (sample.isEmpty()) {
            return "empty";
        }
        if (all(sample, ColumnType.LONG)) {
            return "integer";
        }
        if (all(sample, ColumnType.DOUBLE)) {
            return "number";
        }
        TimeParser dayFirst = new TimeParser(DateOrder.DAY_FIRST);
        TimeParser monthFirst = new TimeParser(DateOrder.MONTH_FIRST);
        for (String cell : sample) {
            if (dayFirst.parse(cell) == TimeParser.UNPARSABLE && monthFirst.parse(cell) == TimeParser.UNPARSABLE) {
                return "text";
            }
        }
        return "time";
    }

    private static boolean all(StringColumn sample, ColumnType type) {
        AbstractColumnParser<?> parser = type.customParser(
                CsvReadOptions.builderFromString("").locale(Locale.ROOT).build());
        for (String cell : sample) {
            // Tablesaw reads "17850.0" as an integer and "1,234" as a number; a column of such is neither here.
            boolean plain = cell.indexOf(',') < 0 && (type == ColumnType.DOUBLE || cell.indexOf('.') < 0);
            if (!plain || !parser.canParse(cell)) {
                return false;
            }
        }
        return true;
    }
}
