package vitrine.data.split;

import java.util.Arrays;
import java.util.BitSet;
import vitrine.data.InteractionLog;

/** What the splits that draw rows share: the rows of each group, and hiding a pair together with its repeats. */
final class RandomRows {
    private RandomRows() {}

    /** @return the positions of {@code groupOf}, by group, ascending within each */
    static int[][] byGroup(int[] groupOf, int groups) {
        int[] sizes = new int[groups];
        for (int group : groupOf) {
            sizes[group]++;
        }
        int[][] members = new int[groups][];
        for (int g = 0; g < groups; g++) {
            members[g] = new int[sizes[g]];
        }
        int[] next = new int[groups];
        for (int i = 0; i < groupOf.length; i++) {
            members[groupOf[i]][next[groupOf[i]]++] = i;
        }
        return members;
    }

    /** Hides every row whose user and item are those of a row in {@code held}: a repeat tells of what is held out. */
    static BitSet hide(InteractionLog log, int[]... held) {
        BitSet hidden = new BitSet(log.size());
        for (int[] rows : held) {
            for (int row : rows) {
                int end = log.userStart(log.user(row) + 1);
                for (int other = row; other < end; other++) {
                    if (log.item(other) == log.item(row)) {
                        hidden.set(other);
                    }
                }
            }
        }
        return hidden;
    }

    static int[] sorted(int[] rows, int size) {
        int[] sorted = Arrays.copyOf(rows, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
