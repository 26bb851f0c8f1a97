package vitrine.data.ingest;

/**
 * A column of the interactions as it was read.
 *
 * @param type {@code integer}, {@code number}, {@code time}, {@code text}, or {@code empty}
 * @param missing empty cells
 * @param distinct different values; exact up to half a million, an estimate within about one per cent above
 */
public record ColumnProfile(String name, String type, long missing, long distinct) {}
