package vitrine.data.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import vitrine.run.BadInputException;

/**
 * A file with one user a line, {@code user item item item} in the order of time, spaces or tabs between: turned, while it is
 * read, into a table with the columns {@code user} and {@code item}, so that everything behind is as for any other file.
 */
final class SequenceLines extends FilterInputStream {
    /** The name of the format. */
    static final String NAME = "sequences";

    /** Between the cells of the table; stands in no id, since it separates ids in the file too. */
    static final char DELIMITER = '\t';

    private static final int LOOKED_AT = 30;

    private final Path file;
    private final ReadLimits limits;
    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private byte[] user = {};
    private boolean userIsKnown;
    private byte[] ready = "user\titem\n".getBytes(StandardCharsets.US_ASCII);
    private int position;
    private long line = 1;

    /** @param in is closed with this */
    SequenceLines(InputStream in, Path file, ReadLimits limits) {
        super(new BufferedInputStream(in, 1 << 16));
        this.file = file;
        this.limits = limits;
    }

    /**
     * Whether the beginning of a file looks like one: no sign of a table, at least two words on each line, not everywhere as
     * many, and no first word twice.
     */
    static boolean isLikely(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\r\n|\r|\n", LOOKED_AT + 1);
        int whole = lines.length > LOOKED_AT || !text.endsWith("\n") ? lines.length - 1 : lines.length;
        Set<String> first = new HashSet<>();
        Set<Integer> lengths = new HashSet<>();
        for (String line : Arrays.copyOf(lines, Math.min(LOOKED_AT, whole))) {
            String[] words = line.strip().split(" ");
            if (line.isBlank()) {
                continue;
            }
            if (words.length < 2 || line.matches(".*[,;|\t\"\0].*") || !first.add(words[0])) {
                return false;
            }
            lengths.add(words.length);
        }
        return lengths.size() > 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = 0;
        while (read < length && (position < ready.length || nextRow())) {
            int count = Math.min(length - read, ready.length - position);
            System.arraycopy(ready, position, bytes, offset + read, count);
            position += count;
            read += count;
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    /** Makes the next row of the table ready. */
    private boolean nextRow() throws IOException {
        while (true) {
            int end = nextToken();
            boolean isUser = token.size() > 0 && !userIsKnown;
            boolean isItem = token.size() > 0 && userIsKnown;
            if (isUser) {
                user = token.toByteArray();
                userIsKnown = true;
            } else if (isItem) {
                token.write('\n');
                byte[] item = token.toByteArray();
                ready = Arrays.copyOf(user, user.length + 1 + item.length);
                ready[user.length] = DELIMITER;
                System.arraycopy(item, 0, ready, user.length + 1, item.length);
                position = 0;
            }
            if (end == '\n') {
                userIsKnown = false;
                line++;
            }
            if (isItem) {
                return true;
            }
            if (end < 0) {
                return false;
            }
        }
    }

    /** @return what ended the word: a space, the end of the line as {@code '\n'}, or -1 for that of the file */
    private int nextToken() throws IOException {
        token.reset();
        int c = in.read();
        while (c >= 0 && c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            if (c == 0 || c == '"') {
                throw new BadInputException(SourceFile.nameOf(file) + ", line " + line + " holds a "
                        + (c == 0 ? "NUL byte" : "quote") + ", so this is not a list of ids. Read it as a table with"
                        + " --format csv or tsv.");
            }
            if (token.size() == limits.fieldBytes()) {
                throw new BadInputException(SourceFile.nameOf(file) + ", line " + line + " holds a word longer than "
                        + limits.fieldBytes() + " bytes, which is no id. Check that it is the right file.");
            }
            token.write(c);
            c = in.read();
        }
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
            return '\n';
        }
        return c;
    }
}
