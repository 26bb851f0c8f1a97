package vitrine.explain.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.explain.Contribution;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LinearTestModel;
import vitrine.explain.perturb.Occlusion;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

class ControlsTest {
    private static final ItemStatistics STATISTICS = new ItemStatistics() {
        @Override
        public double similarity(int a, int b) {
            return 1.0 / (1 + Math.abs(a - b));
        }

        @Override
        public double popularity(int item) {
            return 10.0 * item;
        }
    };

    private static final Query QUERY = Query.of(0, 4, 7, 2).withWeight(1, 0);

    private static Explanation explain(Explainer method, Recommender model, long seed) {
        return method.explain(model, new ExplanationRequest(QUERY, 9, seed, java.util.Map.of()), JobContext.quiet());
    }

    private static double[] values(Explanation explanation) {
        return explanation.contributions().stream()
                .mapToDouble(Contribution::value)
                .toArray();
    }

    @Test
    void sayWhatTheStatisticsSayWhateverTheModel() {
        for (Recommender model :
                List.of(new CurvedTestModel(20, 1), new CurvedTestModel(20, 2), LinearTestModel.random(20, 1, 3))) {
            Explanation cosine = explain(new CosineControl().over(STATISTICS), model, 1);
            assertArrayEquals(new double[] {1 / 6.0, 0, 1 / 8.0, 0}, values(cosine), 1e-15);
            Explanation popularity = explain(new PopularityControl().over(STATISTICS), model, 1);
            assertArrayEquals(new double[] {40, 0, 20, 0}, values(popularity));
            assertEquals(model.score(QUERY, 9), cosine.score());
            assertEquals(model.score(model.reference(QUERY), 9), popularity.referenceScore());
            assertTrue(cosine.convergenceDelta().isEmpty());
        }
    }

    @Test
    void randomFollowsTheSeedAndNamesOnlyWhatTheQuestionHas() {
        double[] values = values(explain(new RandomControl(), new CurvedTestModel(20, 1), 5));
        assertArrayEquals(values, values(explain(new RandomControl(), new CurvedTestModel(20, 2), 5)));
        assertNotEquals(values[0], values(explain(new RandomControl(), new CurvedTestModel(20, 1), 6))[0]);
        assertEquals(0, values[1]);
        assertTrue(values[0] > 0 && values[2] > 0 && values[3] > 0);
    }

    @Test
    void withoutTrainingDataTheySaySoBeforeTheyRun() {
        CurvedTestModel model = new CurvedTestModel(20, 1);
        for (StatisticsExplainer control : List.of(new CosineControl(), new PopularityControl())) {
            assertTrue(control.objection(model).orElseThrow().contains("--without-histories"));
            assertThrows(CannotAnswerException.class, () -> explain(control, model, 1));
            assertTrue(control.over(STATISTICS).objection(model).isEmpty());
            assertTrue(Controls.isControl(control.name()));
        }
        assertTrue(Controls.isControl(new RandomControl().name()));
        assertFalse(Controls.isControl(new Occlusion().name()));
    }
}
