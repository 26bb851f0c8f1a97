package vitrine.assess.faithfulness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.IdIndex;
import vitrine.explain.Contribution;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LinearTestModel;
import vitrine.explain.PopularityTestModel;
import vitrine.explain.TestIds;
import vitrine.explain.gradient.ExactLinear;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.perturb.Occlusion;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

class FaithfulnessAssessorTest {
    private static final int HISTORY = 20;
    private static final int ITEMS = 60;
    private static final int ITEM = 40;
    private static final int[] CANDIDATES = TestIds.candidates(HISTORY, ITEMS);
    private static final LinearTestModel LINEAR = LinearTestModel.random(ITEMS, .3, 11);

    /** Similarity and popularity that know nothing of the model. */
    private static FaithfulnessAssessor assessor(long seed) {
        return new FaithfulnessAssessor(
                (a, b) -> SeededRandom.stream(99, "similarity", 1000L * a + b).nextDouble(),
                item -> SeededRandom.stream(99, "popularity", item).nextDouble(),
                FaithfulnessOptions.of(seed));
    }

    private static Query history(int n) {
        return Query.of(0, IntStream.range(0, n).toArray());
    }

    private static Explanation explain(Explainer method, Recommender model, Query query) {
        return method.explain(model, new ExplanationRequest(query, ITEM, 50), JobContext.quiet());
    }

    private static Explanation changed(Explanation explanation, DoubleUnaryOperator change) {
        return new Explanation(
                "changed",
                explanation.request(),
                explanation.contributions().stream()
                        .map(part -> new Contribution(part.kind(), part.index(), change.applyAsDouble(part.value())))
                        .toList(),
                explanation.score(),
                explanation.referenceScore(),
                explanation.convergenceDelta());
    }

    private static VerifiedExplanation verify(Recommender model, Explanation explanation) {
        return assessor(7).verify(model, explanation, CANDIDATES, JobContext.quiet());
    }

    @Test
    void theFormulaOfALinearModelIsExactWhicheverMethodFindsIt() {
        for (Explainer method : List.of(new ExactLinear(), new IntegratedGradients(), new Occlusion())) {
            VerifiedExplanation verified = verify(LINEAR, explain(method, LINEAR, history(HISTORY)));
            assertEquals(Verdict.EXACT, verified.verdict());
            assertEquals(VerdictReason.EXACT_BY_FORMULA, verified.reason());
            Faithfulness faithfulness = verified.faithfulness().orElseThrow();
            assertEquals(1 / 200.0, faithfulness.pValue());
            assertEquals(0, faithfulness.infidelity().orElseThrow(), 1e-20);
            assertEquals(
                    faithfulness.control("greedy").f(), faithfulness.scores().f(), 1e-9);
            assertTrue(
                    faithfulness.scores().f() > faithfulness.control("random").f());
        }
    }

    @Test
    void exactContributionsOfAShortHistoryNeedNoRemovalTest() {
        Explanation explanation = explain(new ExactLinear(), LINEAR, history(3));
        VerifiedExplanation verified =
                assessor(7).verify(LINEAR, explanation, TestIds.candidates(3, ITEMS), JobContext.quiet());
        assertEquals(Verdict.EXACT, verified.verdict());
        assertTrue(verified.faithfulness().isEmpty());
    }

    @Test
    void reversedContributionsAreNotSupported() {
        Explanation reversed = changed(explain(new ExactLinear(), LINEAR, history(HISTORY)), value -> -value);
        VerifiedExplanation verified = verify(LINEAR, reversed);
        assertEquals(Verdict.NOT_SUPPORTED, verified.verdict());
        assertEquals(VerdictReason.NO_BETTER_THAN_RANDOM, verified.reason());
        assertTrue(verified.faithfulness().orElseThrow().pValue() > .95);
    }

    @Test
    void aRightOrderWithAWrongSumIsPartlySupported() {
        Explanation doubled = changed(explain(new ExactLinear(), LINEAR, history(HISTORY)), value -> 2 * value);
        VerifiedExplanation verified = verify(LINEAR, doubled);
        assertEquals(Verdict.PARTLY, verified.verdict());
        assertEquals(VerdictReason.DOES_NOT_ADD_UP, verified.reason());
    }

    @Test
    void aWrongUserPartIsNotExact() {
        Explanation exact = explain(new ExactLinear(), LINEAR, history(HISTORY));
        List<Contribution> contributions = new ArrayList<>(exact.contributions());
        contributions.set(HISTORY, new Contribution(Part.Kind.USER, 0, .4));
        Explanation wrong = new Explanation(
                "wrong", exact.request(), contributions, exact.score(), exact.referenceScore(), OptionalDouble.empty());
        assertEquals(Verdict.SUPPORTED, verify(LINEAR, wrong).verdict());
    }

