package vitrine.data.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
    /** Longest id: it is written again with each item. */
    private static final int LONGEST = 4096;

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final Path file;
    private final ReadLimits limits;
    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private byte[] user = {};
    private boolean userIsKnown;
    private byte[] ready = "user\titem\n".getBytes(StandardCharsets.US_ASCII);
    private int position;
    private long line = 1;
    private long made;
    private boolean begun;

    /** @param in is closed with this */
    SequenceLines(InputStream in, Path file, ReadLimits limits) {
        super(new BufferedInputStream(in, 1 << 16));
        this.file = file;
        this.limits = limits;
    }

    /**
     * Whether the beginning of a file looks like one: no sign of a table, one blank between words, a digit in every word, at
     * least two words on each line and not everywhere as many, no first word twice, and something that two lines share.
     */
    static boolean isLikely(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|\r|\n")));
        if (head.length >= FilePreview.HEAD_BYTES && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        Set<String> users = new HashSet<>();
        Set<String> items = new HashSet<>();
        Set<Integer> lengths = new HashSet<>();
        boolean shared = false;
        for (String line : lines.subList(0, Math.min(LOOKED_AT, lines.size()))) {
            if (line.isBlank()) {
                continue;
            }
            List<String> words = Arrays.asList(line.stripTrailing().split(" ", -1));
            if (words.size() < 2
                    || !words.stream().allMatch(SequenceLines::isIdWithDigit)
                    || !users.add(words.get(0))) {
                return false;
            }
            lengths.add(words.size());
            Set<String> own = new HashSet<>(words.subList(1, words.size()));
            shared |= own.stream().anyMatch(items::contains);
            items.addAll(own);
        }
        return lengths.size() > 1 && shared;
    }

    private static boolean isIdWithDigit(String word) {
        return word.chars().noneMatch(c -> c <= ' ' || ",;|\"".indexOf(c) >= 0)
                && word.chars().anyMatch(c -> c >= '0' && c <= '9');
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
                made += ready.length;
                if (made > limits.unpackedBytes()) {
                    throw new BadInputException(SourceFile.nameOf(file) + " holds more than " + limits.unpackedBytes()
                            + " bytes of pairs. Split it into smaller files and name them all.");
                }
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

    private void skipByteOrderMark() throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        for (int expected : BYTE_ORDER_MARK) {
            if (in.read() != expected) {
                in.reset();
                return;
            }
        }
    }

    /** @return what ended the word: a space, the end of the line as {@code '\n'}, or -1 for that of the file */
    private int nextToken() throws IOException {
        token.reset();
        if (!begun) {
            begun = true;
            skipByteOrderMark();
        }
        int c = in.read();
        while (c >= 0 && c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            if (c == 0 || c == '"') {
                throw new BadInputException(SourceFile.nameOf(file) + ", line " + line + " holds a "
                        + (c == 0 ? "NUL byte" : "quote") + ", so this is not a list of ids. Read it as a table with"
                        + " --format csv or tsv.");
            }
            if (token.size() == LONGEST) {
                throw new BadInputException(SourceFile.nameOf(file) + ", line " + line + " holds a word longer than "
                        + LONGEST + " bytes, which is no id. Check that it is the right file.");
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
