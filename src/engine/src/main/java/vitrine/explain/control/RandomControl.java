package vitrine.explain.control;

import java.util.Optional;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * Control: a number drawn uniformly from 0 to 1 for every part the question has, by the request's seed. What no method may
 * fail to beat, and the only control for parts that are no items. Never asks the model, promises no sum. Cost: nothing.
 */
public final class RandomControl implements Explainer {
    public static final String NAME = "random";

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
        SeededRandom random = SeededRandom.stream(request.seed(), NAME, request.item());
        return Controls.explain(this, model, request, part -> random.nextDouble());
    }
}
