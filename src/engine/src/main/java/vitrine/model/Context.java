package vitrine.model;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;

/**
 * When, where and with what a question is asked; each may be {@link #UNKNOWN}.
 *
 * @param hour of the day in UTC, 0 to 23
 * @param weekday in UTC, 0 for Monday to 6 for Sunday
 * @param region number of the region in the model's names
 * @param device number of the device in the model's names
 */
public record Context(int hour, int weekday, int region, int device) {
    public static final int UNKNOWN = IdIndex.UNKNOWN;
    public static final int HOURS = 24;
    /** Monday first, as typed on a command line. */
    public static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Nothing is known. */
    public static final Context NONE = new Context(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long DAY_MILLIS = HOURS * HOUR_MILLIS;
    /** 1970-01-01 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    /** The parts of a context, in the order of its numbers. */
    public enum Part {
        HOUR,
        WEEKDAY,
        REGION,
        DEVICE;

        /** As on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Context {
        if (hour < UNKNOWN
                || hour >= HOURS
                || weekday < UNKNOWN
                || weekday >= WEEKDAYS.size()
                || region < UNKNOWN
                || device < UNKNOWN) {
            throw new IllegalArgumentException(
                    "impossible context: hour " + hour + ", weekday " + weekday + ", " + region + ", " + device);
        }
    }

    /** Of an event: hour and weekday where the log has them; region and device in the log's numbers. */
    public static Context of(InteractionLog log, int row) {
        long time = log.time(row);
        int hour = log.hasHours() ? (int) (Math.floorMod(time, DAY_MILLIS) / HOUR_MILLIS) : UNKNOWN;
        int weekday = log.hasTimes()
                ? (int) Math.floorMod(Math.floorDiv(time, DAY_MILLIS) + FIRST_WEEKDAY, (long) WEEKDAYS.size())
                : UNKNOWN;
        return new Context(hour, weekday, log.region(row), log.device(row));
    }

    /**
     * Of the last event of a user that may be seen.
     *
     * @return {@link #NONE} for a user without any
     */
    public static Context latest(InteractionLog log, int user, IntPredicate seen) {
        for (int row = log.userStart(user + 1) - 1; row >= log.userStart(user); row--) {
            if (seen.test(row)) {
                return of(log, row);
            }
        }
        return NONE;
    }

    public int value(Part part) {
        return switch (part) {
            case HOUR -> hour;
            case WEEKDAY -> weekday;
            case REGION -> region;
            case DEVICE -> device;
        };
    }

    public Context with(Part part, int value) {
        return new Context(
                part == Part.HOUR ? value : hour,
                part == Part.WEEKDAY ? value : weekday,
                part == Part.REGION ? value : region,
                part == Part.DEVICE ? value : device);
    }

    public Context without(Part part) {
        return with(part, UNKNOWN);
    }

    /** The same place and device, at no time in particular. */
    public Context withoutTime() {
        return new Context(UNKNOWN, UNKNOWN, region, device);
    }
}
