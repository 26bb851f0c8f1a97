package vitrine.explain.perturb;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Attribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;

/**
 * Occlusion: what the score loses when one part is taken away and all others stay, {@code a_i = f(x) - f(x with i :=
 * x'_i)}. A history item goes by weight 0 in place, everything else by becoming unknown.
 *
 * <p>Unit: that of the score before squashing. Promises no sum: two parts that say the same each look unimportant. Cost:
 * one score a part. Works with every model. Source: Zeiler and Fergus, 2014.
 */
public final class Occlusion implements Explainer {
    public static final String NAME = "occlusion";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return Optional.empty();
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
                OptionalDouble.empty());
    }

    /** The algorithm on any coalition function: one value a part. */
    public static Attribution attribute(CoalitionFunction function, CancellationToken cancellation) {
        boolean[] present = new boolean[function.parts()];
        double reference = function.value(present);
        Arrays.fill(present, true);
        double score = function.value(present);
        double[] values = new double[present.length];
        for (int i = 0; i < values.length; i++) {
            cancellation.throwIfCancelled();
            present[i] = false;
            values[i] = score - function.value(present);
            present[i] = true;
        }
        return new Attribution(values, score, reference);
    }
}
