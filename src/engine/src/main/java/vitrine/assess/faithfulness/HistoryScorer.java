package vitrine.assess.faithfulness;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import vitrine.metric.Ranks;
import vitrine.model.Query;
import vitrine.model.Recommender;

/**
 * Scores and ranks one item for a query of whose history only some items are kept; the others have weight 0 in place,
 * nothing refills, the user stays. Notes whether any score was not finite. Safe for several threads.
 */
final class HistoryScorer {
    private final Recommender model;
    private final Query query;
    private final int item;
    private final int[] candidates;
    private final int itemAt;
    private final AtomicBoolean unsound = new AtomicBoolean();

    /** One item's score and its rank, 1 the best. */
    record Ranked(double score, int rank) {}

    HistoryScorer(Recommender model, Query query, int item, int[] candidates) {
        this.model = model;
        this.query = query;
        this.item = item;
        this.candidates = candidates.clone();
        this.itemAt = positionOf(item, candidates);
        if (itemAt < 0) {
            throw new IllegalArgumentException("the item to explain is not among the candidates");
        }
        int[] sorted = candidates.clone();
        Arrays.sort(sorted);
        for (int h : query.history()) {
            if (Arrays.binarySearch(sorted, h) >= 0) {
                throw new IllegalArgumentException("history item " + h + " is among the candidates");
            }
        }
    }

    private static int positionOf(int item, int[] candidates) {
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] == item) {
                return i;
            }
        }
        return -1;
    }

    /** History positions whose weight is above 0: only their removal can change anything. */
    int[] removable() {
        int n = query.history().length;
        int[] positions = new int[n];
        int found = 0;
        for (int i = 0; i < n; i++) {
            if (query.weights()[i] > 0) {
                positions[found++] = i;
            }
        }
        return Arrays.copyOf(positions, found);
    }

    /** The item's score when only the history positions {@code order[from..to)} are kept. */
    double score(int[] order, int from, int to) {
        return checked(model.score(keeping(order, from, to), item));
    }

    /** The same with the item's rank among the candidates, ties by their order. */
    Ranked ranked(int[] order, int from, int to) {
        double[] scores = candidateScores(order, from, to);
        return new Ranked(scores[itemAt], Ranks.of(scores, itemAt));
    }

    double[] candidateScores(int[] order, int from, int to) {
        double[] scores = new double[candidates.length];
        model.score(keeping(order, from, to), candidates, scores);
        for (double score : scores) {
            checked(score);
        }
        return scores;
    }

    boolean allFinite() {
        return !unsound.get();
    }

    private double checked(double score) {
        if (!Double.isFinite(score)) {
            unsound.set(true);
        }
        return score;
    }

    private Query keeping(int[] order, int from, int to) {
        float[] original = query.weights();
        float[] weights = new float[original.length];
        for (int i = from; i < to; i++) {
            weights[order[i]] = original[order[i]];
        }
        return query.withWeights(weights);
    }
}
