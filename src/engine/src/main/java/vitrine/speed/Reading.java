package vitrine.speed;

import java.util.Arrays;

/**
 * What a work's stopwatch showed: the median, and between which values nine tenths of the windows lay.
 *
 * @param low 5th percentile
 * @param high 95th percentile
 */
public record Reading(double median, double low, double high) {
    /** Of one value a window, at least one. */
    public static Reading of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a reading needs at least one window");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Reading(at(sorted, 0.5), at(sorted, 0.05), at(sorted, 0.95));
    }

    /** Between two ranks in proportion. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
