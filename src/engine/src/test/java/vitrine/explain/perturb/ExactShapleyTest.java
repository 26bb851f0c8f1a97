package vitrine.explain.perturb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.Attribution;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.ReluTestNet;
import vitrine.model.Query;
import vitrine.run.CancellationToken;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

class ExactShapleyTest {
    private static final ToDoubleFunction<double[]> NET = new ReluTestNet()::value;

    private static double[] shapley(CoalitionFunction function) {
        return ExactShapley.attribute(function, CancellationToken.NEVER).values();
    }

    private static double[] shapley(ToDoubleFunction<double[]> f, double... point) {
        return shapley(VectorCoalition.ofCoordinates(f, point, new double[point.length]));
    }

    @Test
    void matchesTheReferenceNet() {
        assertArrayEquals(new double[] {230 / 3.0, 590 / 3.0, 350 / 3.0}, shapley(NET, 20, 50, 30), 1e-9);
        assertArrayEquals(new double[] {7, 32.5, 10.5}, shapley(NET, 2, 10, 3), 1e-9);
    }

    @Test
    void groupsAndOtherReferencesAreParts() {
        double[] point = {20, 50, 30};
        int[][] groups = {{0, 1}, {2}};
        assertArrayEquals(
                new double[] {275, 115}, shapley(new VectorCoalition(NET, point, new double[3], groups)), 1e-9);
        double[] four = {4, 4, 4};
        assertArrayEquals(new double[] {248, 104}, shapley(new VectorCoalition(NET, point, four, groups)), 1e-9);
    }

    @Test
    void sumsToTheDifferenceGivesDummiesNothingAndTwinsTheSame() {
        ToDoubleFunction<double[]> f = x -> Math.exp(x[0] * x[1]) + x[2] * x[0] * x[1];
        Attribution a = ExactShapley.attribute(
                VectorCoalition.ofCoordinates(f, new double[] {1, 1, 2, 5}, new double[4]), CancellationToken.NEVER);
        assertEquals(0, a.convergenceDelta(), 1e-12);
        assertEquals(0, a.values()[3], 1e-12);
        assertEquals(a.values()[0], a.values()[1], 1e-12);
    }

    @Test
    void explainsTwelvePartsAndRefusesMore() {
        CurvedTestModel model = new CurvedTestModel(40, 5);
        ExactShapley method = new ExactShapley();
        Query eleven = Query.of(0, IntStream.range(0, 11).toArray());
        Explanation explanation = method.explain(model, new ExplanationRequest(eleven, 30, 1), JobContext.quiet());
        assertEquals(explanation.score() - explanation.referenceScore(), explanation.sum(), 1e-9);
        ExplanationRequest tooMany =
                new ExplanationRequest(Query.of(0, IntStream.range(0, 12).toArray()), 30, 1);
        CannotAnswerException refusal =
                assertThrows(CannotAnswerException.class, () -> method.explain(model, tooMany, JobContext.quiet()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("13"));
    }

    @Test
    void masksOfWeightZeroDoNotCountTowardsTheTwelve() {
        Query query = Query.of(Query.UNKNOWN_USER, IntStream.range(0, 14).toArray())
                .withWeight(3, 0)
                .withWeight(8, 0);
        Explanation explanation = new ExactShapley()
                .explain(new CurvedTestModel(40, 5), new ExplanationRequest(query, 30, 1), JobContext.quiet());
        assertEquals(15, explanation.contributions().size());
        assertEquals(0, explanation.contributions().get(3).value());
        assertEquals(0, explanation.contributions().get(14).value());
    }
}
