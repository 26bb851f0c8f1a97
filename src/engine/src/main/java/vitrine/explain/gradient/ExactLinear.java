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
import vitrine.model.LinearRecommender;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/**
 * The true contributions of a model that is linear in its history, by formula: {@code a_i = w_i B(i, item)}. This is
 * the yardstick other methods are measured with: integrated gradients, occlusion and Shapley values must all return
 * exactly this on such a model. A user part gets what the score loses when the user is unknown. Cost: the formula.
 */
public final class ExactLinear implements Explainer {
    public static final String NAME = "exact";

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
        return model instanceof LinearRecommender
                ? Optional.empty()
                : Optional.of("The method exact needs a model that is linear in the history, and \"" + model.name()
                        + "\" is not. Use integrated-gradients or occlusion.");
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        if (!(model instanceof LinearRecommender linear)) {
            throw new CannotAnswerException(objection(model).orElseThrow());
        }
        Query query = request.query();
        int item = request.item();
        double[] exact = linear.exactContributions(query, item);
        double score = model.score(query, item);
        double withoutUser = model.score(query.withUser(Query.UNKNOWN_USER), item);
        List<Contribution> contributions = new ArrayList<>();
        List<Part> parts = linear.parted(query, item).parts();
        double[] values = new double[parts.size()];
        for (Part part : parts) {
            double value =
                    switch (part.kind()) {
                        case HISTORY -> exact[part.index()];
                        case USER -> score - withoutUser;
                        case ITEM, CONTEXT ->
                            throw new CannotAnswerException("The method exact knows history and user only, and \""
                                    + model.name() + "\" has further parts. Use integrated-gradients.");
                    };
            values[contributions.size()] = value;
            contributions.add(new Contribution(part.kind(), part.index(), value));
        }
        double reference = model.score(model.reference(query), item);
        double delta = new Attribution(values, score, reference).convergenceDelta();
        return new Explanation(NAME, request, contributions, score, reference, OptionalDouble.of(delta));
    }
}
