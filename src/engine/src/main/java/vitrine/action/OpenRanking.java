package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import vitrine.model.ContextRecommender;
import vitrine.model.Query;
import vitrine.run.JobContext;
import vitrine.words.Bilingual;
import vitrine.words.HistoryVerb;
import vitrine.words.ReasonWords;

/**
 * A ranking asked of a model that is already open, with some of the user's history switched off: the what-if of a window.
 * The candidates are those of the unedited question, so that two rankings of one user can be compared rank by rank.
 *
 * @param query the question as asked: what is switched off has weight 0 and keeps its place
 * @param items numbers of the candidates, best first
 * @param scores their scores before squashing, in the same order
 * @param probabilities of each to be the next new item the user takes, in the same order; NaN for one the user has taken;
 *     none where the model is not calibrated
 * @param foldedIn whether the user's vector was fitted to the history for this answer
 * @param milliseconds how long the ranking took
 */
public record OpenRanking(
        Query query, int[] items, double[] scores, double[] probabilities, boolean foldedIn, double milliseconds) {
    /** Ranks every candidate, in the recorded context. */
    public static OpenRanking of(ModelSession session, String user, Set<String> off, boolean includeSeen) {
        return of(session, user, off, Map.of(), includeSeen);
    }

    /**
     * Ranks every candidate. A model that knows users by a vector answers for the whole history by the trained one, for an
     * edited history by fold-in.
     *
     * @param context as for {@code recommend --context}; of a model that reads none: left aside
     */
    public static OpenRanking of(
            ModelSession session, String user, Set<String> off, Map<String, String> context, boolean includeSeen) {
        Query query = query(session, user, off, context);
        boolean edited = false;
        for (float weight : query.weights()) {
            edited |= weight != 1f;
        }
        return of(session, query, includeSeen, edited && session.foldsIn());
    }

    /** The whole history, answered in the way {@code edited} was: what its ranks can be compared with. */
    public static OpenRanking unedited(ModelSession session, String user, boolean includeSeen, OpenRanking edited) {
        return of(session, query(session, user, Set.of()), includeSeen, edited.foldedIn());
    }

    private static OpenRanking of(ModelSession session, Query query, boolean includeSeen, boolean foldedIn) {
        long start = System.nanoTime();
        RankedItems ranked = RankedItems.of(session, query, foldedIn, includeSeen, Integer.MAX_VALUE);
        return new OpenRanking(
                query,
                ranked.items(),
                ranked.scores(),
                ranked.probabilities(),
                foldedIn,
                (System.nanoTime() - start) / 1e6);
    }

    /** Of the item at a place; empty where it has none. */
    public OptionalDouble probability(int place) {
        return probabilities.length == 0 || Double.isNaN(probabilities[place])
                ? OptionalDouble.empty()
                : OptionalDouble.of(probabilities[place]);
    }

    /**
     * The recorded question of {@code user} with some history items masked in place.
     *
     * @param off item ids; those outside the history change nothing
     */
    public static Query query(ModelSession session, String user, Set<String> off) {
        return query(session, user, off, Map.of());
    }

    private static Query query(ModelSession session, String user, Set<String> off, Map<String, String> context) {
        Map<String, String> asked = session.model() instanceof ContextRecommender ? context : Map.of();
        Query query = session.query(Optional.of(user), Optional.empty(), asked);
        float[] weights = query.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            if (off.contains(session.itemId(query.history()[i]))) {
                weights[i] = 0f;
            }
        }
        return query.withWeights(weights);
    }

    /** Rank from 1 by item number; 0 for what is no candidate. */
    public int[] ranks() {
        int[] ranks = new int[Arrays.stream(items).max().orElse(-1) + 1];
        for (int i = 0; i < items.length; i++) {
            ranks[items[i]] = i + 1;
        }
        return ranks;
    }

    /**
     * The one-line reason of each of the first {@code top} items: the history item whose removal lowers its score most.
     * Nothing here is checked, so each is worded as an observation.
     */
    public List<Bilingual> reasons(ModelSession session, int top, JobContext context) {
        int[] shown = Arrays.copyOf(items, Math.min(top, items.length));
        int[] strongest = StrongestPart.of(session.byHistory(), query, shown, context);
        HistoryVerb verb = session.verb();
        List<Bilingual> reasons = new ArrayList<>();
        for (int position : strongest) {
            reasons.add(
                    position == StrongestPart.NONE
                            ? ReasonWords.none()
                            : ReasonWords.line(session.title(query.history()[position]), verb, Optional.empty()));
        }
        return reasons;
    }
}
