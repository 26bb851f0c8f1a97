package vitrine.explain.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.data.IdIndex;
import vitrine.explain.Attribution;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.PopularityTestModel;
import vitrine.explain.ReluTestNet;
import vitrine.explain.TestFunction;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.network.DifferentiableFunction;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class IntegratedGradientsTest {
    private static Attribution attribute(DifferentiableFunction f, int steps, double... point) {
        return IntegratedGradients.attribute(f, point, new double[point.length], steps, CancellationToken.NEVER);
    }

    private static double relu(double x) {
        return Math.max(x, 0);
    }

    private static double on(double x) {
        return x > 0 ? 1 : 0;
    }

    @Test
    void attributesTheReferenceNetAsTheLiteratureDoes() {
        Attribution a = attribute(new ReluTestNet(), 1000, 0, 100, 0);
        assertArrayEquals(new double[] {0, 390, 0}, a.values(), 1e-9);
        assertEquals(392, a.score());
        assertEquals(2, a.referenceScore());
        assertEquals(0, a.convergenceDelta(), 1e-9);
    }

    @Test
    void twoNetsThatComputeTheSameGetTheSameAttributions() {
        DifferentiableFunction first = new TestFunction(2, x -> relu(relu(x[0]) - 1 - relu(x[1])), x -> {
            double active = on(relu(x[0]) - 1 - relu(x[1]));
            return new double[] {active * on(x[0]), -active * on(x[1])};
        });
        DifferentiableFunction second = new TestFunction(2, x -> relu(relu(x[0] - 1) - relu(x[1])), x -> {
            double active = on(relu(x[0] - 1) - relu(x[1]));
            return new double[] {active * on(x[0] - 1), -active * on(x[1])};
        });
        double[] expected = {1.5, -.5};
        assertArrayEquals(expected, attribute(first, 1000, 3, 1).values(), 1e-9);
        assertArrayEquals(expected, attribute(second, 1000, 3, 1).values(), 1e-9);
    }

    @Test
    void seesAKinkOffTheGridOnlyWithEnoughSteps() {
        DifferentiableFunction f = new TestFunction(2, x -> 2 * relu(x[0]) + 2 * relu(x[1] - 1.5), x ->
                new double[] {2 * on(x[0]), 2 * on(x[1] - 1.5)});
        assertArrayEquals(new double[] {2, 1}, attribute(f, 1000, 1, 2).values(), 1e-9);
        assertArrayEquals(new double[] {2, .96}, attribute(f, 50, 1, 2).values(), 1e-9);
        assertEquals(.04, attribute(f, 50, 1, 2).convergenceDelta(), 1e-9);
    }

    @Test
    void attributesAContrastByTheDifferenceOfTwoScores() {
        double[] slope = {.4 - .05, .3 - .1, .1 - .2, -.25};
        DifferentiableFunction contrast = new TestFunction(
                4, x -> slope[0] * x[0] + slope[1] * x[1] + slope[2] * x[2] + slope[3] * x[3] - .01, x -> slope);
        Attribution a = attribute(contrast, 50, 1, 1, 1, 1);
        assertArrayEquals(new double[] {.35, .2, -.1, -.25}, a.values(), 1e-12);
        assertEquals(.19, a.score(), 1e-12);
        assertEquals(-.01, a.referenceScore(), 1e-12);
    }

    @Test
    void sumsToTheScoreDifferenceOnASmoothModelAndBetterWithMoreSteps() {
        CurvedTestModel model = new CurvedTestModel(30, 1);
        Query query = Query.of(0, 0, 1, 2, 3, 4, 5, 6, 7);
        Explanation coarse = explain(model, query, 5);
        Explanation fine = explain(model, query, 500);
        assertEquals(fine.score() - fine.referenceScore(), fine.sum(), 1e-4);
        assertTrue(fine.convergenceDelta().orElseThrow()
                < coarse.convergenceDelta().orElseThrow());
        assertEquals(model.score(query, 20), fine.score(), 1e-12);
        assertEquals(
                model.score(new Query(Query.UNKNOWN_USER, query.history(), new float[8]), 20),
                fine.referenceScore(),
                1e-12);
    }

    @Test
    void listsHistoryOldestFirstThenTheUser() {
        Explanation explanation = explain(new CurvedTestModel(30, 1), Query.of(0, 5, 3), 10);
        assertEquals(3, explanation.contributions().size());
        assertEquals(1, explanation.contributions().get(1).index());
        assertEquals(Part.Kind.USER, explanation.contributions().get(2).kind());
        assertEquals("integrated-gradients", explanation.method());
    }

    @Test
    void partsAtTheirReferenceGetNothing() {
        Query query = Query.of(Query.UNKNOWN_USER, 5, 3, 2).withWeight(1, 0);
        Explanation explanation = explain(new CurvedTestModel(30, 1), query, 10);
        assertEquals(0, explanation.contributions().get(1).value());
        assertEquals(0, explanation.contributions().get(3).value());
    }

    @Test
    void interchangeablePartsGetTheSame() {
        DifferentiableFunction f = new TestFunction(3, x -> Math.sin(x[0] + x[1]) + x[2], x ->
                new double[] {Math.cos(x[0] + x[1]), Math.cos(x[0] + x[1]), 1});
        double[] values = attribute(f, 50, 1, 1, 1).values();
        assertEquals(values[0], values[1]);
    }

    @Test
    void addsUpTheCoordinatesOfAPart() {
        DifferentiableRecommender wide = new WideUserModel(PopularityTestModel.of(9));
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 100);
        Explanation explanation = new IntegratedGradients().explain(wide, request, JobContext.quiet());
        double[] each = attribute(new ReluTestNet(), 100, 20, 50, 30).values();
        assertEquals(each[0], explanation.contributions().get(0).value());
        assertEquals(each[1] + each[2], explanation.contributions().get(1).value());
    }

    /** The user's vector is two coordinates wide. */
    record WideUserModel(Recommender base) implements DifferentiableRecommender {
        @Override
        public PartedScore parted(Query query, int item) {
            List<Part> parts = List.of(new Part(Part.Kind.HISTORY, 0, 0, 1), new Part(Part.Kind.USER, 0, 1, 3));
            return new PartedScore(parts, new ReluTestNet(), new double[] {20, 50, 30}, new double[3]);
        }

        @Override
        public String name() {
            return "wide";
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
        }
    }

    @Test
    void refusesAModelWithoutGradientAndSaysWhatWorks() {
        IntegratedGradients method = new IntegratedGradients();
        PopularityTestModel model = PopularityTestModel.of(9);
        assertTrue(method.objection(model).orElseThrow().contains("occlusion"));
        assertTrue(method.objection(new CurvedTestModel(3, 1)).isEmpty());
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 5);
        assertThrows(CannotAnswerException.class, () -> method.explain(model, request, JobContext.quiet()));
    }

    @Test
    void stopsWhenCancelled() {
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 5);
        JobContext cancelled = new JobContext(Progress.NONE, () -> true, 1);
        IntegratedGradients method = new IntegratedGradients();
        CurvedTestModel model = new CurvedTestModel(9, 1);
        assertThrows(CancelledException.class, () -> method.explain(model, request, cancelled));
    }

    private static Explanation explain(CurvedTestModel model, Query query, int steps) {
        return new IntegratedGradients().explain(model, new ExplanationRequest(query, 20, steps), JobContext.quiet());
    }
}
