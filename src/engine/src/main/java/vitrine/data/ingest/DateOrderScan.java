package vitrine.data.ingest;

/**
 * Collects evidence on dates with slashes: a number above 12 is a day. Month first is believed only when some date
 * proves it and none speaks against it; without evidence the day comes first.
 */
final class DateOrderScan {
    private boolean firstIsDay;
    private boolean secondIsDay;

    /** Looks at a cell of the time column. */
    void see(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] == ' ') {
            at++;
        }
        int firstStart = at;
        int first = 0;
        while (at < to && text[at] >= '0' && text[at] <= '9' && at - firstStart < 3) {
            first = first * 10 + (text[at++] - '0');
        }
        if (at == firstStart || at - firstStart > 2 || at == to || text[at] != '/') {
            return;
        }
        at++;
        int second = 0;
        int secondStart = at;
        while (at < to && text[at] >= '0' && text[at] <= '9' && at - secondStart < 3) {
            second = second * 10 + (text[at++] - '0');
        }
        if (at - secondStart <= 2) {
            firstIsDay |= first > 12 && first <= 31;
            secondIsDay |= second > 12 && second <= 31;
        }
    }

    DateOrder order() {
        return secondIsDay && !firstIsDay ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }
}