    @Test
    void anOrderBehindPlainSimilarityIsNotSupported() {
        Explanation exact = explain(new ExactLinear(), LINEAR, history(HISTORY));
        FaithfulnessAssessor clairvoyant = new FaithfulnessAssessor(
                (a, b) -> LINEAR.exactContributions(history(HISTORY), b)[a], item -> 0, FaithfulnessOptions.of(7));
        Explanation coarse = changed(exact, value -> Math.signum(value) * (1 + (Math.abs(value) % .5)));
        VerifiedExplanation verified = clairvoyant.verify(LINEAR, coarse, CANDIDATES, JobContext.quiet());
        assertEquals(VerdictReason.WORSE_THAN_COSINE, verified.reason());
        assertEquals(Verdict.NOT_SUPPORTED, verified.verdict());
    }

    @Test
    void aModelThatIgnoresTheHistoryIsNotTestable() {
        PopularityTestModel model = PopularityTestModel.of(ITEMS);
        VerifiedExplanation verified = verify(model, explain(new Occlusion(), model, history(HISTORY)));
        assertEquals(Verdict.NOT_TESTABLE, verified.verdict());
        assertEquals(VerdictReason.HISTORY_HARDLY_MATTERS, verified.reason());
        assertTrue(verified.faithfulness().isEmpty());
    }

    @Test
    void aFormulaThatGivesEveryItemNothingIsNoEvidence() {
        LinearTestModel flat = new LinearTestModel(new double[ITEMS][ITEMS], new double[ITEMS], .3);
        VerifiedExplanation verified = verify(flat, explain(new ExactLinear(), flat, history(HISTORY)));
        assertEquals(VerdictReason.HISTORY_HARDLY_MATTERS, verified.reason());
    }

    @Test
    void anEffectBelowATwentiethOfTheSpreadIsNotTestable() {
        double[] bias = IntStream.range(0, ITEMS).mapToDouble(i -> i).toArray();
        double[][] weights = new double[ITEMS][ITEMS];
        for (double[] row : weights) {
            row[ITEM] = .02;
        }
        // Candidates 20..59 have scores 20..59, deviation 11.5 or so: the history must move the score by .58.
        LinearTestModel model = new LinearTestModel(weights, bias, 0);
        Explanation wrong = changed(explain(new ExactLinear(), model, history(HISTORY)), value -> value + 1);
        assertEquals(VerdictReason.HISTORY_HARDLY_MATTERS, verify(model, wrong).reason());
    }

    @Test
    void fewerThanFiveItemsAreTooFew() {
        CurvedTestModel model = new CurvedTestModel(ITEMS, 1);
        for (int n = 0; n < 5; n++) {
            VerifiedExplanation verified = assessor(7)
                    .verify(
                            model,
                            explain(new Occlusion(), model, history(n)),
                            TestIds.candidates(n, ITEMS),
                            JobContext.quiet());
            assertEquals(VerdictReason.TOO_FEW_ITEMS, verified.reason());
            assertEquals(Verdict.NOT_TESTABLE, verified.verdict());
        }
    }

    @Test
    void aScoreThatIsNotFiniteFailsTheCheck() {
        double[] bias = new double[ITEMS];
        bias[50] = Double.NaN;
        LinearTestModel broken = new LinearTestModel(new double[ITEMS][ITEMS], bias, 0);
        Explanation explanation = explain(new Occlusion(), LINEAR, history(HISTORY));
        VerifiedExplanation verified = verify(broken, explanation);
        assertEquals(Verdict.FAILED, verified.verdict());
        assertEquals(VerdictReason.CHECK_FAILED, verified.reason());
        Explanation infinite = changed(explanation, value -> value / 0);
        assertEquals(Verdict.FAILED, verify(LINEAR, infinite).verdict());
    }

    @Test
    void aScoreThatBreaksHalfWayFailsTheCheck() {
        Recommender brittle = new BrittleModel(LINEAR);
        VerifiedExplanation verified = verify(brittle, explain(new Occlusion(), LINEAR, history(HISTORY)));
        assertEquals(Verdict.FAILED, verified.verdict());
        assertTrue(verified.faithfulness().isEmpty());
    }

    /** Finite for the whole and the empty history only. */
    private record BrittleModel(LinearTestModel base) implements Recommender {
        @Override
        public String name() {
            return "brittle";
        }

        @Override
        public IdIndex users() {
            return base.users();
        }

        @Override
        public IdIndex items() {
            return base.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            base.score(query, candidates, scores);
            long kept = IntStream.range(0, query.weights().length)
                    .filter(i -> query.weights()[i] > 0)
                    .count();
            if (kept != 0 && kept != query.weights().length) {
                scores[0] = Double.POSITIVE_INFINITY;
            }
        }
    }

