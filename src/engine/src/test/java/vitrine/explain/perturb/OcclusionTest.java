package vitrine.explain.perturb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.PopularityTestModel;
import vitrine.explain.ReluTestNet;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;

class OcclusionTest {
    private static double[] occlude(ToDoubleFunction<double[]> f, double... point) {
        return Occlusion.attribute(
                        VectorCoalition.ofCoordinates(f, point, new double[point.length]), CancellationToken.NEVER)
                .values();
    }

    @Test
    void matchesTheAblationsOfTheReferenceNet() {
        assertArrayEquals(new double[] {8, 35, 12}, occlude(new ReluTestNet()::value, 2, 10, 3), 1e-12);
        assertArrayEquals(new double[] {80, 200, 120}, occlude(new ReluTestNet()::value, 20, 50, 30), 1e-12);
    }

    @Test
    void givesWhatTheScoreLosesWithoutThePart() {
        ToDoubleFunction<double[]> f = x -> Math.max(Math.max(x[0], 0) - 1 - Math.max(x[1], 0), 0);
        assertArrayEquals(new double[] {1, -1}, occlude(f, 3, 1), 1e-12);
    }

    @Test
    void worksOnAModelThatOnlyScores() {
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1, 2), 3, 1);
        Explanation explanation = new Occlusion().explain(PopularityTestModel.of(9), request, JobContext.quiet());
        assertEquals(3, explanation.contributions().size());
        assertEquals(Part.Kind.USER, explanation.contributions().get(2).kind());
        assertEquals(0, explanation.sum());
        assertEquals(3, explanation.score());
    }

    @Test
    void anUnknownUserIsNoPart() {
        ExplanationRequest request = new ExplanationRequest(Query.of(Query.UNKNOWN_USER, 1, 2), 3, 1);
        Explanation explanation = new Occlusion().explain(PopularityTestModel.of(9), request, JobContext.quiet());
        assertEquals(2, explanation.contributions().size());
    }
}
