package vitrine.action;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import vitrine.explain.Explanation;
import vitrine.explain.LabelledPart;
import vitrine.metric.Ranks;
import vitrine.model.Query;
import vitrine.words.ExplanationWords;

/**
 * Where the explained item stands in its list, and where it would stand without the parts the headline names: the
 * explanation put to the test by hand.
 *
 * @param rank from 1, among the candidates of the list
 * @param named how many history items the headline names
 * @param withoutNamed rank when those have weight 0; {@code rank} when none is named
 */
public record Standing(int rank, int named, int withoutNamed) {
    static Standing of(ModelSession session, OpenRanking list, Explanation explanation, List<LabelledPart> parts) {
        Query query = explanation.request().query();
        int item = explanation.request().item();
        int[] candidates = candidates(session, list);
        int rank = rank(session, query, candidates, item);
        List<Integer> named = ExplanationWords.named(parts);
        Query without = query;
        for (int part : named) {
            without = without.withWeight(explanation.contributions().get(part).index(), 0f);
        }
        return new Standing(rank, named.size(), named.isEmpty() ? rank : rank(session, without, candidates, item));
    }

    /** Those of the list in id order, so that ties are broken as in it. */
    static int[] candidates(ModelSession session, OpenRanking list) {
        BitSet listed = new BitSet();
        for (int item : list.items()) {
            listed.set(item);
        }
        return Arrays.stream(session.itemsById()).filter(listed::get).toArray();
    }

    private static int rank(ModelSession session, Query query, int[] candidates, int item) {
        double[] scores = new double[candidates.length];
        session.byHistory().score(query, candidates, scores);
        int at = 0;
        while (candidates[at] != item) {
            at++;
        }
        return Ranks.of(scores, at);
    }
}
