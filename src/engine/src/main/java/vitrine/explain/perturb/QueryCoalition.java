package vitrine.explain.perturb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.explain.Contribution;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.QuestionParts;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;

/**
 * A recommender's score for one item, with the query's history items, user, attributes and context as parts. An absent history
 * item has weight 0 (its slot stays, nothing moves), anything else is unknown. Parts that are absent in the question itself
 * (weight 0, unknown user) cannot move the score: they are left out here and get contribution 0.
 */
final class QueryCoalition implements CoalitionFunction {
    private final Recommender model;
    private final ExplanationRequest request;
    private final List<Part> all;
    private final List<Part> active;

    QueryCoalition(Recommender model, ExplanationRequest request) {
        this.model = model;
        this.request = request;
        this.all = QuestionParts.of(model, request);
        this.active = all.stream().filter(this::isActive).toList();
    }

    private boolean isActive(Part part) {
        return model.isPresent(request.query(), request.item(), part.kind(), part.index());
    }

    @Override
    public int parts() {
        return active.size();
    }

    @Override
    public double value(boolean[] present) {
        float[] weights = request.query().weights().clone();
        Query query = request.query();
        for (int i = 0; i < present.length; i++) {
            Part part = active.get(i);
            if (!present[i] && part.kind() == Part.Kind.HISTORY) {
                weights[part.index()] = 0;
            } else if (!present[i]) {
                query = model.without(query, part.kind(), part.index());
            }
        }
        return model.score(query.withWeights(weights), request.item());
    }

    /** @param values one an active part */
    List<Contribution> contributions(double[] values) {
        double[] computed = new double[values.length];
        Arrays.fill(computed, Double.NaN);
        return contributions(values, computed);
    }

    /**
     * @param values one an active part
     * @param standardErrors one a value; NaN where it was computed
     */
    List<Contribution> contributions(double[] values, double[] standardErrors) {
        List<Contribution> contributions = new ArrayList<>();
        int next = 0;
        for (Part part : all) {
            if (isActive(part)) {
                contributions.add(Contribution.sampled(part.kind(), part.index(), values[next], standardErrors[next]));
                next++;
            } else {
                contributions.add(new Contribution(part.kind(), part.index(), 0));
            }
        }
        return contributions;
    }
}
