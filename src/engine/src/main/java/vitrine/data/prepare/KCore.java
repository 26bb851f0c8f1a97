package vitrine.data.prepare;

import java.util.BitSet;

/**
 * Keeps the part of the data in which every user has at least {@code minUser} positive rows and every item at least
 * {@code minItem}, counted inside that part: repeated until nothing changes (the largest such part, whatever the order).
 */
public final class KCore implements CleaningStep {
    private final int minUser;
    private final int minItem;

    /** @param minUser 0 for no bound, like {@code minItem} */
    public KCore(int minUser, int minItem) {
        if (minUser < 0 || minItem < 0) {
            throw new IllegalArgumentException("k-core bounds must be at least 0, not " + minUser + " and " + minItem);
        }
        this.minUser = minUser;
        this.minItem = minItem;
    }

    @Override
    public String name() {
        return "k-core";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return minUser > 0 || minItem > 0;
    }

    @Override
    public StepReport apply(EventTable table) {
        BitSet keep = new BitSet(table.size());
        keep.set(0, table.size());
        int before;
        do {
            before = keep.cardinality();
            int[] ofUser = new int[table.users().size()];
            int[] ofItem = new int[table.items().size()];
            for (int row = keep.nextSetBit(0); row >= 0; row = keep.nextSetBit(row + 1)) {
                if (known(table, row) && table.weight(row) > 0) {
                    ofUser[table.user(row)]++;
                    ofItem[table.item(row)]++;
                }
            }
            for (int row = keep.nextSetBit(0); row >= 0; row = keep.nextSetBit(row + 1)) {
                if (!known(table, row) || ofUser[table.user(row)] < minUser || ofItem[table.item(row)] < minItem) {
                    keep.clear(row);
                }
            }
        } while (keep.cardinality() < before);
        return RowFilter.keep(name(), table, keep, 0);
    }

    private static boolean known(EventTable table, int row) {
        return table.user(row) != TextDictionary.NONE && table.item(row) != TextDictionary.NONE;
    }
}
