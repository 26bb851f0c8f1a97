package vitrine.explain.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.ExplanationRequest;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;

/** What all methods that follow gradients need: the score by coordinates, and coordinates gathered into parts. */
final class GradientParts {
    private GradientParts() {}

    /** @param method its name at the start of a sentence */
    static Optional<String> objection(String method, Recommender model) {
        return model instanceof DifferentiableRecommender
                ? Optional.empty()
                : Optional.of(method + " needs a model whose score has a gradient, and \"" + model.name()
                        + "\" has none. Use the method occlusion, which works with every model.");
    }

    /** @throws CannotAnswerException with the method's objection */
    static PartedScore of(Explainer method, Recommender model, ExplanationRequest request) {
        if (model instanceof DifferentiableRecommender differentiable) {
            return differentiable.parted(request.query(), request.item());
        }
        throw new CannotAnswerException(method.objection(model).orElseThrow());
    }

    /** @param values one a coordinate; a part gets the sum of its own */
    static List<Contribution> sums(List<Part> parts, double[] values) {
        List<Contribution> contributions = new ArrayList<>();
        for (Part part : parts) {
            contributions.add(new Contribution(part.kind(), part.index(), sum(part, values)));
        }
        return contributions;
    }

    static double sum(Part part, double[] values) {
        double sum = 0;
        for (int i = part.from(); i < part.to(); i++) {
            sum += values[i];
        }
        return sum;
    }
}
