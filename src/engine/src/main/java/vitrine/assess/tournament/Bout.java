package vitrine.assess.tournament;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.assess.faithfulness.Infidelity;
import vitrine.assess.faithfulness.InfidelityScore;
import vitrine.assess.faithfulness.OrderTests;
import vitrine.assess.faithfulness.RemovalScores;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.model.Part;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/** One method on one recommendation: an explanation a seed, each measured, the measures averaged. */
final class Bout {
    private final Recommender model;
    private final TournamentOptions options;
    private final Question question;
    private final long number;
    private final JobContext context;

    /** @param number of the question: no two questions draw alike */
    Bout(Recommender model, TournamentOptions options, Question question, long number, JobContext context) {
        this.model = model;
        this.options = options;
        this.question = question;
        this.number = number;
        this.context = context;
    }

    /**
     * What came of it.
     *
     * @param measures one a {@link Measure}, by ordinal; NaN where not measured
     * @param parameters the method was given
     * @param sizes absolute contributions of the removable history, of the first seed
     */
    record Outcome(double[] measures, Map<String, Double> parameters, double[] sizes) {}

    /** @return empty when the method cannot answer this question */
    Optional<Outcome> run(Explainer method, OrderTests tests) {
        try {
            Map<String, Double> parameters = new Budget(options.budget()).parameters(method, model, question);
            return Optional.of(measure(method, parameters, tests));
        } catch (CannotAnswerException refused) {
            return Optional.empty();
        }
    }

    private Outcome measure(Explainer method, Map<String, Double> parameters, OrderTests tests) {
        List<Long> seeds = options.seeds();
        List<Explanation> explanations = new ArrayList<>();
        long nanos = -System.nanoTime();
        explanations.add(method.explain(model, request(parameters, seeds.get(0)), context));
        nanos += System.nanoTime();
        ModelCalls calls = new ModelCalls(model);
        boolean countable = method.objection(calls.model()).isEmpty();
        if (seeds.size() > 1 || countable) {
            Explanation second = method.explain(
                    countable ? calls.model() : model,
                    request(parameters, seeds.get(seeds.size() > 1 ? 1 : 0)),
                    context);
            if (!Arrays.equals(values(second), values(explanations.get(0)))) {
                explanations.add(second);
            }
        }
        int timed = 1;
        if (explanations.size() > 1 && seeds.size() > 2) {
            for (long seed : seeds.subList(2, seeds.size())) {
                nanos -= System.nanoTime();
                explanations.add(method.explain(model, request(parameters, seed), context));
                nanos += System.nanoTime();
                timed++;
            }
        }
        double[] measures = means(explanations, tests);
        measures[Measure.MILLISECONDS.ordinal()] = nanos / 1e6 / timed;
        measures[Measure.EVALUATIONS.ordinal()] = countable ? calls.evaluations() : Double.NaN;
        measures[Measure.GRADIENTS.ordinal()] = countable ? calls.gradients() : Double.NaN;
        return new Outcome(measures, parameters, sizes(explanations.get(0)));
    }

    private double[] means(List<Explanation> explanations, OrderTests tests) {
        double[] means = new double[Measure.values().length];
        for (Explanation explanation : explanations) {
            context.cancellation().throwIfCancelled();
            double[] one = of(tests.of(explanation, context.cancellation()));
            one[Measure.INFIDELITY.ordinal()] = infidelity(explanation);
            for (int m = 0; m < means.length; m++) {
                means[m] += one[m] / explanations.size();
            }
        }
        return means;
    }

    private double infidelity(Explanation explanation) {
        InfidelityScore score = Infidelity.measure(
                model, explanation, options.infidelityDraws(), options.seed(), context.cancellation());
        return score.meanSquaredChange() == 0 ? Double.NaN : score.normalised();
    }

    /** Removal measures in their places, everything else NaN. */
    static double[] of(RemovalScores scores) {
        double[] measures = new double[Measure.values().length];
        Arrays.fill(measures, Double.NaN);
        measures[Measure.POS5.ordinal()] = scores.pos();
        measures[Measure.NEG5.ordinal()] = scores.neg();
        measures[Measure.DEL.ordinal()] = scores.del();
        measures[Measure.INS.ordinal()] = scores.ins();
        measures[Measure.F.ordinal()] = scores.f();
        measures[Measure.CDCG.ordinal()] = scores.cdcg();
        return measures;
    }

    ExplanationRequest request(Map<String, Double> parameters, long seed) {
        long own = SeededRandom.stream(seed, "tournament", number).nextLong();
        return new ExplanationRequest(question.query(), question.item(), own, parameters);
    }

    private static double[] values(Explanation explanation) {
        return explanation.contributions().stream()
                .mapToDouble(Contribution::value)
                .toArray();
    }

    /** Absolute contributions of the history items that can be removed. */
    static double[] sizes(Explanation explanation) {
        float[] weights = explanation.request().query().weights();
        return explanation.contributions().stream()
                .filter(part -> part.kind() == Part.Kind.HISTORY && weights[part.index()] > 0)
                .mapToDouble(part -> Math.abs(part.value()))
                .toArray();
    }
}
