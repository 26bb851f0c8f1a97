package vitrine.data.ingest;

/**
 * How much a file may claim before it is refused: a file is hostile until it is read.
 *
 * @param unpackedBytes of one file, after unpacking
 * @param fieldBytes of one cell
 * @param recordBytes of one row
 * @param columns of one row
 */
public record ReadLimits(long unpackedBytes, int fieldBytes, int recordBytes, int columns) {
    /** 32 GiB a file, 1 MiB a cell, 16 MiB a row, 4,096 columns. */
    public static final ReadLimits DEFAULT = new ReadLimits(32L << 30, 1 << 20, 16 << 20, 4096);
}
