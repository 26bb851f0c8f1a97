package vitrine.explain.gradient;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Attribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.MethodParameter;
import vitrine.model.PartedScore;
import vitrine.model.Recommender;
import vitrine.network.DifferentiableFunction;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;

/**
 * Integrated gradients: the gradient of the score averaged along the straight path from the reference (empty history,
 * unknown user) to the query, times the way walked. With m steps, by the midpoint rule:
 *
 * <pre>a_i = (x_i - x'_i) (1/m) sum_k df/dx_i(x' + (k - 0.5)/m (x - x')),  k = 1..m</pre>
 *
 * <p>Unit: that of the score before squashing. The sum approaches score minus reference score as m grows; what is
 * missing is the convergence delta. Cost: m gradients. Not for models without a gradient, and a path through half
 * weights asks the model about histories no customer has. Source: Sundararajan, Taly and Yan, 2017.
 */
public final class IntegratedGradients implements Explainer {
    public static final String NAME = "integrated-gradients";

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
        return List.of(ExplanationRequest.STEPS);
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return GradientParts.objection("Integrated gradients", model);
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        PartedScore parted = GradientParts.of(this, model, request);
        Attribution attribution = attribute(
                parted.function(),
                parted.point(),
                parted.reference(),
                request.whole(ExplanationRequest.STEPS),
                context.cancellation());
        return new Explanation(
                NAME,
                request,
                GradientParts.sums(parted.parts(), attribution.values()),
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.of(attribution.convergenceDelta()));
    }

    /** The algorithm on any function: one value a coordinate. */
    public static Attribution attribute(
            DifferentiableFunction function,
            double[] point,
            double[] reference,
            int steps,
            CancellationToken cancellation) {
        int n = function.dimension();
        double[] x = new double[n];
        double[] gradient = new double[n];
        double[] sum = new double[n];
        for (int k = 1; k <= steps; k++) {
            cancellation.throwIfCancelled();
            double alpha = (k - 0.5) / steps;
            for (int i = 0; i < n; i++) {
                x[i] = reference[i] + alpha * (point[i] - reference[i]);
            }
            function.valueAndGradient(x, gradient);
            for (int i = 0; i < n; i++) {
                sum[i] += gradient[i];
            }
        }
        for (int i = 0; i < n; i++) {
            sum[i] *= (point[i] - reference[i]) / steps;
        }
        return new Attribution(sum, function.value(point), function.value(reference));
    }
}
