package vitrine.assess.tournament;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.Part;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/** Says what a formula says, whatever the model. */
record FakeExplainer(String name, Formula formula) implements Explainer {
    /** Contribution of a history item. */
    interface Formula {
        double of(Recommender model, ExplanationRequest request, int position);
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
        List<Contribution> contributions = IntStream.range(0, request.query().history().length)
                .mapToObj(i -> new Contribution(Part.Kind.HISTORY, i, formula.of(model, request, i)))
                .toList();
        return new Explanation(name, request, contributions, 0, 0, OptionalDouble.empty());
    }
}
