package vitrine.explain;

import java.util.List;
import java.util.Optional;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/** One attribution method. Stateless; the name is the literature's, in kebab case ({@code integrated-gradients}). */
public interface Explainer {
    String name();

    /** Whether the contributions sum to score minus reference score by the method's own promise. */
    boolean isComplete();

    /** What can be set; a method without has none. */
    default List<MethodParameter> parameters() {
        return List.of();
    }

    /** @return empty when the method fits the model, else a sentence that says why not */
    Optional<String> objection(Recommender model);

    /** @throws vitrine.run.CannotAnswerException when {@link #objection} has one */
    Explanation explain(Recommender model, ExplanationRequest request, JobContext context);
}
