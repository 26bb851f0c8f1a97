package vitrine.explain.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Attribution;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.MethodParameter;
import vitrine.explain.SampleMeans;
import vitrine.explain.SampledAttribution;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * SmoothGrad: {@link InputXGradient} with the slope averaged over a cloud around the question, so that a kink close by does
 * not decide. With m samples,
 *
 * <pre>a_i = (x_i - x'_i) (1/m) sum_k df/dx_i(x + e_k),  e_ki normal with deviation noise |x_i - x'_i|</pre>
 *
 * <p>The noise is relative to each coordinate's own way, so what the question does not have stays absent. Unit: that of
 * the score before squashing; each value with the standard error of its mean. Promises no sum. Cost: m gradients. Not for
 * models without a gradient, and weights above 1 are questions no customer asks. Source: Smilkov, Thorat, Kim, Viégas
 * and Wattenberg, 2017.
 */
public final class SmoothGrad implements Explainer {
    public static final String NAME = "smoothgrad";

    public static final MethodParameter SAMPLES =
            MethodParameter.whole("samples", 50, 2, 100_000, "noisy questions whose gradients are averaged");
    public static final MethodParameter NOISE = MethodParameter.number(
            "noise",
            .1,
            0,
            10,
            "standard deviation of the noise, as a share of each coordinate's way from the reference");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public List<MethodParameter> parameters() {
        return List.of(SAMPLES, NOISE);
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return GradientParts.objection("SmoothGrad", model);
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        PartedScore parted = GradientParts.of(this, model, request);
        SampledAttribution sampled =
                attribute(parted, request.whole(SAMPLES), request.value(NOISE), request.seed(), context.cancellation());
        List<Contribution> contributions = new ArrayList<>();
        for (Part part : parted.parts()) {
            int number = contributions.size();
            contributions.add(Contribution.sampled(
                    part.kind(),
                    part.index(),
                    sampled.attribution().values()[number],
                    sampled.standardErrors()[number]));
        }
        return new Explanation(
                NAME,
                request,
                contributions,
                sampled.attribution().score(),
                sampled.attribution().referenceScore(),
                OptionalDouble.empty());
    }

    /**
     * The algorithm on any function: one value a part.
     *
     * @param noise deviation as a share of each coordinate's way from the reference
     */
    public static SampledAttribution attribute(
            PartedScore parted, int samples, double noise, long seed, CancellationToken cancellation) {
        double[] point = parted.point();
        double[] reference = parted.reference();
        List<Part> parts = parted.parts();
        SampleMeans means = new SampleMeans(parts.size());
        double[] x = new double[point.length];
        double[] gradient = new double[point.length];
        double[] sample = new double[parts.size()];
        SeededRandom random = SeededRandom.stream(seed, NAME, 0);
        for (int k = 0; k < samples; k++) {
            cancellation.throwIfCancelled();
            for (int i = 0; i < x.length; i++) {
                x[i] = point[i] + noise * Math.abs(point[i] - reference[i]) * random.nextGaussian();
            }
            parted.function().valueAndGradient(x, gradient);
            for (int i = 0; i < x.length; i++) {
                gradient[i] *= point[i] - reference[i];
            }
            for (int p = 0; p < sample.length; p++) {
                sample[p] = GradientParts.sum(parts.get(p), gradient);
            }
            means.add(sample);
        }
        Attribution attribution = new Attribution(
                means.means(), parted.function().value(point), parted.function().value(reference));
        return new SampledAttribution(attribution, means.standardErrors());
    }
}
