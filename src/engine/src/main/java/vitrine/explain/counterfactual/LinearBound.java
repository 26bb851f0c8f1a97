package vitrine.explain.counterfactual;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Sound limits for a linear model: at best, a set takes from (or gives to) the lead over each rival the largest amounts that
 * its missing options could, each rival counted by itself. If even then too few rivals are ahead (to drop an item), or too
 * many (to lift it), no such set reaches the goal. A set that is complete is decided exactly, up to rounding, which always
 * counts as "may".
 *
 * <p>Only rivals whose order against the item can turn at all are kept. Memory: two numbers an option and rival.
 */
final class LinearBound implements Bound {
    /** Rounding of sums of scores, relative to their size. */
    private static final double ROUNDING = 1e-6;

    private final Goal goal;
    private final int k;
    private final int alwaysAhead;
    private final double slack;
    private final double[] ahead;
    private final double[][] gain;
    /** [m - 1][i][r]: the m largest positive gains among options i and later, m = 1, 2. */
    private final double[][][] best;

    private final double[][] stack;
    private int depth;

    LinearBound(LinearMargins margins, Goal goal, int k, int deepest) {
        this.goal = goal;
        this.k = k;
        double largest = 1 + Arrays.stream(margins.ahead()).map(Math::abs).max().orElse(0);
        this.slack = ROUNDING * largest;
        int sign = goal == Goal.DROP ? 1 : -1;
        int[] turning = IntStream.range(0, margins.ahead().length)
                .filter(r -> canTurn(margins, r))
                .toArray();
        // A rival that is ahead for good counts; one that is behind for good does not.
        boolean[] kept = new boolean[margins.ahead().length];
        Arrays.stream(turning).forEach(r -> kept[r] = true);
        this.alwaysAhead = (int) IntStream.range(0, kept.length)
                .filter(r -> !kept[r] && margins.ahead()[r] < 0)
                .count();
        this.ahead = Arrays.stream(turning).mapToDouble(r -> margins.ahead()[r]).toArray();
        this.gain = new double[margins.loss().length][];
        for (int i = 0; i < gain.length; i++) {
            double[] loss = margins.loss()[i];
            gain[i] = Arrays.stream(turning).mapToDouble(r -> sign * loss[r]).toArray();
        }
        this.best = best();
        this.stack = new double[deepest + 1][ahead.length];
        stack[0] = ahead;
    }

    /** Whether some set may bring a rival to the other side, or its side is too close to call. */
    private boolean canTurn(LinearMargins margins, int rival) {
        double up = 0;
        double down = 0;
        for (double[] loss : margins.loss()) {
            up += Math.max(0, -loss[rival]);
            down += Math.max(0, loss[rival]);
        }
        double now = margins.ahead()[rival];
        return now - down <= slack && now + up >= -slack;
    }

    private double[][][] best() {
        int n = gain.length;
        double[][][] sums = new double[2][n + 1][ahead.length];
        for (int i = n - 1; i >= 0; i--) {
            for (int r = 0; r < ahead.length; r++) {
                double own = Math.max(0, gain[i][r]);
                double first = sums[0][i + 1][r];
                double second = sums[1][i + 1][r] - first;
                sums[0][i][r] = Math.max(first, own);
                sums[1][i][r] = Math.max(first, own) + Math.max(second, Math.min(first, own));
            }
        }
        return sums;
    }

    @Override
    public void push(int option) {
        double[] from = stack[depth];
        double[] to = stack[++depth];
        int sign = goal == Goal.DROP ? 1 : -1;
        for (int r = 0; r < to.length; r++) {
            to[r] = from[r] - sign * gain[option][r];
        }
    }

    @Override
    public void pop() {
        depth--;
    }

    @Override
    public boolean mayReach(int next, int more) {
        if (more > 2) {
            // Two of them known, the others at most as good as the better of the two.
            return reaches(r -> best[1][next][r] + (more - 2) * best[0][next][r], stack[depth]);
        }
        return reaches(r -> more == 0 ? 0 : best[more - 1][next][r], stack[depth]);
    }

    @Override
    public boolean mayReach(int size) {
        double[] most = new double[ahead.length];
        double[] column = new double[gain.length];
        for (int r = 0; r < most.length; r++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = Math.max(0, gain[i][r]);
            }
            Arrays.sort(column);
            for (int i = Math.max(0, column.length - size); i < column.length; i++) {
                most[r] += column[i];
            }
        }
        return reaches(r -> most[r], ahead);
    }

    /** @param most what may still be moved for a rival */
    private boolean reaches(IntToDoubleFunction most, double[] lead) {
        int count = alwaysAhead;
        if (goal == Goal.DROP) {
            for (int r = 0; r < lead.length; r++) {
                count += lead[r] - most.applyAsDouble(r) <= slack ? 1 : 0;
            }
            return count >= k;
        }
        for (int r = 0; r < lead.length; r++) {
            count += lead[r] + most.applyAsDouble(r) < -slack ? 1 : 0;
        }
        return count < k;
    }
}
