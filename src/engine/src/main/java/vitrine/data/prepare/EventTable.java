package vitrine.data.prepare;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vitrine.data.EventType;

/**
 * Raw events in file order, before users and items are numbered: what cleaning works on. Mutable, in place (two copies
 * of ten million rows would not fit), not thread-safe; frozen into an {@code InteractionLog} by {@link LogAssembly}.
 */
public final class EventTable {
    /** Columns a file may lack; user and item are always there. */
    public enum Column {
        TIME,
        EVENT,
        VALUE,
        PRICE,
        ORDER,
        TITLE,
        REGION,
        DEVICE
    }

    private final Set<Column> columns;
    private final EventType eventWithoutName;
    private TextDictionary users = new TextDictionary();
    private final TextDictionary items = new TextDictionary();
    private final TextDictionary events = new TextDictionary();
    private final TextDictionary orders = new TextDictionary();
    private final TextDictionary titles = new TextDictionary();
    private final TextDictionary regions = new TextDictionary();
    private final TextDictionary devices = new TextDictionary();

    private final IntArrayList user = new IntArrayList();
    private final IntArrayList item = new IntArrayList();
    private final LongArrayList time = new LongArrayList();
    private final IntArrayList event = new IntArrayList();
    private final FloatArrayList value = new FloatArrayList();
    private final FloatArrayList price = new FloatArrayList();
    private final IntArrayList order = new IntArrayList();
    private final IntArrayList title = new IntArrayList();
    private final IntArrayList region = new IntArrayList();
    private final IntArrayList device = new IntArrayList();
    private final LongArrayList fingerprint = new LongArrayList();
    private final FloatArrayList weight = new FloatArrayList();
    private final List<IntArrayList> codes = List.of(user, item, event, order, title, region, device);
    private final List<LongArrayList> longs = List.of(time, fingerprint);
    private final List<FloatArrayList> floats = List.of(value, price, weight);
    private BitSet cancelled = new BitSet();
    private EventType[] types = new EventType[0];

    /** @param eventWithoutName what a row is when the file has no event column */
    public EventTable(Set<Column> columns, EventType eventWithoutName) {
        EnumSet<Column> copy = EnumSet.noneOf(Column.class);
        copy.addAll(columns);
        this.columns = copy;
        this.eventWithoutName = eventWithoutName;
    }

    public boolean has(Column column) {
        return columns.contains(column);
    }

    public TextDictionary users() {
        return users;
    }

    /** Exchanges the texts of the users; the codes stay. */
    void renameUsers(TextDictionary renamed) {
        users = renamed;
    }

    public TextDictionary items() {
        return items;
    }

    public TextDictionary events() {
        return events;
    }

    public TextDictionary orders() {
        return orders;
    }

    public TextDictionary titles() {
        return titles;
    }

    public TextDictionary regions() {
        return regions;
    }

    public TextDictionary devices() {
        return devices;
    }

    public int size() {
        return user.size();
    }

    public void add(EventRow row) {
        user.add(row.user());
        item.add(row.item());
        time.add(row.time());
        fingerprint.add(row.fingerprint());
        weight.add(1);
        addIf(Column.EVENT, event, row.event());
        addIf(Column.ORDER, order, row.order());
        addIf(Column.TITLE, title, row.title());
        addIf(Column.REGION, region, row.region());
        addIf(Column.DEVICE, device, row.device());
        if (has(Column.VALUE)) {
            value.add(row.value());
        }
        if (has(Column.PRICE)) {
            price.add(row.price());
        }
    }

    private void addIf(Column column, IntArrayList cells, int code) {
        if (has(column)) {
            cells.add(code);
        }
    }

    public int user(int row) {
        return user.getInt(row);
    }

    public int item(int row) {
        return item.getInt(row);
    }

    public long time(int row) {
        return time.getLong(row);
    }

    public int event(int row) {
        return code(event, row);
    }

    /** What the row is, by the event's name; the table's default where there is no event column. */
    public EventType eventType(int row) {
        int code = event(row);
        if (code == TextDictionary.NONE) {
            return eventWithoutName;
        }
        if (code >= types.length) {
            resolveTypes();
        }
        return types[code];
    }

    private void resolveTypes() {
        int known = types.length;
        types = Arrays.copyOf(types, events.size());
        for (int code = known; code < types.length; code++) {
            types[code] = EventNames.typeOf(events.text(code)).orElse(EventType.VIEW);
        }
    }

    /** Says what a name means that {@link EventNames} does not know. */
    void setEventType(int code, EventType type) {
        if (code >= types.length) {
            resolveTypes();
        }
        types[code] = type;
    }

    public float value(int row) {
        return value.isEmpty() ? 1 : value.getFloat(row);
    }

    void setValue(int row, float reduced) {
        value.set(row, reduced);
    }

    public float price(int row) {
        return price.isEmpty() ? Float.NaN : price.getFloat(row);
    }

    public int order(int row) {
        return code(order, row);
    }

    public int title(int row) {
        return code(title, row);
    }

    public int region(int row) {
        return code(region, row);
    }

    public int device(int row) {
        return code(device, row);
    }

    public long fingerprint(int row) {
        return fingerprint.getLong(row);
    }

    /** 0 for a cancelled row, whatever its event weighs. */
    public float weight(int row) {
        return cancelled.get(row) ? 0 : weight.getFloat(row);
    }

    void setWeight(int row, float weighs) {
        weight.set(row, weighs);
    }

    /** Marks a purchase as wholly returned: it stays as a row of weight 0. */
    void cancel(int row) {
        cancelled.set(row);
        if (has(Column.VALUE)) {
            value.set(row, 0);
        }
    }

    public boolean isCancelled(int row) {
        return cancelled.get(row);
    }

    /** Drops every row whose bit is not set; the others keep their order. */
    void retain(BitSet keep) {
        BitSet stillCancelled = new BitSet();
        int to = 0;
        for (int row = keep.nextSetBit(0); row >= 0; row = keep.nextSetBit(row + 1)) {
            stillCancelled.set(to, cancelled.get(row));
            move(row, to++);
        }
        cancelled = stillCancelled;
        for (IntArrayList cells : codes) {
            cells.size(Math.min(to, cells.size()));
        }
        for (LongArrayList cells : longs) {
            cells.size(to);
        }
        for (FloatArrayList cells : floats) {
            cells.size(Math.min(to, cells.size()));
        }
    }

    private void move(int from, int to) {
        for (IntArrayList cells : codes) {
            if (!cells.isEmpty()) {
                cells.set(to, cells.getInt(from));
            }
        }
        for (LongArrayList cells : longs) {
            cells.set(to, cells.getLong(from));
        }
        for (FloatArrayList cells : floats) {
            if (!cells.isEmpty()) {
                cells.set(to, cells.getFloat(from));
            }
        }
    }

    private static int code(IntArrayList cells, int row) {
        return cells.isEmpty() ? TextDictionary.NONE : cells.getInt(row);
    }
}
