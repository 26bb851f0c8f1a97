package vitrine.data.prepare;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Drops rows and reports it: what most steps come down to. */
final class RowFilter {
    private RowFilter() {}

    static StepReport keep(String name, EventTable table, IntPredicate wanted) {
        BitSet keep = new BitSet(table.size());
        for (int row = 0; row < table.size(); row++) {
            if (wanted.test(row)) {
                keep.set(row);
            }
        }
        return keep(name, table, keep, 0);
    }

    static StepReport keep(String name, EventTable table, BitSet keep, long touched) {
        int before = table.size();
        if (keep.cardinality() < before) {
            table.retain(keep);
        }
        return new StepReport(name, before, table.size(), touched);
    }
}
