package vitrine.explain.perturb;

import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Attribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/**
 * Shapley values, exact: what a part adds when it joins, averaged over all orders of joining. Computed over all subsets
 * S of the other parts, each with weight {@code |S|! (n - |S| - 1)! / n!}.
 *
 * <p>Unit: that of the score before squashing. The sum is score minus reference score. Cost: 2^n scores, hence at most
 * {@link #MOST_PARTS} parts; a query with more present parts is refused. Source: Shapley, 1953.
 */
public final class ExactShapley implements Explainer {
    public static final String NAME = "shapley";
    /** Most parts (or groups of parts) that are computed exactly: 4,096 scores. */
    public static final int MOST_PARTS = 12;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return Optional.empty();
    }

    /** Number of parts of a question that say anything: what the cost grows with. */
    public static int parts(Recommender model, ExplanationRequest request) {
        return new QueryCoalition(model, request).parts();
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        QueryCoalition coalition = new QueryCoalition(model, request);
        Attribution attribution = attribute(coalition, context.cancellation());
        return new Explanation(
                NAME,
                request,
                coalition.contributions(attribution.values()),
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.of(attribution.convergenceDelta()));
    }

    /**
     * The algorithm on any coalition function: one value a part.
     *
     * @throws CannotAnswerException when there are more than {@link #MOST_PARTS} parts
     */
    public static Attribution attribute(CoalitionFunction function, CancellationToken cancellation) {
        int n = function.parts();
        if (n > MOST_PARTS) {
            throw new CannotAnswerException("Shapley values are computed exactly for at most " + MOST_PARTS
                    + " parts, and this question has " + n
                    + ". Shorten the history, or use permutation-shapley, which estimates them.");
        }
        double[] worth = worthOfSubsets(function, cancellation);
        double[] weight = weightsBySize(n);
        double[] values = new double[n];
        for (int subset = 0; subset < worth.length; subset++) {
            for (int i = 0; i < n; i++) {
                if ((subset >> i & 1) == 0) {
                    values[i] += weight[Integer.bitCount(subset)] * (worth[subset | 1 << i] - worth[subset]);
                }
            }
        }
        return new Attribution(values, worth[worth.length - 1], worth[0]);
    }

    private static double[] worthOfSubsets(CoalitionFunction function, CancellationToken cancellation) {
        double[] worth = new double[1 << function.parts()];
        boolean[] present = new boolean[function.parts()];
        for (int subset = 0; subset < worth.length; subset++) {
            cancellation.throwIfCancelled();
            for (int i = 0; i < present.length; i++) {
                present[i] = (subset >> i & 1) == 1;
            }
            worth[subset] = function.value(present);
        }
        return worth;
    }

    /** {@code s! (n - s - 1)! / n!} for each size s, built up as {@code w(s) = w(s - 1) s / (n - s)}. */
    private static double[] weightsBySize(int n) {
        double[] weight = new double[n];
        for (int s = 0; s < n; s++) {
            weight[s] = s == 0 ? 1.0 / n : weight[s - 1] * s / (n - s);
        }
        return weight;
    }
}
