package vitrine.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.NotTested;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.assess.faithfulness.VerifiedExplanation;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.Figures;
import vitrine.explain.LabelledPart;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.words.Bilingual;
import vitrine.words.ContrastWords;
import vitrine.words.ExplanationWords;
import vitrine.words.VerdictWords;

/** Says why an item is recommended, and whether that is true of the model. */
public final class ExplainAction implements Action<ExplainRequest, ExplainResult> {
    @Override
    public ExplainResult run(ExplainRequest request, JobContext context) {
        Explainer explainer = Explainers.named(request.method());
        Map<String, Double> given = new TreeMap<>(request.parameters());
        if (explainer.parameters().contains(ExplanationRequest.STEPS)) {
            given.putIfAbsent(ExplanationRequest.STEPS.name(), (double) request.steps());
        } else {
            ExplanationRequest.STEPS.checked(request.steps());
        }
        Map<String, Double> parameters = ExplanationRequest.checked(explainer, given);
        ModelSession session = ModelSession.open(request.model());
        long start = System.nanoTime();
        int item = session.item(request.item());
        Query query = session.query(request.user(), request.history(), request.context());
        OptionalInt against = against(session, request, item);
        VerifiedExplanation checked = CheckedExplanation.of(
                session, query, item, against, explainer, parameters, request.seed(), claim -> {}, context);
        return result(session, request, query, against, checked, (System.nanoTime() - start) / 1e6);
    }

    private static OptionalInt against(ModelSession session, ExplainRequest request, int item) {
        if (request.against().isEmpty()) {
            return OptionalInt.empty();
        }
        int other = session.item(request.against().get());
        if (other == item) {
            throw new WrongUsageException("--against must name another item than --item: nothing is above itself.");
        }
        return OptionalInt.of(other);
    }

    private static ExplainResult result(
            ModelSession session,
            ExplainRequest request,
            Query asked,
            OptionalInt against,
            VerifiedExplanation checked,
            double milliseconds) {
        Explanation explanation = checked.explanation();
        Query query = explanation.request().query();
        int item = explanation.request().item();
        List<LabelledPart> labels = CheckedExplanation.labels(session, explanation, against);
        List<ExplainResult.ExplainedPart> parts = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Contribution c = explanation.contributions().get(i);
            parts.add(new ExplainResult.ExplainedPart(
                    c.kind().name().toLowerCase(Locale.ROOT),
                    CheckedExplanation.id(session, query, c),
                    labels.get(i).label(),
                    c.value(),
                    orNull(c.standardError())));
        }
        parts.sort(Comparator.comparingDouble((ExplainResult.ExplainedPart p) -> -Math.abs(p.attribution())));
        Bilingual sentence = against.isPresent()
                ? ContrastWords.headline(
                                checked,
                                labels,
                                Figures.of(explanation),
                                session.verb(),
                                session.title(item),
                                session.title(against.getAsInt()))
                        .then(ContrastWords.verdict(checked, labels))
                : ExplanationWords.headline(checked, labels, Figures.of(explanation), session.verb())
                        .then(VerdictWords.sentence(checked, labels));
        Recommender model = session.byHistory();
        boolean contrast = against.isPresent();
        return new ExplainResult(
                request.user().orElse(null),
                request.item(),
                session.title(item),
                contrast ? model.score(query, item) : explanation.score(),
                orNull(session.probability(asked, item, session.unseen(asked, request.history()))),
                contrast ? model.score(model.reference(query), item) : explanation.referenceScore(),
                explanation.method(),
                request.top() > 0 ? parts.subList(0, Math.min(request.top(), parts.size())) : parts,
                orNull(explanation.convergenceDelta()),
                explanation.figures(),
                evidence(checked),
                new ExplainResult.Sentence(sentence.en(), sentence.zh()),
                session.foldsIn(),
                milliseconds,
                contrast ? other(session, query, against.getAsInt()) : null,
                contrast ? explanation.score() : null,
                contrast ? explanation.referenceScore() : null);
    }

    private static ExplainResult.Against other(ModelSession session, Query query, int item) {
        return new ExplainResult.Against(
                session.itemId(item), session.title(item), session.byHistory().score(query, item));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static ExplainResult.Evidence evidence(VerifiedExplanation checked) {
        Optional<Faithfulness> measured = checked.faithfulness();
        SortedMap<String, ExplainResult.Control> controls = new TreeMap<>();
        if (measured.isEmpty()) {
            return new ExplainResult.Evidence(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    controls,
                    null,
                    checked.verdict().code(),
                    reason(checked),
                    NotTested.codes(checked.explanation()));
        }
        Faithfulness f = measured.get();
        boolean ranks = !f.notTested().contains(NotTested.RANK);
        f.controls()
                .forEach((name, s) -> controls.put(
                        name,
                        new ExplainResult.Control(
                                ranks ? s.pos() : null,
                                ranks ? s.neg() : null,
                                s.del(),
                                s.ins(),
                                ranks ? s.cdcg() : null)));
        RemovalScores s = f.scores();
        return new ExplainResult.Evidence(
                ranks ? s.pos() : null,
                ranks ? s.neg() : null,
                s.del(),
                s.ins(),
                ranks ? s.cdcg() : null,
                orNull(f.infidelity()),
                orNull(f.sensitivityMax()),
                controls,
                f.pValue(),
                checked.verdict().code(),
                reason(checked),
                f.notTested());
    }

    private static String reason(VerifiedExplanation checked) {
        return checked.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
