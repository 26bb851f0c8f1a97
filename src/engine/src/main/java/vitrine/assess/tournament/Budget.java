package vitrine.assess.tournament;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vitrine.explain.Explainer;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.MethodParameter;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/**
 * The same budget for every method: how often it may ask the model, for the scores of one question or for a gradient, to
 * explain one recommendation. A method with a parameter {@code steps} or {@code samples} gets the largest value that stays
 * within it; what one unit costs is counted on the question itself. A method without one costs what it costs, and the
 * table says how much that was.
 *
 * @param calls most calls of the model an explanation
 */
record Budget(int calls) {
    private static final Set<String> EFFORT = Set.of("steps", "samples");

    /** The parameter a method's cost grows with. */
    static Optional<MethodParameter> effort(Explainer explainer) {
        return explainer.parameters().stream()
                .filter(parameter -> EFFORT.contains(parameter.name()))
                .findFirst();
    }

    /** The parameters of {@code explainer} for this question; all others stay at their defaults. */
    Map<String, Double> parameters(Explainer explainer, Recommender model, Question question) {
        Optional<MethodParameter> found = effort(explainer);
        if (found.isEmpty()
                || explainer.objection(new ModelCalls(model).model()).isPresent()) {
            return Map.of();
        }
        MethodParameter effort = found.get();
        double least = Math.max(1, effort.least());
        double more = Math.min(effort.most(), 2 * least);
        long cost = cost(explainer, model, question, effort, least);
        double each = (cost(explainer, model, question, effort, more) - cost) / (more - least);
        double value = each > 0 ? Math.floor(least + (calls - cost) / each) : effort.defaultValue();
        return Map.of(effort.name(), Math.max(effort.least(), Math.min(effort.most(), value)));
    }

    private static long cost(
            Explainer explainer, Recommender model, Question question, MethodParameter effort, double value) {
        ModelCalls calls = new ModelCalls(model);
        explainer.explain(
                calls.model(),
                new ExplanationRequest(question.query(), question.item(), 0, Map.of(effort.name(), value)),
                JobContext.quiet());
        return calls.spent();
    }
}
