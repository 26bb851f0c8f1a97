package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vitrine.assess.faithfulness.FaithfulnessAssessor;
import vitrine.assess.faithfulness.FaithfulnessOptions;
import vitrine.assess.faithfulness.ItemSimilarity;
import vitrine.assess.faithfulness.ItemUsers;
import vitrine.assess.faithfulness.NotTested;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Contrast;
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
        return of(session, asked, item, OptionalInt.empty(), named, parameters, seed, onClaim, context);
    }

    /**
     * Of a score, or of its margin over another item's: then both are taken out of the history, the tests watch the margin,
     * and the control by similarity orders by how much more alike an action is to the one than to the other.
     */
    static VerifiedExplanation of(
            ModelSession session,
            Query asked,
            int item,
            OptionalInt against,
            Explainer named,
            Map<String, Double> parameters,
            long seed,
            Consumer<Explanation> onClaim,
            JobContext context) {
        Recommender model = view(session, against);
        Query query = question(session, asked, item, against);
        Explainer explainer = Explainers.ready(named, session);
        explainer.objection(model).ifPresent(why -> {
            throw new CannotAnswerException(why);
        });
        Explanation explanation =
                explainer.explain(model, new ExplanationRequest(query, item, seed, parameters), context);
        onClaim.accept(explanation);
        long own = SeededRandom.stream(seed, "check:" + explainer.name(), item).nextLong();
        ItemUsers users = session.itemUsers();
        ItemSimilarity similarity =
                against.isEmpty() ? users : (a, b) -> users.similarity(a, b) - users.similarity(a, against.getAsInt());
        VerifiedExplanation checked = new FaithfulnessAssessor(similarity, users, FaithfulnessOptions.of(own))
                .verify(model, explanation, session.outsideHistory(query), context);
        return against.isEmpty() ? checked : ofMargin(checked);
    }

    private static VerifiedExplanation ofMargin(VerifiedExplanation checked) {
        return new VerifiedExplanation(
                checked.explanation(),
                checked.faithfulness().map(f -> f.withoutTesting(NotTested.RANK)),
                checked.verdict(),
                checked.reason());
    }

    /** What is explained: the model as a function of the history, or its margins over an item. */
    static Recommender view(ModelSession session, OptionalInt against) {
        Recommender model = session.byHistory();
        return against.isPresent() ? Contrast.of(model, against.getAsInt()) : model;
    }

    /** The question about an item, it and the one it is compared with taken out of the history. */
    static Query question(ModelSession session, Query asked, int item, OptionalInt against) {
        Query query = question(session, asked).without(item);
        return against.isPresent() ? query.without(against.getAsInt()) : query;
    }

    /** What is explained; a vector fitted to the history knows nothing else of the user. */
    static Query question(ModelSession session, Query asked) {
        return session.foldsIn() ? asked.withUser(Query.UNKNOWN_USER) : asked;
    }

    /** The contributions under the names their reader knows, in the explanation's order. */
    static List<LabelledPart> labels(ModelSession session, Explanation explanation) {
        return labels(session, explanation, OptionalInt.empty());
    }

    /** The same; an attribute of the items has the values of both. */
    static List<LabelledPart> labels(ModelSession session, Explanation explanation, OptionalInt against) {
        List<LabelledPart> parts = new ArrayList<>();
        for (Contribution c : explanation.contributions()) {
            String label = label(session, explanation.request(), c);
            if (against.isPresent()
                    && c.kind() == Part.Kind.ITEM
                    && session.model() instanceof ContextRecommender model) {
                Query query = explanation.request().query();
                String other = AskedContext.label(model, query, against.getAsInt(), c.kind(), c.index());
                label = other.equals(label) ? label : label + " | " + other;
            }
            parts.add(new LabelledPart(c.kind(), label, c.value()));
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
