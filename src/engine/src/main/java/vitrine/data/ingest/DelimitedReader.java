package vitrine.data.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongConsumer;
import vitrine.data.prepare.TextDecoding;
import vitrine.run.BadInputException;

/**
 * Records of a delimited text file, one at a time, without making a string: RFC 4180 quotes (doubled quotes, line ends
 * inside quotes), a byte-order mark, line ends LF, CR or CRLF, blank lines skipped. Works on bytes, which is the same
 * in UTF-8 and ISO-8859-1. Text after a closing quote is kept as it stands.
 *
 * <p>NUL bytes, a quote that never closes, and cells, rows or column counts over the {@link ReadLimits} are refused.
 */
public final class DelimitedReader implements Closeable {
    private static final int END = -1;

    private final InputStream in;
    private final Path file;
    private final byte delimiter;
    private final ReadLimits limits;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] text = new byte[1 << 10];
    private int size;
    private int[] ends = new int[32];
    private int fields;
    private boolean quoted;
    private boolean started;
    private long line = 1;
    private long recordLine;

    public DelimitedReader(InputStream in, Path file, char delimiter, ReadLimits limits) {
        this.in = in;
        this.file = file;
        this.delimiter = (byte) delimiter;
        this.limits = limits;
    }

    /** @param bytesRead told how many bytes of the file on disk have been read so far */
    static DelimitedReader open(Path file, char delimiter, ReadLimits limits, LongConsumer bytesRead) {
        return new DelimitedReader(SourceFile.open(file, limits, bytesRead), file, delimiter, limits);
    }

    /**
     * Goes to the next record.
     *
     * @return false at the end of the file
     * @throws BadInputException naming file and line
     */
    public boolean next() {
        try {
            if (!started) {
                started = true;
                skipByteOrderMark();
            }
            do {
                if (position == limit && !fill()) {
                    return false;
                }
                readRecord();
            } while (fields == 1 && size == 0 && !quoted);
            return true;
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    /** Number of cells in this record. */
    public int fields() {
        return fields;
    }

    /** Line of the file on which this record begins, from 1. */
    public long line() {
        return recordLine;
    }

    /** The record's cells, one behind the other, unquoted; valid until {@link #next}. */
    byte[] bytes() {
        return text;
    }

    int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int end(int field) {
        return ends[field];
    }

    public String text(int field) {
        return TextDecoding.decode(text, start(field), ends[field]);
    }

    /** All cells of this record. */
    public String[] texts() {
        String[] all = new String[fields];
        Arrays.setAll(all, this::text);
        return all;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    private void readRecord() throws IOException {
        fields = 0;
        size = 0;
        quoted = false;
        recordLine = line;
        int stop;
        do {
            if ((position < limit || fill()) && buffer[position] == '"') {
                quoted = true;
                readQuoted();
            }
            stop = readPlain();
            endField();
        } while (stop == delimiter);
    }

    /** @return the delimiter, or {@link #END} at the end of the line or file, which is taken */
    private int readPlain() throws IOException {
        while (true) {
            int from = position;
            while (position < limit) {
                byte c = buffer[position];
                if (c == delimiter || c == '\n' || c == '\r' || c == 0) {
                    append(from, position++);
                    return stopAt(c);
                }
                position++;
            }
            append(from, position);
            if (!fill()) {
                return END;
            }
        }
    }

    private int stopAt(byte c) throws IOException {
        if (c == delimiter) {
            return c;
        }
        if (c == 0) {
            throw nul();
        }
        line++;
        if (c == '\r' && (position < limit || fill()) && buffer[position] == '\n') {
            position++;
        }
        return END;
    }

    private void readQuoted() throws IOException {
        position++;
        boolean afterReturn = false;
        while (true) {
            int from = position;
            while (position < limit && buffer[position] != '"') {
                byte c = buffer[position++];
                if (c == 0) {
                    throw nul();
                }
                if (c == '\r' || (c == '\n' && !afterReturn)) {
                    line++;
                }
                afterReturn = c == '\r';
            }
            append(from, position);
            if (position == limit) {
                if (!fill()) {
                    throw unclosed("is still open at the end of the file");
                }
                continue;
            }
            afterReturn = false;
            position++;
            if ((position == limit && !fill()) || buffer[position] != '"') {
                return;
            }
            append(position, position + 1);
            position++;
        }
    }

    private void append(int from, int to) {
        int length = to - from;
        int needed = size + length;
        if (needed - start(fields) > limits.fieldBytes()) {
            throw quoted
                    ? unclosed("is longer than " + limits.fieldBytes() + " bytes")
                    : new BadInputException(place() + " holds a cell longer than " + limits.fieldBytes()
                            + " bytes. This is not a table of interactions; check that it is the right file.");
        }
        if (needed > limits.recordBytes()) {
            throw new BadInputException(place() + " is longer than " + limits.recordBytes()
                    + " bytes. This is not a table of interactions; check that it is the right file.");
        }
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.max(needed, text.length * 2));
        }
        System.arraycopy(buffer, from, text, size, length);
        size = needed;
    }

    private void endField() {
        if (fields == limits.columns()) {
            throw new BadInputException(place() + " has more than " + limits.columns()
                    + " columns. Check the delimiter (--format csv or tsv) and that it is the right file.");
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = size;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private void skipByteOrderMark() throws IOException {
        limit = Math.max(0, in.readNBytes(buffer, 0, 3));
        int first = limit > 0 ? buffer[0] & 0xFF : 0;
        int second = limit > 1 ? buffer[1] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && limit > 2 && (buffer[2] & 0xFF) == 0xBF) {
            position = 3;
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            throw new BadInputException(SourceFile.nameOf(file)
                    + " is UTF-16 text (\"Unicode text\" of a spreadsheet). Save it as CSV in UTF-8 and read that.");
        }
    }

    private BadInputException nul() {
        return new BadInputException(SourceFile.nameOf(file) + ", line " + line
                + " holds a NUL byte, so this is not a text file. Save the table as CSV in UTF-8 and read that.");
    }

    private BadInputException unclosed(String fault) {
        return new BadInputException(place() + ", column " + (fields + 1)
                + ": the quoted cell that begins on this line " + fault
                + ". Close the quote, or write a quote inside a cell twice (\"\").");
    }

    private String place() {
        return SourceFile.nameOf(file) + ", line " + recordLine;
    }
}
