package vitrine.data;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Who did what with which product and when: parallel columns, one row an event, sorted by (user, time) with file order
 * inside equal times. Immutable; rows are addressed by number, users and items by their {@link IdIndex} number.
 *
 * <p>Weight says how much an event counts as a positive: 0 is "recorded, but neither a target nor history" (for example
 * a purchase that was wholly returned, or a rating under {@code --min-value}).
 */
public final class InteractionLog {
    private final IdIndex users;
    private final IdIndex items;
    private final int[] user;
    private final int[] item;
    private final long[] time;
    private final byte[] event;
    private final float[] value;
    private final float[] price;
    private final float[] weight;
    private final int[] userStart;
    private final boolean hasTimes;

    private InteractionLog(Builder from, int[] order) {
        this.users = from.users;
        this.items = from.items;
        this.hasTimes = from.hasTimes;
        int n = order.length;
        user = new int[n];
        item = new int[n];
        time = new long[n];
        event = new byte[n];
        value = new float[n];
        price = new float[n];
        weight = new float[n];
        userStart = new int[users.size() + 1];
        for (int row = 0; row < n; row++) {
            int source = order[row];
            user[row] = from.user[source];
            item[row] = from.item[source];
            time[row] = from.time[source];
            event[row] = from.event[source];
            value[row] = from.value[source];
            price[row] = from.price[source];
            weight[row] = from.weight[source];
            userStart[user[row] + 1]++;
        }
        for (int u = 0; u < users.size(); u++) {
            userStart[u + 1] += userStart[u];
        }
    }

    public IdIndex users() {
        return users;
    }

    public IdIndex items() {
        return items;
    }

    /** Number of rows. */
    public int size() {
        return user.length;
    }

    public int user(int row) {
        return user[row];
    }

    public int item(int row) {
        return item[row];
    }

    /** Whether {@link #time} is a moment; false: the file had no times, and {@code time} is the row's number in it. */
    public boolean hasTimes() {
        return hasTimes;
    }

    /** Milliseconds since 1970-01-01T00:00Z; the file's row number in a log without times (file order is time order). */
    public long time(int row) {
        return time[row];
    }

    public EventType event(int row) {
        return EVENTS[event[row]];
    }

    /** Rating or quantity; 1 where the file has none. */
    public float value(int row) {
        return value[row];
    }

    /** Unit price; NaN where the file has none. */
    public float price(int row) {
        return price[row];
    }

    /** How much the event counts as a positive, at least 0. */
    public float weight(int row) {
        return weight[row];
    }

    public boolean isPositive(int row) {
        return weight[row] > 0;
    }

    /** First row of a user; the user's rows are {@code userStart(u)} (inclusive) to {@code userStart(u + 1)}. */
    public int userStart(int user) {
        return userStart[user];
    }

    private static final EventType[] EVENTS = EventType.values();

    /** Collects rows in file order. */
    public static final class Builder {
        private final IdIndex users;
        private final IdIndex items;
        private int[] user = new int[1024];
        private int[] item = new int[1024];
        private long[] time = new long[1024];
        private byte[] event = new byte[1024];
        private float[] value = new float[1024];
        private float[] price = new float[1024];
        private float[] weight = new float[1024];
        private int size;
        private boolean hasTimes = true;

        public Builder(IdIndex users, IdIndex items) {
            this.users = users;
            this.items = items;
        }

        /** Says that the {@code time} of the rows is only their number in the file. */
        public Builder withoutTimes() {
            hasTimes = false;
            return this;
        }

        public Builder add(int user, int item, long time, EventType event, float value, float price, float weight) {
            if (size == this.user.length) {
                grow(size + (size >> 1));
            }
            this.user[size] = user;
            this.item[size] = item;
            this.time[size] = time;
            this.event[size] = (byte) event.ordinal();
            this.value[size] = value;
            this.price[size] = price;
            this.weight[size] = weight;
            size++;
            return this;
        }

        /** Copies one row of another log (same id indexes). */
        public Builder add(InteractionLog log, int row) {
            return add(
                    log.user[row],
                    log.item[row],
                    log.time[row],
                    log.event(row),
                    log.value[row],
                    log.price[row],
                    log.weight[row]);
        }

        public InteractionLog build() {
            return new InteractionLog(this, sortedOrder());
        }

        /** Stable counting sort by user, then a stable sort by time where a user's rows are not in time order already. */
        private int[] sortedOrder() {
            int[] start = new int[users.size() + 1];
            for (int row = 0; row < size; row++) {
                start[user[row] + 1]++;
            }
            for (int u = 0; u < users.size(); u++) {
                start[u + 1] += start[u];
            }
            int[] next = Arrays.copyOf(start, users.size());
            int[] order = new int[size];
            for (int row = 0; row < size; row++) {
                order[next[user[row]]++] = row;
            }
            for (int u = 0; u < users.size(); u++) {
                sortByTime(order, start[u], start[u + 1]);
            }
            return order;
        }

        private void sortByTime(int[] order, int from, int to) {
            boolean sorted = true;
            for (int i = from + 1; i < to && sorted; i++) {
                sorted = time[order[i - 1]] <= time[order[i]];
            }
            if (sorted) {
                return;
            }
            Integer[] rows = new Integer[to - from];
            for (int i = from; i < to; i++) {
                rows[i - from] = order[i];
            }
            Arrays.sort(rows, Comparator.comparingLong(row -> time[row]));
            for (int i = from; i < to; i++) {
                order[i] = rows[i - from];
            }
        }

        private void grow(int capacity) {
            user = Arrays.copyOf(user, capacity);
            item = Arrays.copyOf(item, capacity);
            time = Arrays.copyOf(time, capacity);
            event = Arrays.copyOf(event, capacity);
            value = Arrays.copyOf(value, capacity);
            price = Arrays.copyOf(price, capacity);
            weight = Arrays.copyOf(weight, capacity);
        }
    }
}
