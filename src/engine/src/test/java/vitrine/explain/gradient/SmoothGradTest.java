package vitrine.explain.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.PopularityTestModel;
import vitrine.explain.SampledAttribution;
import vitrine.explain.TestFunction;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

/** SmoothGrad, and what it has in common with the other methods of one slope. */
class SmoothGradTest {
    private static final TestFunction CUBES =
            new TestFunction(3, x -> x[0] * x[0] * x[0] + x[1] * x[1] * x[1] + x[2], x ->
                    new double[] {3 * x[0] * x[0], 3 * x[1] * x[1], 1});

    private static SampledAttribution smooth(int samples, double noise, long seed) {
        List<Part> parts = List.of(new Part(Part.Kind.HISTORY, 0, 0, 1), new Part(Part.Kind.USER, 0, 1, 3));
        PartedScore parted = new PartedScore(parts, CUBES, new double[] {2, 1, 4}, new double[] {0, 0, 1});
        return SmoothGrad.attribute(parted, samples, noise, seed, CancellationToken.NEVER);
    }

    /** The mean of 3 (x + e)^2 is 3 x^2 + 3 s^2, here with s = noise x; the second part also has 4 - 1 of slope 1. */
    @Test
    void averagesTheSlopeOverTheCloud() {
        double noise = .3;
        double first = 2 * 3 * (4 + .36);
        double second = 1 * 3 * (1 + .09) + 3;
        double squares = 0;
        int runs = 200;
        for (long seed = 0; seed < runs; seed++) {
            SampledAttribution sampled = smooth(400, noise, seed);
            double[] values = sampled.attribution().values();
            double[] errors = sampled.standardErrors();
            assertEquals(first, values[0], 4.5 * errors[0], "seed " + seed);
            assertEquals(second, values[1], 4.5 * errors[1], "seed " + seed);
            squares += Math.pow((first - values[0]) / errors[0], 2);
        }
        assertEquals(1, squares / runs, .3, "the mean square of errors in standard errors");
    }

    @Test
    void withoutNoiseItIsInputTimesGradient() {
        SampledAttribution sampled = smooth(2, 0, 1);
        assertEquals(2 * 12, sampled.attribution().values()[0], 1e-12);
        assertEquals(3 + 3, sampled.attribution().values()[1], 1e-12);
        assertEquals(0, sampled.standardErrors()[1]);
    }

    private static final List<Explainer> SLOPES = List.of(new Saliency(), new InputXGradient(), new SmoothGrad());

    @Test
    void partsAtTheirReferenceGetNothing() {
        Query query = Query.of(Query.UNKNOWN_USER, 5, 3, 2).withWeight(1, 0);
        for (Explainer method : SLOPES) {
            Explanation explanation = method.explain(
                    new CurvedTestModel(30, 1), new ExplanationRequest(query, 20, 1), JobContext.quiet());
            assertEquals(0, explanation.contributions().get(1).value(), method.name());
            assertEquals(0, explanation.contributions().get(3).value(), method.name());
            assertTrue(Math.abs(explanation.contributions().get(0).value()) > 1e-3, method.name());
            assertTrue(explanation.convergenceDelta().isEmpty(), method.name());
        }
    }

    @Test
    void theSaliencyOfAWidePartIsTheLengthOfItsGradient() {
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 1);
        Explanation explanation = new Saliency()
                .explain(
                        new IntegratedGradientsTest.WideUserModel(PopularityTestModel.of(9)),
                        request,
                        JobContext.quiet());
        assertEquals(4, explanation.contributions().get(0).value());
        assertEquals(4 * Math.sqrt(2), explanation.contributions().get(1).value(), 1e-12);
    }

    @Test
    void refuseAModelWithoutGradientAndSayWhatWorks() {
        PopularityTestModel model = PopularityTestModel.of(9);
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 5);
        for (Explainer method : SLOPES) {
            assertTrue(method.objection(model).orElseThrow().contains("occlusion"));
            assertThrows(CannotAnswerException.class, () -> method.explain(model, request, JobContext.quiet()));
        }
    }

    @Test
    void stopsWhenCancelled() {
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 5);
        JobContext cancelled = new JobContext(Progress.NONE, () -> true, 1);
        CurvedTestModel model = new CurvedTestModel(9, 1);
        assertThrows(CancelledException.class, () -> new SmoothGrad().explain(model, request, cancelled));
    }
}
