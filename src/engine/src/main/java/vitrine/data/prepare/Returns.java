package vitrine.data.prepare;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.BitSet;
import vitrine.data.EventType;

/**
 * Takes returns and cancellations out and off the purchases they undo. A row is one when its event is a return, or when
 * it is a purchase with a negative quantity or an order number made of C and digits. The row is dropped; its quantity is
 * taken from the latest earlier purchases of the same user and item (earlier by time, then by file order) until it is
 * used up, and what is left over belongs to purchases older than the data. A purchase that falls to 0 stays as a row
 * that is neither target nor history.
 */
public final class Returns implements CleaningStep {
    @Override
    public String name() {
        return "returns";
    }

    @Override
    public boolean appliesTo(EventTable table) {
        return table.has(EventTable.Column.EVENT)
                || table.has(EventTable.Column.VALUE)
                || table.has(EventTable.Column.ORDER);
    }

    @Override
    public StepReport apply(EventTable table) {
        boolean[] cancellation = cancellations(table.orders());
        BitSet returned = new BitSet(table.size());
        Long2ObjectOpenHashMap<IntArrayList> rowsOfPair = new Long2ObjectOpenHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            if (isReturn(table, row, cancellation)) {
                returned.set(row);
                rowsOfPair.computeIfAbsent(pair(table, row), key -> new IntArrayList());
            }
        }
        for (int row = 0; row < table.size(); row++) {
            IntArrayList rows = rowsOfPair.get(pair(table, row));
            EventType type = table.eventType(row);
            if (rows != null && (returned.get(row) || type == EventType.PURCHASE)) {
                rows.add(row);
            }
        }
        BitSet reduced = new BitSet(table.size());
        for (IntArrayList rows : rowsOfPair.values()) {
            undo(table, rows, returned, reduced);
        }
        int touched = reduced.cardinality();
        BitSet keep = new BitSet(table.size());
        keep.set(0, table.size());
        keep.andNot(returned);
        return RowFilter.keep(name(), table, keep, touched);
    }

    private static void undo(EventTable table, IntArrayList rows, BitSet returned, BitSet reduced) {
        rows.sort((a, b) -> {
            int byTime = Long.compare(table.time(a), table.time(b));
            return byTime != 0 ? byTime : Integer.compare(a, b);
        });
        IntArrayList open = new IntArrayList();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.getInt(i);
            if (!returned.get(row)) {
                if (table.value(row) > 0) {
                    open.push(row);
                }
                continue;
            }
            float left = Math.abs(table.value(row));
            while (left > 0 && !open.isEmpty()) {
                int purchase = open.topInt();
                float taken = Math.min(left, table.value(purchase));
                left -= taken;
                reduced.set(purchase);
                if (taken < table.value(purchase)) {
                    table.setValue(purchase, table.value(purchase) - taken);
                } else {
                    table.cancel(purchase);
                    open.popInt();
                }
            }
        }
    }

    private static boolean isReturn(EventTable table, int row, boolean[] cancellation) {
        EventType type = table.eventType(row);
        if (type != EventType.PURCHASE) {
            return type == EventType.RETURN;
        }
        int order = table.order(row);
        return table.value(row) < 0 || (order != TextDictionary.NONE && cancellation[order]);
    }

    /** C and digits only: "CA-2016-152156" is an ordinary order of other shops. */
    private static boolean[] cancellations(TextDictionary orders) {
        boolean[] cancellation = new boolean[orders.size()];
        for (int code = 0; code < cancellation.length; code++) {
            String order = orders.text(code);
            cancellation[code] = order.length() > 1
                    && (order.charAt(0) == 'C' || order.charAt(0) == 'c')
                    && order.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
        }
        return cancellation;
    }

    private static long pair(EventTable table, int row) {
        return (long) table.user(row) << 32 | (table.item(row) & 0xFFFFFFFFL);
    }
}
