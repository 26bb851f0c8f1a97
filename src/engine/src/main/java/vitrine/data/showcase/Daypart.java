package vitrine.data.showcase;

/** A quarter of the day (UTC), in order, six hours each, with its share of the shopping sessions. */
enum Daypart {
    NIGHT(0.10),
    MORNING(0.25),
    AFTERNOON(0.30),
    EVENING(0.35);

    static final int HOURS = 6;
    private static final Daypart[] ALL = values();

    private final double share;

    Daypart(double share) {
        this.share = share;
    }

    double share() {
        return share;
    }

    /** @param hour 0 to 23 */
    static Daypart ofHour(int hour) {
        return ALL[hour / HOURS];
    }

    /** @param u uniform in [0, 1) */
    static Daypart ofShare(double u) {
        double left = u;
        for (Daypart part : ALL) {
            left -= part.share;
            if (left < 0) {
                return part;
            }
        }
        return EVENING;
    }
}
