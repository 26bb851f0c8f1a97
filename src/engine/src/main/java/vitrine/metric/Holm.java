package vitrine.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction of several p values for having been looked at together (Holm, 1979). */
public final class Holm {
    private Holm() {}

    /** @return adjusted values in the order given, at most 1; below .05 is significant with a family-wise error of .05 */
    public static double[] of(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = largest;
        }
        return adjusted;
    }
}
