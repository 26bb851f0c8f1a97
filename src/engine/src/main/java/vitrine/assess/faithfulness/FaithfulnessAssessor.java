package vitrine.assess.faithfulness;

import java.util.Optional;
import java.util.OptionalDouble;
import vitrine.explain.Explanation;
import vitrine.model.LinearRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/**
 * Turns a claim into a claim with its evidence: runs the removal tests and gives the verdict. Speaks of the model,
 * never of the world. Deterministic for a seed, whatever the number of threads.
 *
 * <p>The verdict, first rule that applies:
 *
 * <ol>
 *   <li><em>failed</em>: a contribution or a score is not a finite number.
 *   <li><em>exact</em>: the model is linear in the history and the contributions equal its formula within 1e-6 (a
 *       formula that gives every item exactly 0 is no evidence and goes on).
 *   <li><em>not testable</em>: fewer than five history items of positive weight, or a history that moves the score by
 *       less than .05 standard deviations of the candidates' scores.
 *   <li>else by {@link VerdictRule}: <em>not supported, partly, supported</em>. A method that promises a sum (one whose
 *       explanation has a convergence delta) must keep it to within 5 % of score minus reference score, both computed
 *       here; a difference smaller than .05 of those standard deviations counts as that much.
 * </ol>
 *
 * <p>Cost with the defaults and a history of 20: about 3,600 scores of one item and 250 rankings of all candidates.
 */
public final class FaithfulnessAssessor {
    private static final String STAGE = "Checking the explanation";

    private final FaithfulnessMeasurement measurement;
    private final FaithfulnessOptions options;

    /** @param similarity and {@code popularity}, of the training log: {@link ItemUsers} is both */
    public FaithfulnessAssessor(ItemSimilarity similarity, ItemPopularity popularity, FaithfulnessOptions options) {
        this.measurement = new FaithfulnessMeasurement(similarity, popularity, options);
        this.options = options;
    }

    /**
     * @param candidates numbers of all items outside the original history, sorted by id, the explained item among them
     * @throws IllegalArgumentException when the item is not among the candidates, or a history item is
     */
    public VerifiedExplanation verify(
            Recommender model, Explanation explanation, int[] candidates, JobContext context) {
        Query query = explanation.request().query();
        int item = explanation.request().item();
        if (!isFinite(explanation)) {
            return without(explanation, VerdictReason.CHECK_FAILED);
        }
        if (new HistoryScorer(model, query, item, candidates).removable().length == 0) {
            return without(explanation, VerdictReason.TOO_FEW_ITEMS);
        }
        context.progress().report(STAGE, 0, 3);
        RemovalTest test = new RemovalTest(model, query, item, candidates, options.minimumK());
        double referenceScore = model.score(model.reference(query), item);
        if (!test.allFinite() || !Double.isFinite(referenceScore)) {
            return without(explanation, VerdictReason.CHECK_FAILED);
        }
        boolean exact = model instanceof LinearRecommender linear
                && ExactCheck.holds(linear, explanation, test.fullScore(), test.emptyScore(), referenceScore);
        Optional<VerdictReason> objection = test.objection();
        if (objection.isPresent()) {
            return without(explanation, exact ? VerdictReason.EXACT_BY_FORMULA : objection.get());
        }
        context.progress().report(STAGE, 1, 3);
        OptionalDouble infidelity = infidelity(model, explanation, context);
        context.progress().report(STAGE, 2, 3);
        Faithfulness measured = measurement.measure(test, explanation, infidelity, context);
        context.progress().report(STAGE, 3, 3);
        if (!test.allFinite() || !Double.isFinite(infidelity.orElse(0))) {
            return without(explanation, VerdictReason.CHECK_FAILED);
        }
        VerdictReason reason = exact
                ? VerdictReason.EXACT_BY_FORMULA
                : VerdictRule.judge(
                        measured.pValue(),
                        measured.scores().f(),
                        measured.control(FaithfulnessMeasurement.COSINE).f(),
                        completenessGap(explanation, test, referenceScore));
        return new VerifiedExplanation(explanation, Optional.of(measured), VerdictRule.verdict(reason), reason);
    }

    private static VerifiedExplanation without(Explanation explanation, VerdictReason reason) {
        return new VerifiedExplanation(explanation, Optional.empty(), VerdictRule.verdict(reason), reason);
    }

    private static boolean isFinite(Explanation explanation) {
        return explanation.contributions().stream().allMatch(part -> Double.isFinite(part.value()));
    }

    private OptionalDouble infidelity(Recommender model, Explanation explanation, JobContext context) {
        InfidelityScore score = Infidelity.measure(
                model, explanation, options.infidelityDraws(), options.seed(), context.cancellation());
        return score.meanSquaredChange() == 0 ? OptionalDouble.empty() : OptionalDouble.of(score.normalised());
    }

    private static double completenessGap(Explanation explanation, RemovalTest test, double referenceScore) {
        if (explanation.convergenceDelta().isEmpty()) {
            return 0;
        }
        double difference = test.fullScore() - referenceScore;
        double scale = Math.max(Math.abs(difference), VerdictRule.LEAST_EFFECT * test.candidateDeviation());
        return scale == 0 ? 0 : Math.abs(explanation.sum() - difference) / scale;
    }
}
