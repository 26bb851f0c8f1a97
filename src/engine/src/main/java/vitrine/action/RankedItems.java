package vitrine.action;

import vitrine.metric.PartialTopK;
import vitrine.model.Query;
import vitrine.model.Recommender;

/**
 * The best items for a query.
 *
 * @param items item numbers, best first
 * @param scores their scores
 */
record RankedItems(int[] items, double[] scores) {
    static RankedItems of(Recommender model, Query query, int[] candidates, int top) {
        double[] scores = new double[candidates.length];
        model.score(query, candidates, scores);
        int[] best = PartialTopK.of(scores, Math.min(top, scores.length));
        int[] items = new int[best.length];
        double[] kept = new double[best.length];
        for (int i = 0; i < best.length; i++) {
            items[i] = candidates[best[i]];
            kept[i] = scores[best[i]];
        }
        return new RankedItems(items, kept);
    }
}
