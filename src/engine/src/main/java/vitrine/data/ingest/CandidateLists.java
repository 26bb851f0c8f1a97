package vitrine.data.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import vitrine.run.BadInputException;

/**
 * A file of items to rank among, in the format of He et al. (2017): lines of {@code (user,item)}, then other items, with tabs
 * between. Opened like any other file: gzip is unpacked, a byte-order mark skipped, text that is not UTF-8 read as
 * ISO-8859-1.
 */
public final class CandidateLists {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** A line may list every item there is, as long as the line is not over its bytes. */
    private static final ReadLimits LIMITS = new ReadLimits(
            ReadLimits.DEFAULT.unpackedBytes(),
            ReadLimits.DEFAULT.fieldBytes(),
            ReadLimits.DEFAULT.recordBytes(),
            ReadLimits.DEFAULT.recordBytes());

    private CandidateLists() {}

    /**
     * @return whether the file begins with an opening parenthesis
     * @throws BadInputException when it cannot be read
     */
    public static boolean isOne(Path file) {
        try (InputStream in = SourceFile.open(file, LIMITS, bytes -> {})) {
            byte[] first = in.readNBytes(BYTE_ORDER_MARK.length + 1);
            boolean marked = Arrays.equals(
                    first,
                    0,
                    Math.min(first.length, BYTE_ORDER_MARK.length),
                    BYTE_ORDER_MARK,
                    0,
                    BYTE_ORDER_MARK.length);
            int at = marked ? BYTE_ORDER_MARK.length : 0;
            return at < first.length && first[at] == '(';
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    /**
     * @param pair told the user and one listed item, in the order of the file
     * @throws BadInputException when the file cannot be read, with the line
     */
    public static void read(Path file, BiConsumer<String, String> pair) {
        try (DelimitedReader lines = DelimitedReader.open(file, '\t', LIMITS, bytes -> {})) {
            while (lines.next()) {
                String key = lines.text(0);
                if (lines.fields() == 1 && key.isBlank()) {
                    continue;
                }
                int comma = key.indexOf(',');
                if (!key.startsWith("(") || !key.endsWith(")") || comma < 0 || lines.fields() < 2) {
                    throw new BadInputException(
                            SourceFile.nameOf(file) + ", line " + lines.line()
                                    + ": expected (user,item) and then items with tabs between. Correct the line or remove it.");
                }
                String user = key.substring(1, comma);
                for (int i = 1; i < lines.fields(); i++) {
                    String item = lines.text(i).strip();
                    if (!item.isEmpty()) {
                        pair.accept(user, item);
                    }
                }
            }
        }
    }
}
