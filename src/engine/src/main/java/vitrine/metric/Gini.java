package vitrine.metric;

import java.util.Arrays;

/**
 * Gini coefficient of absolute contributions: how sparse an explanation is. 0: all parts count the same; near 1: one
 * part carries everything. With |a| sorted ascending, {@code sum_i (2i - n - 1) |a_i| / (n sum |a|)}, i from 1 to n.
 * Source: Chalasani et al., 2020.
 */
public final class Gini {
    private Gini() {}

    /** @return 0 when there is no value or all are 0 */
    public static double of(double[] values) {
        double[] sorted = Arrays.stream(values).map(Math::abs).sorted().toArray();
        int n = sorted.length;
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weighted += (2.0 * (i + 1) - n - 1) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? 0 : weighted / (n * sum);
    }
}
