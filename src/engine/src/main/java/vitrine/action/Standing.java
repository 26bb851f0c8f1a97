package vitrine.action;

import java.util.Arrays;
import java.util.List;
import vitrine.explain.Explanation;
import vitrine.explain.LabelledPart;
import vitrine.metric.Ranks;
import vitrine.model.Query;
import vitrine.words.ExplanationWords;

/**
 * Where the explained item stands in the user's list, and where it would stand without the parts the headline names: the
 * explanation put to the test by hand.
 *
 * @param rank from 1, among the items the user does not have
 * @param named how many history items the headline names
 * @param withoutNamed rank when those have weight 0; {@code rank} when none is named
 */
public record Standing(int rank, int named, int withoutNamed) {
    static Standing of(ModelSession session, Explanation explanation, List<LabelledPart> parts) {
        Query query = explanation.request().query();
        int item = explanation.request().item();
        int[] candidates = candidates(session, query, item);
        int rank = rank(session, query, candidates, item);
        List<Integer> named = ExplanationWords.named(parts);
        Query without = query;
        for (int part : named) {
            without = without.withWeight(explanation.contributions().get(part).index(), 0f);
        }
        return new Standing(rank, named.size(), named.isEmpty() ? rank : rank(session, without, candidates, item));
    }

    /** In id order, so that ties are broken as in the list. */
    private static int[] candidates(ModelSession session, Query query, int item) {
        int[] unseen = session.unseen(query);
        if (Arrays.stream(unseen).anyMatch(i -> i == item)) {
            return unseen;
        }
        int[] sorted = unseen.clone();
        Arrays.sort(sorted);
        return Arrays.stream(session.itemsById())
                .filter(i -> i == item || Arrays.binarySearch(sorted, i) >= 0)
                .toArray();
    }

    private static int rank(ModelSession session, Query query, int[] candidates, int item) {
        double[] scores = new double[candidates.length];
        session.model().score(query, candidates, scores);
        int at = 0;
        while (candidates[at] != item) {
            at++;
        }
        return Ranks.of(scores, at);
    }
}
