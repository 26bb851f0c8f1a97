package vitrine.data.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Times as shops write them, to milliseconds since 1970 in UTC: ISO 8601 with or without a zone (none means UTC) and
 * with a blank or T before the clock; {@code yyyy/M/d}; day first with slash, dash or dot, month first only with a slash
 * and when told so; seconds, milliseconds or microseconds since 1970 by their size. Works on bytes, because millions of
 * them are read. Holds a cursor, so one per thread.
 */
final class TimeParser {
    /** What {@link #parse} answers for a text that is no time. */
    static final long UNPARSABLE = Long.MIN_VALUE;

    private static final long DAY = 86_400_000L;
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = 100_000_000_000_000L;
    private static final long MICROS_BELOW = 100_000_000_000_000_000L;

    private final DateOrder slashes;
    private byte[] text = new byte[0];
    private int at;
    private int end;

    TimeParser(DateOrder slashes) {
        this.slashes = slashes;
    }

    long parse(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    long parse(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (end > at && text[end - 1] == ' ') {
            end--;
        }
        int start = at;
        long first = digits(17);
        int length = at - start;
        if (first < 0) {
            return UNPARSABLE;
        }
        if (at == end || (length > 4 && text[at] == '.')) {
            return epoch(first);
        }
        long day = date(first, length);
        return day == UNPARSABLE ? UNPARSABLE : clock(day);
    }

    /** Whether all cells of a column are times, and written so that few other things look like them. */
    static boolean looksLikeTimes(List<String[]> rows, int column) {
        TimeParser dayFirst = new TimeParser(DateOrder.DAY_FIRST);
        TimeParser monthFirst = new TimeParser(DateOrder.MONTH_FIRST);
        int times = 0;
        for (String[] row : rows) {
            String cell = column < row.length ? row[column].strip() : "";
            if (cell.isEmpty()) {
                continue;
            }
            boolean dated = cell.indexOf('-') > 0 || cell.indexOf('/') > 0 || cell.length() >= 10;
            if (!dated || (dayFirst.parse(cell) == UNPARSABLE && monthFirst.parse(cell) == UNPARSABLE)) {
                return false;
            }
            times++;
        }
        return times > 0;
    }

    private long epoch(long whole) {
        if (at < end) {
            at++;
            if (at == end || digits(9) < 0 || at < end) {
                return UNPARSABLE;
            }
        }
        if (whole < SECONDS_BELOW) {
            return whole * 1000;
        }
        if (whole < MILLIS_BELOW) {
            return whole;
        }
        return whole < MICROS_BELOW ? whole / 1000 : UNPARSABLE;
    }

    /** @return milliseconds at the start of the day */
    private long date(long first, int length) {
        byte separator = text[at];
        if (separator != '-' && separator != '/' && separator != '.') {
            return UNPARSABLE;
        }
        at++;
        long second = digits(2);
        if (second < 0 || at == end || text[at] != separator) {
            return UNPARSABLE;
        }
        at++;
        int thirdStart = at;
        long third = digits(4);
        int thirdLength = at - thirdStart;
        if (length == 4 && thirdLength <= 2) {
            return dayStart(first, second, third);
        }
        if (length > 2 || thirdLength != 4) {
            return UNPARSABLE;
        }
        return separator == '/' && slashes == DateOrder.MONTH_FIRST
                ? dayStart(third, first, second)
                : dayStart(third, second, first);
    }

    private static long dayStart(long year, long month, long day) {
        if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return UNPARSABLE;
        }
        // Days since 1970 in the proleptic Gregorian calendar, counted from 1 March so that leap days come last.
        long shifted = month > 2 ? year : year - 1;
        long fromMarch = (month + 9) % 12;
        long inYear = (153 * fromMarch + 2) / 5 + day - 1;
        long days = shifted * 365
                + Math.floorDiv(shifted, 4L)
                - Math.floorDiv(shifted, 100L)
                + Math.floorDiv(shifted, 400L)
                + inYear
                - 719_468;
        return days * DAY;
    }

    private static long daysIn(long year, long month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private long clock(long day) {
        if (at == end) {
            return day;
        }
        if (text[at] != ' ' && text[at] != 'T' && text[at] != 't') {
            return UNPARSABLE;
        }
        at++;
        long hour = digits(2);
        long minute = 0;
        long second = 0;
        long millis = 0;
        if (next(':')) {
            minute = digits(2);
            if (next(':')) {
                second = digits(2);
                millis = next('.') || next(',') ? fraction() : 0;
            }
        }
        long zone = zone();
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return UNPARSABLE;
        }
        if (millis < 0 || zone == UNPARSABLE || at < end) {
            return UNPARSABLE;
        }
        return day + hour * 3_600_000 + minute * 60_000 + second * 1000 + millis - zone;
    }

    private long fraction() {
        int start = at;
        long read = digits(9);
        if (read < 0) {
            return -1;
        }
        for (int length = at - start; length < 3; length++) {
            read *= 10;
        }
        for (int length = at - start; length > 3; length--) {
            read /= 10;
        }
        return read;
    }

    /** @return offset of the zone in milliseconds; 0 where there is none */
    private long zone() {
        if (at < end && text[at] == ' ') {
            at++;
        }
        if (at == end || next('Z') || next('z')) {
            return 0;
        }
        int sign = next('+') ? 1 : next('-') ? -1 : 0;
        long hours = digits(2);
        next(':');
        long minutes = at < end ? digits(2) : 0;
        if (sign == 0 || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return UNPARSABLE;
        }
        return sign * (hours * 3_600_000 + minutes * 60_000);
    }

    private boolean next(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** @return the number that stands here, or -1; stops after {@code most} digits */
    private long digits(int most) {
        int start = at;
        long number = 0;
        while (at < end && at - start < most && text[at] >= '0' && text[at] <= '9') {
            number = number * 10 + (text[at] - '0');
            at++;
        }
        return at == start ? -1 : number;
    }
}
