package vitrine.data.prepare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vitrine.run.BadInputException;

/**
 * Distinct texts numbered from 0 in order of first appearance, kept as bytes in one block: a text costs its length and
 * about 24 bytes. Open addressing; equal hashes are settled by comparing the bytes. Not thread-safe.
 */
public final class TextDictionary {
    /** What stands for "no text" in a column of codes. */
    public static final int NONE = -1;

    private static final int MOST_BYTES = 1 << 30;

    private byte[] block = new byte[1 << 12];
    private int[] end = new int[64];
    private long[] hash = new long[64];
    private int[] slots = new int[128];
    private int size;
    private int last;

    /** @return the code of the text, new or old */
    public int add(byte[] bytes, int from, int to) {
        return add(bytes, from, to, Hash64.of(bytes, from, to));
    }

    /** @param hashed {@link Hash64#of} of the same bytes, where the caller has it already */
    public int add(byte[] bytes, int from, int to, long hashed) {
        // Files are often sorted: the same user, order or moment for many rows.
        if (size > 0 && hash[last] == hashed && Arrays.equals(block, start(last), end[last], bytes, from, to)) {
            return last;
        }
        int mask = slots.length - 1;
        int slot = (int) hashed & mask;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int code = entry - 1;
            if (hash[code] == hashed && Arrays.equals(block, start(code), end[code], bytes, from, to)) {
                last = code;
                return code;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = size + 1;
        append(bytes, from, to, hashed);
        if (size * 2 > slots.length) {
            rehash();
        }
        last = size - 1;
        return last;
    }

    public int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    public int size() {
        return size;
    }

    public String text(int code) {
        return TextDecoding.decode(block, start(code), end[code]);
    }

    /** Whether every text ends in {@code suffix} and is longer than it; false for an empty dictionary. */
    public boolean allEndIn(String suffix) {
        byte[] tail = suffix.getBytes(StandardCharsets.UTF_8);
        for (int code = 0; code < size; code++) {
            int from = end[code] - tail.length;
            if (from <= start(code) || !Arrays.equals(block, from, end[code], tail, 0, tail.length)) {
                return false;
            }
        }
        return size > 0;
    }

    /** The same texts under the same codes, each shortened by {@code length} bytes at its end. */
    public TextDictionary withoutSuffix(int length) {
        TextDictionary shorter = new TextDictionary();
        for (int code = 0; code < size; code++) {
            shorter.add(block, start(code), end[code] - length);
        }
        return shorter;
    }

    private int start(int code) {
        return code == 0 ? 0 : end[code - 1];
    }

    private void append(byte[] bytes, int from, int to, long hashed) {
        int used = size == 0 ? 0 : end[size - 1];
        int needed = used + (to - from);
        if (needed > MOST_BYTES) {
            throw new BadInputException(
                    "A column holds more than 1 GiB of different texts. Map a column of ids instead,"
                            + " or split the file.");
        }
        if (needed > block.length) {
            block = Arrays.copyOf(block, Math.max(needed, Math.min(MOST_BYTES, block.length * 2)));
        }
        System.arraycopy(bytes, from, block, used, to - from);
        if (size == end.length) {
            end = Arrays.copyOf(end, size * 2);
            hash = Arrays.copyOf(hash, size * 2);
        }
        end[size] = needed;
        hash[size] = hashed;
        size++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = (int) hash[code] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code + 1;
        }
    }
}
