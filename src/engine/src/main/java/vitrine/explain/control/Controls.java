package vitrine.explain.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.QuestionParts;
import vitrine.model.Part;
import vitrine.model.Recommender;

/** What all controls share. */
public final class Controls {
    private static final Set<String> NAMES = Set.of(CosineControl.NAME, PopularityControl.NAME, RandomControl.NAME);

    private Controls() {}

    /** Whether a method is one of these, so that its answer is never worded as a reason. */
    public static boolean isControl(String method) {
        return NAMES.contains(method);
    }

    static Optional<String> objection(String control, Optional<ItemStatistics> statistics, Recommender model) {
        return statistics.isPresent()
                ? Optional.empty()
                : Optional.of("The control " + control + " needs the interactions that \"" + model.name()
                        + "\" was trained on, and they are not at hand. Train it again without --without-histories.");
    }

    /** @param value of a part the question has; what it does not have gets 0 */
    static Explanation explain(
            Explainer control, Recommender model, ExplanationRequest request, ToDoubleFunction<Part> value) {
        List<Contribution> contributions = new ArrayList<>();
        for (Part part : QuestionParts.of(model, request)) {
            boolean present = model.isPresent(request.query(), request.item(), part.kind(), part.index());
            contributions.add(new Contribution(part.kind(), part.index(), present ? value.applyAsDouble(part) : 0));
        }
        return new Explanation(
                control.name(),
                request,
                contributions,
                model.score(request.query(), request.item()),
                model.score(model.reference(request.query()), request.item()),
                OptionalDouble.empty());
    }
}
