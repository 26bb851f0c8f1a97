package vitrine.model;

import java.util.Arrays;
import vitrine.data.IdIndex;
import vitrine.network.PositiveDefinite;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/**
 * EASE (Steck, 2019), the embarrassingly shallow autoencoder: the item-to-item weights that restore each user's choices
 * from the user's other choices with the least squared error and an L2 penalty, in closed form. With the binary user-item
 * matrix X,
 *
 * <pre>
 * P = (X'X + l2 I)^-1     B_ij = -P_ij / P_jj, B_jj = 0     s(y) = sum over the history of w_i B_iy
 * </pre>
 *
 * Linear, so its explanations are exact, and often as good as deep models. When not to use it: for catalogues of many ten
 * thousands of items (memory and time grow with their square and cube), and where the order of the history matters.
 */
public final class Ease implements LinearRecommender {
    public static final String NAME = "ease";
    public static final double DEFAULT_L2 = 500;
    /** Beyond this an array cannot hold all pairs. */
    public static final int MOST_ITEMS = 46_000;
    /** From this share of all items on it is quicker to score all of them. */
    private static final int MANY = 2;

    private final IdIndex users;
    private final IdIndex items;
    private final float[] weights;

    /** @param weights B, {@code items x items}, row i for history item i; not to be changed */
    public Ease(IdIndex users, IdIndex items, float[] weights) {
        this.users = users;
        this.items = items;
        this.weights = weights;
    }

    /**
     * @param l2 above 0; what one more user of an item counts against
     * @throws CannotAnswerException when there are more items than memory for their pairs
     */
    public static Ease fit(InteractionMatrix matrix, double l2, JobContext context) {
        int n = matrix.items().size();
        long bytes = (long) Float.BYTES * n * n;
        if (n > MOST_ITEMS || bytes > 0.7 * Runtime.getRuntime().maxMemory()) {
            throw new CannotAnswerException("EASE needs " + (bytes >> 20) + " MB for the pairs of " + n
                    + " items, more than there is. Use itemknn, keep fewer items (--min-item-events), or give Java more"
                    + " memory (VITRINE_JAVA_OPTIONS=-Xmx8g).");
        }
        context.progress().report("Counting pairs", 0, 0);
        float[] p = pairs(matrix, n, context);
        for (int i = 0; i < n; i++) {
            p[i * n + i] += (float) l2;
        }
        PositiveDefinite.invert(p, n, context);
        float[] diagonal = new float[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = p[i * n + i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i * n + j] = i == j ? 0f : -p[i * n + j] / diagonal[j];
            }
        }
        return new Ease(matrix.users(), matrix.items(), p);
    }

    /** X'X: how many users chose both. */
    private static float[] pairs(InteractionMatrix matrix, int n, JobContext context) {
        float[] counts = new float[n * n];
        for (int user = 0; user < matrix.users().size(); user++) {
            context.cancellation().throwIfCancelled();
            int[] chosen = matrix.itemsOf(user);
            for (int i : chosen) {
                for (int j : chosen) {
                    counts[i * n + j]++;
                }
            }
        }
        return counts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IdIndex users() {
        return users;
    }

    @Override
    public IdIndex items() {
        return items;
    }

    /** B, {@code items x items}; not to be changed. */
    public float[] weights() {
        return weights;
    }

    @Override
    public double slope(int historyItem, int item) {
        return weights[historyItem * items.size() + item];
    }

    /** Whole rows are added where most items are asked for: memory is read in order. Both ways agree to the bit. */
    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        int n = items.size();
        boolean many = (long) candidates.length * MANY >= n;
        double[] sums = many ? new double[n] : scores;
        Arrays.fill(sums, 0, many ? n : candidates.length, 0);
        for (int h = 0; h < query.history().length; h++) {
            int row = query.history()[h] * n;
            double w = query.weights()[h];
            if (many) {
                for (int item = 0; item < n; item++) {
                    sums[item] += w * weights[row + item];
                }
            } else {
                for (int c = 0; c < candidates.length; c++) {
                    sums[c] += w * weights[row + candidates[c]];
                }
            }
        }
        for (int c = 0; many && c < candidates.length; c++) {
            scores[c] = sums[candidates[c]];
        }
    }
}
