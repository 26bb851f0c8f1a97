package vitrine.data.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import vitrine.run.BadInputException;

/**
 * The beginning of a file: enough to guess how to read the rest.
 *
 * @param sequences whether each line is a user with all items: {@link SequenceLines}
 * @param first cells of the first record, the header where there is one
 * @param rows the next records, at most 1,000
 */
record FilePreview(Path file, char delimiter, boolean sequences, List<String> first, List<String[]> rows) {
    static final int HEAD_BYTES = 1 << 18;
    private static final int ROWS = 1000;

    /** Of attributes. */
    static FilePreview of(Path file, Optional<String> format, ReadLimits limits) {
        return of(file, head(SourceFile.open(file, limits, bytes -> {}), file), format, false, limits);
    }

    /**
     * Of interactions, which may be {@link SequenceLines} as well.
     *
     * @param columns whether anything is known of the file's columns: then it is a table
     */
    static FilePreview ofInteractions(Path file, Optional<String> format, boolean columns, ReadLimits limits) {
        byte[] head = head(SourceFile.open(file, limits, bytes -> {}), file);
        boolean sequences =
                format.map(SequenceLines.NAME::equals).orElseGet(() -> !columns && SequenceLines.isLikely(head));
        if (!sequences) {
            return of(file, head, format, false, limits);
        }
        InputStream table = new SequenceLines(new ByteArrayInputStream(head), file, limits);
        return of(file, head(table, file), Optional.of("tsv"), true, limits);
    }

    private static byte[] head(InputStream in, Path file) {
        try (in) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    /** @param bytesRead told how many bytes of the file on disk have been read so far */
    DelimitedReader open(ReadLimits limits, LongConsumer bytesRead) {
        InputStream in = SourceFile.open(file, limits, bytesRead);
        return new DelimitedReader(sequences ? new SequenceLines(in, file, limits) : in, file, delimiter, limits);
    }

    private static FilePreview of(
            Path file, byte[] head, Optional<String> format, boolean sequences, ReadLimits limits) {
        char delimiter = Delimiters.of(file, head, format);
        List<String[]> records = records(file, head, delimiter, limits);
        if (records.isEmpty()) {
            throw new BadInputException(file + " holds blank lines only. Name a file with one interaction a line.");
        }
        return new FilePreview(
                file, delimiter, sequences, List.of(records.get(0)), List.copyOf(records.subList(1, records.size())));
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
