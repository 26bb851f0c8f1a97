package vitrine.explain.perturb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Attribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.MethodParameter;
import vitrine.explain.SampleMeans;
import vitrine.explain.SampledAttribution;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * Shapley values, estimated: what a part adds when it joins, averaged over random orders of joining. Each order is walked
 * forwards and backwards and the pair counts as one sample, which takes the error of all effects of two parts on each
 * other away.
 *
 * <p>Unit: that of the score before squashing; each value with the standard error of its mean. Unbiased, and the sum is
 * score minus reference score for every order, however few. Cost: 2 (n - 1) scores a pair of orders. Up to
 * {@link ExactShapley#MOST_PARTS} parts {@link ExactShapley} is free of error and often cheaper. Sources: Castro, Gómez and
 * Tejada, 2009; antithetic pairs: Mitchell, Cooper, Frank and Holmes, 2022.
 */
public final class PermutationShapley implements Explainer {
    public static final String NAME = "permutation-shapley";

    public static final MethodParameter PAIRS =
            MethodParameter.whole("pairs", 50, 2, 100_000, "random orders of joining, each walked both ways");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public List<MethodParameter> parameters() {
        return List.of(PAIRS);
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return Optional.empty();
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        QueryCoalition coalition = new QueryCoalition(model, request);
        SampledAttribution sampled = attribute(coalition, request.whole(PAIRS), request.seed(), context.cancellation());
        Attribution attribution = sampled.attribution();
        return new Explanation(
                NAME,
                request,
                coalition.contributions(attribution.values(), sampled.standardErrors()),
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.of(attribution.convergenceDelta()));
    }

    /** The algorithm on any coalition function: one value a part. */
    public static SampledAttribution attribute(
            CoalitionFunction function, int pairs, long seed, CancellationToken cancellation) {
        int n = function.parts();
        boolean[] present = new boolean[n];
        double reference = function.value(present);
        Arrays.fill(present, true);
        double score = function.value(present);
        SampleMeans means = new SampleMeans(n);
        int[] order = new int[n];
        for (int pair = 0; pair < pairs; pair++) {
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            SeededRandom.stream(seed, NAME, pair).shuffle(order);
            double[] gains = new double[n];
            for (boolean backwards : new boolean[] {false, true}) {
                Arrays.fill(present, false);
                double before = reference;
                for (int place = 0; place < n; place++) {
                    cancellation.throwIfCancelled();
                    int part = order[backwards ? n - 1 - place : place];
                    present[part] = true;
                    double after = place == n - 1 ? score : function.value(present);
                    gains[part] += (after - before) / 2;
                    before = after;
                }
            }
            means.add(gains);
        }
        return new SampledAttribution(new Attribution(means.means(), score, reference), means.standardErrors());
    }
}
