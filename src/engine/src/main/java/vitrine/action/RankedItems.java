package vitrine.action;

import java.util.Arrays;
import java.util.OptionalDouble;
import vitrine.metric.PartialTopK;
import vitrine.model.Calibration;
import vitrine.model.Query;
import vitrine.model.Recommender;

/**
 * The best items for a query.
 *
 * @param items item numbers, best first
 * @param scores their scores
 * @param probabilities of each to be the next new item the user takes; NaN for one the user has taken; none where the model
 *     is not calibrated
 */
record RankedItems(int[] items, double[] scores, double[] probabilities) {
    private static final double[] NONE = {};

    /** Without probabilities. */
    static RankedItems of(Recommender model, Query query, int[] candidates, int top) {
        double[] scores = new double[candidates.length];
        model.score(query, candidates, scores);
        return best(candidates, scores, NONE, top);
    }

    /**
     * With probabilities, where the model is calibrated.
     *
     * @param foldIn whether to answer by a vector fitted to the history: without probabilities, since it was trained vectors
     *     that were calibrated
     * @param includeSeen whether items the user has taken are ranked, too
     */
    static RankedItems of(ModelSession session, Query query, boolean foldIn, boolean includeSeen, int top) {
        return of(session, query, session.unseen(query), foldIn, includeSeen, top);
    }

    /** @param unseen all items the user has not taken */
    static RankedItems of(
            ModelSession session, Query query, int[] unseen, boolean foldIn, boolean includeSeen, int top) {
        Recommender model = foldIn ? session.byHistory() : session.model();
        int[] candidates = includeSeen ? session.itemsById() : unseen;
        double[] scores = new double[candidates.length];
        model.score(query, candidates, scores);
        double[] probabilities = session.trained()
                .calibration()
                .filter(c -> !foldIn)
                .map(c -> probabilities(c, candidates, scores, unseen))
                .orElse(NONE);
        return best(candidates, scores, probabilities, top);
    }

    /** The two lists of items are in the same order. */
    private static double[] probabilities(Calibration calibration, int[] candidates, double[] scores, int[] unseen) {
        double[] possible = new double[unseen.length];
        int[] places = new int[unseen.length];
        int found = 0;
        for (int i = 0; i < candidates.length && found < unseen.length; i++) {
            if (candidates[i] == unseen[found]) {
                places[found] = i;
                possible[found++] = scores[i];
            }
        }
        double[] calibrated = calibration.probabilities(possible);
        double[] probabilities = new double[candidates.length];
        Arrays.fill(probabilities, Double.NaN);
        for (int i = 0; i < places.length; i++) {
            probabilities[places[i]] = calibrated[i];
        }
        return probabilities;
    }

    private static RankedItems best(int[] candidates, double[] scores, double[] probabilities, int top) {
        int[] best = PartialTopK.of(scores, Math.min(top, scores.length));
        int[] items = new int[best.length];
        double[] kept = new double[best.length];
        double[] chances = new double[probabilities.length == 0 ? 0 : best.length];
        for (int i = 0; i < best.length; i++) {
            items[i] = candidates[best[i]];
            kept[i] = scores[best[i]];
            if (chances.length > 0) {
                chances[i] = probabilities[best[i]];
            }
        }
        return new RankedItems(items, kept, chances);
    }

    /** Of the item at a place; empty where it has none. */
    OptionalDouble probability(int place) {
        return probabilities.length == 0 || Double.isNaN(probabilities[place])
                ? OptionalDouble.empty()
                : OptionalDouble.of(probabilities[place]);
    }
}
