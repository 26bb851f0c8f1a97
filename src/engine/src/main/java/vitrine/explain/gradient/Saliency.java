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
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Recommender;
import vitrine.network.DifferentiableFunction;
import vitrine.run.JobContext;

/**
 * Saliency: how steeply the score changes with a coordinate, whichever way, {@code a_i = |df/dx_i|}. A part of several
 * coordinates (the user's vector) gets the length of its gradient. A part that stands at its reference, one the question
 * does not have, gets 0 as with every other method.
 *
 * <p>Unit: score (before squashing) for one unit of the coordinate; never negative, so it cannot tell what raises a score
 * from what lowers it, and promises no sum. Cost: one gradient. Not for models without a gradient, and not where the
 * score saturates: the slope at the question says nothing of the way there. Source: Simonyan, Vedaldi and Zisserman, 2014.
 */
public final class Saliency implements Explainer {
    public static final String NAME = "saliency";

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
        return GradientParts.objection("Saliency", model);
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        PartedScore parted = GradientParts.of(this, model, request);
        Attribution attribution = attribute(parted.function(), parted.point(), parted.reference());
        List<Contribution> contributions = new ArrayList<>();
        for (Part part : parted.parts()) {
            double squares = 0;
            for (int i = part.from(); i < part.to(); i++) {
                squares += attribution.values()[i] * attribution.values()[i];
            }
            contributions.add(new Contribution(part.kind(), part.index(), Math.sqrt(squares)));
        }
        return new Explanation(
                NAME,
                request,
                contributions,
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.empty());
    }

    /** The algorithm on any function: one value a coordinate, 0 where the point is the reference. */
    public static Attribution attribute(DifferentiableFunction function, double[] point, double[] reference) {
        double[] values = new double[point.length];
        double score = function.valueAndGradient(point, values);
        for (int i = 0; i < values.length; i++) {
            values[i] = point[i] == reference[i] ? 0 : Math.abs(values[i]);
        }
        return new Attribution(values, score, function.value(reference));
    }
}
