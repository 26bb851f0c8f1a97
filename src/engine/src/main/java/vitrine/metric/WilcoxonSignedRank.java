package vitrine.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * Wilcoxon's signed-rank test of paired differences against "as often above as below" (Wilcoxon, 1945). Differences of 0
 * are left out, equal sizes share their mean rank. Up to {@value #EXACT} differences the two-sided p is exact, given the
 * ties (all signs equally likely, counted over doubled ranks); beyond that it is the normal approximation with the variance
 * corrected for ties and a continuity correction of one half.
 *
 * @param n differences other than 0
 * @param positiveRanks W+, the sum of the ranks of positive differences
 * @param p two-sided; 1 when every difference is 0
 */
public record WilcoxonSignedRank(int n, double positiveRanks, double p) {
    private static final int EXACT = 50;

    /** @param differences finite, one a pair */
    public static WilcoxonSignedRank of(double[] differences) {
        double[] values = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int n = values.length;
        if (n == 0) {
            return new WilcoxonSignedRank(0, 0, 1);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] doubled = new int[n];
        double tied = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && Math.abs(values[order[to]]) == Math.abs(values[order[from]])) {
                to++;
            }
            double size = to - from;
            tied += size * size * size - size;
            for (int i = from; i < to; i++) {
                doubled[order[i]] = from + 1 + to;
            }
            from = to;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i] > 0 ? doubled[i] / 2.0 : 0;
        }
        return new WilcoxonSignedRank(n, sum, n <= EXACT ? exact(doubled, sum) : approximate(n, sum, tied));
    }

    /** Twice the share of sign patterns whose sum is at least as far out on the same side. */
    private static double exact(int[] doubled, double sum) {
        int total = Arrays.stream(doubled).sum();
        double[] share = new double[total + 1];
        share[0] = 1;
        int reached = 0;
        for (int rank : doubled) {
            reached += rank;
            for (int s = reached; s >= 0; s--) {
                share[s] = (share[s] + (s >= rank ? share[s - rank] : 0)) / 2;
            }
        }
        int smaller = (int) Math.round(Math.min(2 * sum, total - 2 * sum));
        double tail = 0;
        for (int s = 0; s <= smaller; s++) {
            tail += share[s];
        }
        return Math.min(1, 2 * tail);
    }

    private static double approximate(int n, double sum, double tied) {
        double mean = n * (n + 1.0) / 4;
        double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - tied / 48;
        double distance = Math.max(0, Math.abs(sum - mean) - .5);
        return Math.min(1, Erf.erfc(distance / Math.sqrt(2 * variance)));
    }
}
