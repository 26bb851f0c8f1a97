package vitrine.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who did what with which product and when: parallel columns, one row an event, sorted by (user, time) with file order
 * inside equal times. Immutable; rows are addressed by number, users and items by their {@link IdIndex} number.
 *
 * <p>Region and device are of the event, as numbers of {@link #regions} and {@link #devices}; {@link IdIndex#UNKNOWN} where
 * the file says nothing.
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
    private final boolean hasHours;
    private final IdIndex regions;
    private final IdIndex devices;
    private final int[] region;
    private final int[] device;

    private InteractionLog(Builder from, int[] order) {
        this.users = from.users;
        this.items = from.items;
        this.hasTimes = from.hasTimes;
        this.regions = from.regions;
        this.devices = from.devices;
        int n = order.length;
        user = new int[n];
        item = new int[n];
        time = new long[n];
        event = new byte[n];
        value = new float[n];
        price = new float[n];
        weight = new float[n];
        region = new int[regions.size() == 0 ? 0 : n];
        device = new int[devices.size() == 0 ? 0 : n];
        boolean anyHour = false;
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
            if (region.length > 0) {
                region[row] = from.region[source];
            }
            if (device.length > 0) {
                device[row] = from.device[source];
            }
            anyHour |= Math.floorMod(time[row], DAY_MILLIS) != 0;
            userStart[user[row] + 1]++;
        }
        hasHours = hasTimes && anyHour;
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

    /** Whether {@link #time} knows the hour; false: the file had dates only, and every time is a midnight. */
    public boolean hasHours() {
        return hasHours;
    }

    /** Names of the regions; empty where the file has none. */
    public IdIndex regions() {
        return regions;
    }

    /** Names of the devices; empty where the file has none. */
    public IdIndex devices() {
        return devices;
    }

    /** Where the event happened. */
    public int region(int row) {
        return region.length == 0 ? IdIndex.UNKNOWN : region[row];
    }

    /** What the event was done with. */
    public int device(int row) {
        return device.length == 0 ? IdIndex.UNKNOWN : device[row];
    }

    private static final EventType[] EVENTS = EventType.values();
    private static final long DAY_MILLIS = 86_400_000L;
    private static final IdIndex NONE = IdIndex.of(List.of());

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
        private int[] region = new int[0];
        private int[] device = new int[0];
        private IdIndex regions = NONE;
        private IdIndex devices = NONE;
        private int size;
        private boolean hasTimes = true;

        public Builder(IdIndex users, IdIndex items) {
            this.users = users;
            this.items = items;
        }

        public IdIndex users() {
            return users;
        }

        public IdIndex items() {
            return items;
        }

        /** Says that the {@code time} of the rows is only their number in the file. */
        public Builder withoutTimes() {
            hasTimes = false;
            return this;
        }

        /** Names the regions and devices of the rows to come; to be called before the first of them. */
        public Builder withPlaces(IdIndex regions, IdIndex devices) {
            if (size > 0) {
                throw new IllegalStateException("regions and devices must be named before the first row");
            }
            this.regions = regions;
            this.devices = devices;
            region = new int[regions.size() == 0 ? 0 : user.length];
            device = new int[devices.size() == 0 ? 0 : user.length];
            return this;
        }

        /** An event whose region and device are unknown. */
        public Builder add(int user, int item, long time, EventType event, float value, float price, float weight) {
            return add(user, item, time, event, value, price, weight, IdIndex.UNKNOWN, IdIndex.UNKNOWN);
        }

        /** @param region and {@code device}: numbers of the names given before, or {@link IdIndex#UNKNOWN} */
        public Builder add(
                int user,
                int item,
                long time,
                EventType event,
                float value,
                float price,
                float weight,
                int region,
                int device) {
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
            if (this.region.length > 0) {
                this.region[size] = region;
            }
            if (this.device.length > 0) {
                this.device[size] = device;
            }
            size++;
            return this;
        }

        /** Copies one row of another log (same id indexes, regions and devices). */
        public Builder add(InteractionLog log, int row) {
            return add(
                    log.user[row],
                    log.item[row],
                    log.time[row],
                    log.event(row),
                    log.value[row],
                    log.price[row],
                    log.weight[row],
                    log.region(row),
                    log.device(row));
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
            region = region.length == 0 ? region : Arrays.copyOf(region, capacity);
            device = device.length == 0 ? device : Arrays.copyOf(device, capacity);
        }
    }
}
