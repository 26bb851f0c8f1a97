package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vitrine.assess.faithfulness.FaithfulnessAssessor;
import vitrine.assess.faithfulness.FaithfulnessOptions;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LabelledPart;
import vitrine.model.ContextRecommender;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/** Explains one item for one question and checks the explanation: the only road from a claim to a screen. */
final class CheckedExplanation {
    private CheckedExplanation() {}

    /** @param onClaim hears the contributions before they are checked */
    static VerifiedExplanation of(
            ModelSession session,
            Query asked,
            int item,
            Explainer named,
            Map<String, Double> parameters,
            long seed,
            Consumer<Explanation> onClaim,
            JobContext context) {
        Recommender model = session.byHistory();
        Query query = question(session, asked).without(item);
        Explainer explainer = Explainers.ready(named, session);
        explainer.objection(model).ifPresent(why -> {
            throw new CannotAnswerException(why);
        });
        Explanation explanation =
                explainer.explain(model, new ExplanationRequest(query, item, seed, parameters), context);
        onClaim.accept(explanation);
        long own = SeededRandom.stream(seed, "check:" + explainer.name(), item).nextLong();
        return new FaithfulnessAssessor(session.itemUsers(), session.itemUsers(), FaithfulnessOptions.of(own))
                .verify(model, explanation, session.outsideHistory(query), context);
    }

    /** What is explained; a vector fitted to the history knows nothing else of the user. */
    static Query question(ModelSession session, Query asked) {
        return session.foldsIn() ? asked.withUser(Query.UNKNOWN_USER) : asked;
    }

    /** The contributions under the names their reader knows, in the explanation's order. */
    static List<LabelledPart> labels(ModelSession session, Explanation explanation) {
        List<LabelledPart> parts = new ArrayList<>();
        for (Contribution c : explanation.contributions()) {
            parts.add(new LabelledPart(c.kind(), label(session, explanation.request(), c), c.value()));
        }
        return parts;
    }

    private static String label(ModelSession session, ExplanationRequest request, Contribution c) {
        Query query = request.query();
        if (c.kind() == Part.Kind.HISTORY) {
            return session.title(query.history()[c.index()]);
        }
        if (session.model() instanceof ContextRecommender model && isFeature(c)) {
            return AskedContext.label(model, query, request.item(), c.kind(), c.index());
        }
        return query.user() == Query.UNKNOWN_USER
                ? "unknown user"
                : session.model().users().id(query.user());
    }

    private static boolean isFeature(Contribution c) {
        return c.kind() != Part.Kind.USER || c.index() > 0;
    }

    /** Id of the part: an item's, the user's, or the name of an attribute or of a part of the context. */
    static String id(ModelSession session, Query query, Contribution c) {
        if (c.kind() == Part.Kind.HISTORY) {
            return session.itemId(query.history()[c.index()]);
        }
        if (session.model() instanceof ContextRecommender model && isFeature(c)) {
            return AskedContext.name(model, c.kind(), c.index());
        }
        return query.user() == Query.UNKNOWN_USER ? "" : session.model().users().id(query.user());
    }
}
