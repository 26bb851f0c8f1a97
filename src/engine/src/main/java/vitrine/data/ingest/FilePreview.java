package vitrine.data.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vitrine.run.BadInputException;

/**
 * The beginning of a file: enough to guess how to read the rest.
 *
 * @param first cells of the first record, the header where there is one
 * @param rows the next records, at most 1,000
 */
record FilePreview(Path file, char delimiter, List<String> first, List<String[]> rows) {
    private static final int HEAD_BYTES = 1 << 18;
    private static final int ROWS = 1000;

    static FilePreview of(Path file, Optional<String> format, ReadLimits limits) {
        byte[] head;
        try (InputStream in = SourceFile.open(file, limits, bytes -> {})) {
            head = in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
        char delimiter = Delimiters.of(file, head, format);
        List<String[]> records = records(file, head, delimiter, limits);
        if (records.isEmpty()) {
            throw new BadInputException(file + " holds blank lines only. Name a file with one interaction a line.");
        }
        return new FilePreview(
                file, delimiter, List.of(records.get(0)), List.copyOf(records.subList(1, records.size())));
    }

    private static List<String[]> records(Path file, byte[] head, char delimiter, ReadLimits limits) {
        List<String[]> records = new ArrayList<>();
        boolean whole = head.length < HEAD_BYTES;
        try (DelimitedReader reader = new DelimitedReader(new ByteArrayInputStream(head), file, delimiter, limits)) {
            while (records.size() <= ROWS && reader.next()) {
                records.add(reader.texts());
            }
        } catch (BadInputException hostileOrCutOff) {
            if (whole || records.isEmpty()) {
                throw hostileOrCutOff;
            }
            return records;
        }
        if (!whole && records.size() > 1 && records.size() <= ROWS) {
            records.remove(records.size() - 1);
        }
        return records;
    }
}
