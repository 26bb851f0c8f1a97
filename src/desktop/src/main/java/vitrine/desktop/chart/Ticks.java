package vitrine.desktop.chart;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Round numbers inside a range. */
public final class Ticks {
    private Ticks() {}

    /** At most about {@code most} multiples of 1, 2 or 5 times a power of ten. */
    public static double[] of(double low, double high, int most) {
        if (!(high > low) || most < 1) {
            return new double[] {low};
        }
        double step = step((high - low) / most);
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
    }

    /** Whole numbers only. */
    public static double[] whole(double low, double high, int most) {
        double step = Math.max(1, Math.rint(step((high - low) / Math.max(1, most))));
        long first = (long) Math.ceil(low / step - 1e-9);
        return DoubleStream.iterate(first * step, v -> v <= high + 1e-9, v -> v + step)
                .toArray();
    }

    private static double step(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5}) {
            if (raw <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
