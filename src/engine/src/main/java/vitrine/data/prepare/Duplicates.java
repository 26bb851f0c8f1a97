package vitrine.data.prepare;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.BitSet;

/**
 * Drops rows that repeat an earlier one in every column read, and keeps the first. Where a return had reduced the
 * repeated row, the row that stays is reduced as well: it is the same purchase.
 */
public final class Duplicates implements CleaningStep {
    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return true;
    }

    @Override
    public StepReport apply(EventTable table) {
        Long2IntOpenHashMap firstRow = new Long2IntOpenHashMap(table.size());
        firstRow.defaultReturnValue(-1);
        BitSet keep = new BitSet(table.size());
        for (int row = 0; row < table.size(); row++) {
            int first = firstRow.putIfAbsent(table.fingerprint(row), row);
            if (first >= 0 && sameEvent(table, first, row)) {
                carryOver(table, row, first);
            } else {
                keep.set(row);
            }
        }
        return RowFilter.keep(name(), table, keep, 0);
    }

    /** Guards against two rows that only share a hash; quantities may differ by a return. */
    private static boolean sameEvent(EventTable table, int a, int b) {
        return table.user(a) == table.user(b)
                && table.item(a) == table.item(b)
                && table.time(a) == table.time(b)
                && table.event(a) == table.event(b)
                && Float.compare(table.price(a), table.price(b)) == 0
                && table.order(a) == table.order(b);
    }

    private static void carryOver(EventTable table, int dropped, int kept) {
        if (table.value(dropped) < table.value(kept)) {
            table.setValue(kept, table.value(dropped));
        }
        if (table.isCancelled(dropped)) {
            table.cancel(kept);
        }
    }
}
