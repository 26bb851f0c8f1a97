package vitrine.model;

import java.util.Arrays;
import vitrine.data.IdIndex;

/**
 * Item-based nearest neighbours (Sarwar et al., 2001) on the binary user-item matrix: similarity is the cosine of item
 * columns; for each <em>candidate</em> the {@code k} most similar items are kept (ties by item number); the score is the
 * sum of their similarities to the history, {@code s(y) = sum over i of w_i S(i, y)}. Linear, so its explanations are
 * exact. When not to use it: for items without co-purchases, which it cannot reach.
 */
public final class ItemKnn implements LinearRecommender {
    public static final String NAME = "itemknn";
    public static final int DEFAULT_NEIGHBOURS = 100;
    /** From this share of all items on it is quicker to score all of them. */
    private static final int MANY = 4;

    private final IdIndex users;
    private final IdIndex items;
    private final int[][] neighbours;
    private final float[][] similarities;
    /** For each history item the candidates that keep it as a neighbour, ascending. */
    private final int[][] keptBy;
    /** The cosines matching {@link #keptBy}. */
    private final float[][] keptSimilarities;

    /**
     * @param neighbours for each candidate its neighbours, ascending item numbers
     * @param similarities the matching cosines
     */
    public ItemKnn(IdIndex users, IdIndex items, int[][] neighbours, float[][] similarities) {
        this.users = users;
        this.items = items;
        this.neighbours = neighbours;
        this.similarities = similarities;
        this.keptBy = new int[neighbours.length][];
        this.keptSimilarities = new float[neighbours.length][];
        transpose();
    }

    private void transpose() {
        int[] sizes = new int[neighbours.length];
        for (int[] kept : neighbours) {
            for (int i : kept) {
                sizes[i]++;
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            keptBy[i] = new int[sizes[i]];
            keptSimilarities[i] = new float[sizes[i]];
        }
        int[] next = new int[sizes.length];
        for (int y = 0; y < neighbours.length; y++) {
            for (int j = 0; j < neighbours[y].length; j++) {
                int i = neighbours[y][j];
                keptBy[i][next[i]] = y;
                keptSimilarities[i][next[i]++] = similarities[y][j];
            }
        }
    }

    /** Time: sum over users of (items of the user) squared. */
    public static ItemKnn fit(InteractionMatrix matrix, int k, vitrine.run.JobContext context) {
        int n = matrix.items().size();
        int[][] usersOf = matrix.usersOfItems();
        int[][] neighbours = new int[n][];
        float[][] similarities = new float[n][];
        double[] cosine = new double[n];
        int[] touched = new int[n];
        for (int y = 0; y < n; y++) {
            context.cancellation().throwIfCancelled();
            if (y % 256 == 0) {
                context.progress().report("Comparing items", y, n);
            }
            int size = overlaps(matrix, usersOf[y], y, cosine, touched);
            for (int t = 0; t < size; t++) {
                int i = touched[t];
                cosine[i] /= Math.sqrt((double) usersOf[i].length * usersOf[y].length);
            }
            int[] kept = mostSimilar(touched, size, cosine, k);
            neighbours[y] = kept;
            similarities[y] = new float[kept.length];
            for (int j = 0; j < kept.length; j++) {
                similarities[y][j] = (float) cosine[kept[j]];
            }
            for (int t = 0; t < size; t++) {
                cosine[touched[t]] = 0;
            }
        }
        return new ItemKnn(matrix.users(), matrix.items(), neighbours, similarities);
    }

    private static int overlaps(InteractionMatrix matrix, int[] usersOfY, int y, double[] count, int[] touched) {
        int size = 0;
        for (int u : usersOfY) {
            for (int i : matrix.itemsOf(u)) {
                if (i != y) {
                    if (count[i] == 0) {
                        touched[size++] = i;
                    }
                    count[i]++;
                }
            }
        }
        return size;
    }

    private static int[] mostSimilar(int[] touched, int size, double[] cosine, int k) {
        Integer[] order = new Integer[size];
        for (int t = 0; t < size; t++) {
            order[t] = touched[t];
        }
        Arrays.sort(order, (a, b) -> {
            int byCosine = Double.compare(cosine[b], cosine[a]);
            return byCosine != 0 ? byCosine : Integer.compare(a, b);
        });
        int[] kept = new int[Math.min(k, size)];
        for (int j = 0; j < kept.length; j++) {
            kept[j] = order[j];
        }
        Arrays.sort(kept);
        return kept;
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

    /** Neighbours of each candidate, ascending; not to be changed. */
    public int[][] neighbours() {
        return neighbours;
    }

    /** Cosines matching {@link #neighbours}; not to be changed. */
    public float[][] similarities() {
        return similarities;
    }

    /** The kept cosine of history item {@code i} for candidate {@code y}; 0 where it is not among the neighbours. */
    public double similarity(int i, int y) {
        int at = Arrays.binarySearch(neighbours[y], i);
        return at < 0 ? 0 : similarities[y][at];
    }

    /** Both ways add in the order of the history, so they agree to the bit. */
    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        if ((long) candidates.length * MANY >= items.size()) {
            scoreMany(query, candidates, scores);
        } else {
            scoreSome(query, candidates, scores);
        }
    }

    /** Hands each history item's similarities to the candidates that keep it, then collects. */
    private void scoreMany(Query query, int[] candidates, double[] scores) {
        double[] all = new double[items.size()];
        for (int h = 0; h < query.history().length; h++) {
            int item = query.history()[h];
            double weight = query.weights()[h];
            int[] receivers = keptBy[item];
            float[] given = keptSimilarities[item];
            for (int j = 0; j < receivers.length; j++) {
                all[receivers[j]] += weight * given[j];
            }
        }
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = all[candidates[c]];
        }
    }

    private void scoreSome(Query query, int[] candidates, double[] scores) {
        int[] history = query.history();
        float[] weights = query.weights();
        for (int c = 0; c < candidates.length; c++) {
            double sum = 0;
            for (int i = 0; i < history.length; i++) {
                sum += weights[i] * similarity(history[i], candidates[c]);
            }
            scores[c] = sum;
        }
    }

    @Override
    public double slope(int historyItem, int item) {
        return similarity(historyItem, item);
    }
}
