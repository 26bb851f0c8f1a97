package vitrine.network.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Sparse gradient of a table: each row that a batch looked up has a list of the slots that did, in ascending order, source
 * by source. Rows can be gathered apart from each other, so threads can own ranges of rows; a row's sum is the same for any
 * ranges.
 */
public final class TableGradient {
    private static final int NONE = -1;
    private final String tensor;
    private final int rows;
    private final int width;
    private final List<RowSource> sources;
    /** Where each source's slots begin in the common numbering. */
    private final int[] bases;

    private final int[] first;
    private final int[] next;
    private final int[] touched;
    private int touchedCount;

    /** @param sources kernels that look up rows of this table */
    public TableGradient(String tensor, int rows, int width, List<RowSource> sources, int capacity) {
        this.tensor = tensor;
        this.rows = rows;
        this.width = width;
        this.sources = List.copyOf(sources);
        this.bases = new int[sources.size()];
        int slots = 0;
        for (int s = 0; s < bases.length; s++) {
            bases[s] = slots;
            slots = Math.addExact(slots, Math.multiplyExact(sources.get(s).slotsPerExample(), capacity));
        }
        this.next = new int[slots];
        this.touched = new int[Math.min(rows, slots)];
        this.first = new int[rows];
        Arrays.fill(first, NONE);
    }

    public String tensor() {
        return tensor;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return width;
    }

    /** Whether the rows are known from the ids alone, before anything was computed. */
    public boolean isKnownFromIds() {
        return sources.stream().allMatch(RowSource::isKnownFromIds);
    }

    /** Sets the lists anew for the first {@code examples}. */
    public void link(int examples) {
        for (int i = 0; i < touchedCount; i++) {
            first[touched[i]] = NONE;
        }
        touchedCount = 0;
        for (int s = sources.size() - 1; s >= 0; s--) {
            RowSource source = sources.get(s);
            for (int slot = examples * source.slotsPerExample() - 1; slot >= 0; slot--) {
                int row = source.row(slot);
                // An id that is no row has been or will be refused by the kernel, in words.
                if (row >= 0 && row < rows) {
                    if (first[row] == NONE) {
                        touched[touchedCount++] = row;
                    }
                    next[bases[s] + slot] = first[row];
                    first[row] = bases[s] + slot;
                }
            }
        }
    }

    public boolean isTouched(int row) {
        return first[row] != NONE;
    }

    /** Sets the touched rows of {@code gradient}, laid out as the table, to 0. */
    public void clear(float[] gradient) {
        for (int i = 0; i < touchedCount; i++) {
            Arrays.fill(gradient, touched[i] * width, (touched[i] + 1) * width, 0f);
        }
    }

    /** Adds the gradient of rows {@code from <= r < to} to {@code into}, laid out as the table. */
    public void add(int from, int to, float[] into) {
        for (int row = from; row < to; row++) {
            for (int slot = first[row]; slot != NONE; slot = next[slot]) {
                addSlot(slot, into, row * width);
            }
        }
    }

    private void addSlot(int slot, float[] into, int at) {
        int s = bases.length - 1;
        while (slot < bases[s]) {
            s--;
        }
        sources.get(s).addGradient(slot - bases[s], into, at);
    }

    int slotsPerExample() {
        return sources.stream().mapToInt(RowSource::slotsPerExample).sum();
    }

    /** Squared Euclidean length of one example's gradient, in which a row may have been looked up several times. */
    double squaredNorm(int example, float[] scratch, long[] order) {
        int count = 0;
        for (int s = 0; s < bases.length; s++) {
            int perExample = sources.get(s).slotsPerExample();
            for (int slot = example * perExample; slot < (example + 1) * perExample; slot++) {
                int row = sources.get(s).row(slot);
                if (row >= 0) {
                    order[count++] = (long) row << 32 | (bases[s] + slot);
                }
            }
        }
        Arrays.sort(order, 0, count);
        double sum = 0;
        for (int i = 0; i < count; ) {
            long row = order[i] >> 32;
            Arrays.fill(scratch, 0, width, 0f);
            for (; i < count && order[i] >> 32 == row; i++) {
                addSlot((int) order[i], scratch, 0);
            }
            for (int c = 0; c < width; c++) {
                sum += (double) scratch[c] * scratch[c];
            }
        }
        return sum;
    }
}
