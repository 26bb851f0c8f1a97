package vitrine.explain.gradient;

import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Attribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.PartedScore;
import vitrine.model.Recommender;
import vitrine.network.DifferentiableFunction;
import vitrine.run.JobContext;

/**
 * Input times gradient: the slope at the question times the way from the reference, {@code a_i = (x_i - x'_i) df/dx_i}; with
 * a reference of 0, as all history weights have, {@code x_i df/dx_i}.
 *
 * <p>Unit: that of the score before squashing. The sum is score minus reference score where the score is linear, and
 * promised nowhere else. Cost: one gradient. Not for models without a gradient, and not where the score saturates: there
 * {@link IntegratedGradients}, which is this averaged along the way, costs little more. Source: Shrikumar, Greenside,
 * Shcherbina and Kundaje, 2016.
 */
public final class InputXGradient implements Explainer {
    public static final String NAME = "input-x-gradient";

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
        return GradientParts.objection("Input times gradient", model);
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        PartedScore parted = GradientParts.of(this, model, request);
        Attribution attribution = attribute(parted.function(), parted.point(), parted.reference());
        return new Explanation(
                NAME,
                request,
                GradientParts.sums(parted.parts(), attribution.values()),
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.empty());
    }

    /** The algorithm on any function: one value a coordinate. */
    public static Attribution attribute(DifferentiableFunction function, double[] point, double[] reference) {
        double[] values = new double[point.length];
        double score = function.valueAndGradient(point, values);
        for (int i = 0; i < values.length; i++) {
            values[i] *= point[i] - reference[i];
        }
        return new Attribution(values, score, function.value(reference));
    }
}
