package vitrine.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LabelledPart;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.Occlusion;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.words.Bilingual;
import vitrine.words.ExplanationWords;
import vitrine.words.HistoryVerb;
import vitrine.words.ReasonWords;

/**
 * A checked explanation asked of a model that is already open, with everything a screen needs to word it.
 *
 * @param parts the contributions under the names their reader knows
 * @param standing the item's rank, with and without what the headline names
 * @param verb what users of this log did with the products
 * @param seed as asked; the check's own seed stands in its evidence
 * @param probability that the item is the next new one the user takes; empty when the model is not calibrated or the user
 *     has taken it
 * @param milliseconds explaining and checking together
 * @param against number of the item a contrast compares with: then all numbers are of the margin over it; empty when a
 *     score is explained
 */
public record OpenExplanation(
        VerifiedExplanation checked,
        List<LabelledPart> parts,
        Standing standing,
        HistoryVerb verb,
        long seed,
        OptionalDouble probability,
        double milliseconds,
        OptionalInt against) {
    /** A claim whose check is still running: to be shown as "checking", never as a reason. */
    public record Unchecked(Explanation explanation, List<LabelledPart> parts) {}

    /** Whether a method can answer a question. */
    public enum Fit {
        FITS,
        /** The model is not of the kind the method needs. */
        WRONG_MODEL,
        /** The history has more parts than the method can go through. */
        TOO_MANY_PARTS
    }

    /** One method of the registry and whether it can answer. */
    public record Method(String name, Fit fit) {}

    public OpenExplanation {
        parts = List.copyOf(parts);
    }

    /** All methods, in the registry's order, for this question. */
    public static List<Method> methods(ModelSession session, Query asked, int item) {
        return methods(session, asked, item, OptionalInt.empty());
    }

    /** The same for a contrast with {@code against}. */
    public static List<Method> methods(ModelSession session, Query asked, int item, OptionalInt against) {
        ExplanationRequest question =
                new ExplanationRequest(CheckedExplanation.question(session, asked, item, against), item, 0, Map.of());
        Recommender model = CheckedExplanation.view(session, against);
        int parts = ExactShapley.parts(model, question);
        List<Method> methods = new ArrayList<>();
        for (String name : Explainers.names()) {
            boolean wrong = Explainers.named(name).objection(model).isPresent();
            boolean many = name.equals(ExactShapley.NAME) && parts > ExactShapley.MOST_PARTS;
            methods.add(new Method(name, wrong ? Fit.WRONG_MODEL : many ? Fit.TOO_MANY_PARTS : Fit.FITS));
        }
        return methods;
    }

    /**
     * The method to use: {@code wished} where it fits, else the most telling one that does.
     *
     * @param wished registry name, or empty
     */
    public static String choice(List<Method> methods, String wished) {
        List<String> fitting = methods.stream()
                .filter(m -> m.fit() == Fit.FITS)
                .map(Method::name)
                .toList();
        if (fitting.contains(wished)) {
            return wished;
        }
        return Stream.of(ExactLinear.NAME, IntegratedGradients.NAME)
                .filter(fitting::contains)
                .findFirst()
                .orElse(Occlusion.NAME);
    }

    /**
     * @param list the list that holds the item; the item is taken out of its question's history
     * @param onClaim hears the contributions as soon as they are computed, on the working thread, before they are checked
     * @throws CannotAnswerException when the method does not fit the model or the question
     */
    public static OpenExplanation of(
            ModelSession session,
            OpenRanking list,
            int item,
            String method,
            long seed,
            Consumer<Unchecked> onClaim,
            JobContext context) {
        return of(session, list, item, OptionalInt.empty(), method, seed, onClaim, context);
    }

    /**
     * The same of the margin over another item.
     *
     * @param against its number; it is taken out of the history, too
     */
    public static OpenExplanation of(
            ModelSession session,
            OpenRanking list,
            int item,
            OptionalInt against,
            String method,
            long seed,
            Consumer<Unchecked> onClaim,
            JobContext context) {
        long start = System.nanoTime();
        VerifiedExplanation checked = CheckedExplanation.of(
                session,
                list.query(),
                item,
                against,
                Explainers.named(method),
                Map.of(),
                seed,
                claim -> onClaim.accept(new Unchecked(claim, CheckedExplanation.labels(session, claim, against))),
                context);
        List<LabelledPart> parts = CheckedExplanation.labels(session, checked.explanation(), against);
        Standing standing = Standing.of(session, list, checked.explanation(), parts);
        OptionalDouble probability = session.probability(list.query(), item);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        return new OpenExplanation(checked, parts, standing, session.verb(), seed, probability, milliseconds, against);
    }

    /** The reason in one line, worded as the verdict allows. */
    public Bilingual reason() {
        List<Integer> named = ExplanationWords.named(parts);
        return named.isEmpty()
                ? ReasonWords.none()
                : ReasonWords.line(parts.get(named.get(0)).label(), verb, Optional.of(checked.verdict()));
    }
}
