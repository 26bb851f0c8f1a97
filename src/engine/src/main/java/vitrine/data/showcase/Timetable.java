package vitrine.data.showcase;

import java.util.BitSet;
import vitrine.run.SeededRandom;

/**
 * When a shopper visits. A session is one clock hour on one day; its one to six visits each have ten minutes of
 * that hour to themselves, so the funnels of two visits never overlap. No two sessions share a day's quarter. Sessions
 * fall on uniform days of the year and on the quarters of the day by their shares.
 */
final class Timetable {
    static final int DAYS = 365;
    static final int VISITS_PER_SESSION = 6;
    static final int MINUTES_PER_VISIT = 10;
    private static final int QUARTERS = Daypart.values().length;
    private static final double POISSON_STEP = 32;

    private Timetable() {}

    /** Poisson by products of uniforms (Knuth), in steps small enough for exp(-step); exact, the sum of Poissons is one. */
    static int poisson(double mean, SeededRandom random) {
        int count = 0;
        for (double left = mean; left > 0; left -= POISSON_STEP) {
            double limit = StrictMath.exp(-Math.min(left, POISSON_STEP));
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
        }
        return count;
    }

    /** @return {@code visits} starting minutes since the beginning of the year, at least ten apart, in order */
    static int[] minutes(int visits, SeededRandom random) {
        BitSet quarters = new BitSet(DAYS * QUARTERS);
        int[] lengths = sessionLengths(visits, random);
        for (int session = 0; session < lengths.length; session++) {
            int quarter;
            do {
                quarter = random.nextInt(DAYS) * QUARTERS
                        + Daypart.ofShare(random.nextDouble()).ordinal();
            } while (quarters.get(quarter));
            quarters.set(quarter);
        }
        int[] minutes = new int[visits];
        int visit = 0;
        int quarter = quarters.nextSetBit(0);
        for (int length : lengths) {
            int hour = quarter * Daypart.HOURS + random.nextInt(Daypart.HOURS);
            for (int place = 0; place < length; place++) {
                minutes[visit++] = hour * 60 + place * MINUTES_PER_VISIT;
            }
            quarter = quarters.nextSetBit(quarter + 1);
        }
        return minutes;
    }

    private static int[] sessionLengths(int visits, SeededRandom random) {
        int[] lengths = new int[visits];
        int sessions = 0;
        for (int left = visits; left > 0; left -= lengths[sessions++]) {
            lengths[sessions] = Math.min(left, 1 + random.nextInt(VISITS_PER_SESSION));
        }
        return java.util.Arrays.copyOf(lengths, sessions);
    }

    static Daypart daypart(int minute) {
        return Daypart.ofHour(minute / 60 % 24);
    }
}
