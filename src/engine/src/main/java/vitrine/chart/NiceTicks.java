package vitrine.chart;

import java.util.ArrayList;
import java.util.List;
import vitrine.explain.Figures;

/**
 * Round axis values: the step is 1, 2 or 5 times a power of ten, zero is among them when it lies in the range.
 *
 * @param step distance of two ticks
 * @param values ascending, all within the range asked for
 */
record NiceTicks(double step, List<Double> values) {
    NiceTicks {
        values = List.copyOf(values);
    }

    /** @param most largest number of ticks, at least 2 */
    static NiceTicks of(double low, double high, int most) {
        double rough = (high - low) / Math.max(1, most - 1);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * 10;
        for (double nice : new double[] {1, 2, 5}) {
            if (nice * power >= rough * (1 - 1e-9)) {
                step = nice * power;
                break;
            }
        }
        return every(step, low, high);
    }

    /** Whole numbers only, for epochs. */
    static NiceTicks whole(double low, double high, int most) {
        return every(Math.max(1, Math.ceil(of(low, high, most).step)), low, high);
    }

    private static NiceTicks every(double step, double low, double high) {
        List<Double> values = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            values.add(i * step);
        }
        return new NiceTicks(step, values);
    }

    /** Enough decimals to tell two ticks apart. */
    Figures figures() {
        int decimals = 0;
        for (double s = step; decimals < 9 && Math.abs(s - Math.rint(s)) > 1e-6 * s; s *= 10) {
            decimals++;
        }
        return new Figures(decimals);
    }

    /** A signed axis: plus and minus written out, zero as plain 0. */
    String signed(double value) {
        return value == 0 ? "0" : figures().signed(value);
    }
}