    @Test
    void saysWhatItDidAndDidNotMeasure() {
        CurvedTestModel model = new CurvedTestModel(ITEMS, 5);
        Faithfulness faithfulness = verify(model, explain(new Occlusion(), model, history(HISTORY)))
                .faithfulness()
                .orElseThrow();
        assertEquals(List.of("user", "randomisation", "sensitivity"), faithfulness.notTested());
        assertEquals(
                Set.of("random", "cosine", "popularity", "greedy"),
                faithfulness.controls().keySet());
        assertEquals(
                faithfulness.controls().keySet(), faithfulness.controlCurves().keySet());
        assertEquals(HISTORY, faithfulness.removable());
        assertEquals(199, faithfulness.randomOrders());
        assertEquals(7, faithfulness.seed());
        assertTrue(faithfulness.sensitivityMax().isEmpty());
        for (int step = 0; step <= 10; step++) {
            assertTrue(faithfulness.randomLow()[step] <= faithfulness.randomHigh()[step]);
        }
        assertThrows(IllegalArgumentException.class, () -> faithfulness.control("nobody"));
    }

    @Test
    void randomContributionsAreRarelySupported() {
        int tested = 0;
        int significant = 0;
        int supported = 0;
        for (int trial = 0; trial < 400; trial++) {
            CurvedTestModel model = new CurvedTestModel(ITEMS, 1000 + trial);
            SeededRandom random = SeededRandom.stream(5, "claims", trial);
            List<Contribution> contributions = IntStream.range(0, HISTORY)
                    .mapToObj(i -> new Contribution(Part.Kind.HISTORY, i, random.nextGaussian()))
                    .toList();
            Explanation claim = new Explanation(
                    "random",
                    new ExplanationRequest(history(HISTORY), ITEM, 1),
                    contributions,
                    0,
                    0,
                    OptionalDouble.empty());
            VerifiedExplanation verified = verify(model, claim);
            if (verified.faithfulness().isPresent()) {
                tested++;
                significant += verified.faithfulness().get().pValue() <= .05 ? 1 : 0;
                supported += verified.verdict() == Verdict.SUPPORTED ? 1 : 0;
            }
        }
        assertTrue(tested > 300, tested + " tested");
        assertTrue(supported <= .05 * tested, supported + " of " + tested + " supported");
        assertEquals(.05, significant / (double) tested, .03);
    }

    @Test
    void aClaimThatSaysNothingIsWorthARandomOrder() {
        int significant = 0;
        int tested = 0;
        for (int trial = 0; trial < 200; trial++) {
            CurvedTestModel model = new CurvedTestModel(ITEMS, 5000 + trial);
            Explanation silent = changed(explain(new Occlusion(), model, history(HISTORY)), value -> 0);
            VerifiedExplanation verified = verify(model, silent);
            tested += verified.faithfulness().isPresent() ? 1 : 0;
            significant +=
                    verified.faithfulness().filter(f -> f.pValue() <= .05).isPresent() ? 1 : 0;
        }
        assertEquals(.05, significant / (double) tested, .04);
    }

    @Test
    void goodMethodsAreMostlySupportedOnACurvedModel() {
        int tested = 0;
        int supported = 0;
        for (int trial = 0; trial < 60; trial++) {
            CurvedTestModel model = new CurvedTestModel(ITEMS, 3000 + trial);
            VerifiedExplanation verified = verify(model, explain(new IntegratedGradients(), model, history(HISTORY)));
            tested += verified.faithfulness().isPresent() ? 1 : 0;
            supported += verified.verdict() == Verdict.SUPPORTED ? 1 : 0;
        }
        assertTrue(supported >= .9 * tested, supported + " of " + tested + " supported");
    }

    @Test
    void threadsDoNotChangeTheNumbers() {
        CurvedTestModel model = new CurvedTestModel(ITEMS, 5);
        Explanation explanation = explain(new IntegratedGradients(), model, history(HISTORY));
        Faithfulness one = verify(model, explanation).faithfulness().orElseThrow();
        for (int threads : new int[] {2, 5}) {
            JobContext context = new JobContext(Progress.NONE, CancellationToken.NEVER, threads);
            Faithfulness many = assessor(7)
                    .verify(model, explanation, CANDIDATES, context)
                    .faithfulness()
                    .orElseThrow();
            assertEquals(one.scores(), many.scores());
            assertEquals(one.controls(), many.controls());
            assertEquals(one.pValue(), many.pValue());
            assertEquals(one.infidelity(), many.infidelity());
            assertArrayEquals(one.randomLow(), many.randomLow());
            assertArrayEquals(one.curve().insertion(), many.curve().insertion());
        }
    }

    @Test
    void stopsWhenCancelled() {
        CurvedTestModel model = new CurvedTestModel(ITEMS, 5);
        Explanation explanation = explain(new Occlusion(), model, history(HISTORY));
        JobContext cancelled = new JobContext(Progress.NONE, () -> true, 2);
        FaithfulnessAssessor assessor = assessor(7);
        assertThrows(CancelledException.class, () -> assessor.verify(model, explanation, CANDIDATES, cancelled));
    }
}
