package vitrine.explain;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A claim: these parts moved the score by this much. Not yet checked; see {@code assess.faithfulness}.
 *
 * @param method name of the explainer
 * @param request what was asked
 * @param contributions one a part, in the order of the parts (history oldest first, then the user, attributes, context)
 * @param score the item's score before squashing
 * @param referenceScore the score at the reference ({@link vitrine.model.Recommender#reference})
 * @param convergenceDelta |sum of contributions - (score - referenceScore)|; empty for methods that promise no sum
 * @param figures what else the method knows of its own quality, by name: {@code rSquared, samples}
 */
public record Explanation(
        String method,
        ExplanationRequest request,
        List<Contribution> contributions,
        double score,
        double referenceScore,
        OptionalDouble convergenceDelta,
        SortedMap<String, Double> figures) {
    public Explanation {
        contributions = List.copyOf(contributions);
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** Without further figures. */
    public Explanation(
            String method,
            ExplanationRequest request,
            List<Contribution> contributions,
            double score,
            double referenceScore,
            OptionalDouble convergenceDelta) {
        this(method, request, contributions, score, referenceScore, convergenceDelta, Collections.emptySortedMap());
    }

    public double sum() {
        return contributions.stream().mapToDouble(Contribution::value).sum();
    }
}
