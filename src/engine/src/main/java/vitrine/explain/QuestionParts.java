package vitrine.explain;

import java.util.ArrayList;
import java.util.List;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;

/** The parts of a question, the same rows in the same order for every method. */
public final class QuestionParts {
    private QuestionParts() {}

    /** Those the model declares; one that declares none has its history and, where known, the user. */
    public static List<Part> of(Recommender model, ExplanationRequest request) {
        Query query = request.query();
        if (model instanceof DifferentiableRecommender differentiable) {
            return differentiable.parted(query, request.item()).parts();
        }
        int n = query.history().length;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
        }
        if (query.user() != Query.UNKNOWN_USER) {
            parts.add(new Part(Part.Kind.USER, 0, n, n + 1));
        }
        return parts;
    }
}
