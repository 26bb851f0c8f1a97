package vitrine.data.prepare;

/**
 * One row as read. Texts are codes of the table's dictionaries, {@link TextDictionary#NONE} where the cell is empty or
 * the file has no such column.
 *
 * @param time milliseconds since 1970 in UTC, or the row's number in a file without times
 * @param value quantity or rating; 1 where there is none
 * @param price NaN where there is none
 * @param fingerprint hash of every column read, to find exact duplicates
 */
public record EventRow(
        int user,
        int item,
        long time,
        int event,
        float value,
        float price,
        int order,
        int title,
        int region,
        int device,
        long fingerprint) {}
