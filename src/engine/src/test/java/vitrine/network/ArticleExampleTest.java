package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleExampleTest {
    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    @Test
    void followsTheArticlesOwnFormulas() {
        double[] a1 = {sigmoid(3), sigmoid(0)};
        double[] z2 = {a1[0] + 1, a1[1] + 1};
        double[] a2 = {sigmoid(z2[0]), sigmoid(z2[1])};
        double[] z3 = {a2[0] + a2[1], a2[0] + a2[1] + 1};
        double[] y = {sigmoid(z3[0]), sigmoid(z3[1])};
        double[][] expected = {{3, 0}, a1, z2, a2, z3, y};
        List<ArticleExample.Step> steps = ArticleExample.steps();
        assertEquals(
                List.of("z1", "a1", "z2", "a2", "z3", "y"),
                steps.stream().map(s -> s.computed().name()).toList());
        for (int i = 0; i < expected.length; i++) {
            float[] computed = steps.get(i).computed().values();
            assertArrayEquals(expected[i], NaiveInterpreter.widen(computed), 1e-6);
        }
        assertEquals(.844658, y[0], 1e-6);
        assertEquals(.936630, y[1], 1e-6);
    }

    @Test
    void showsWhatTheArticlePrintsAndThatItDoesNotFollow() {
        List<ArticleExample.Step> steps = ArticleExample.steps();
        assertArrayEquals(new double[] {4, 2}, steps.get(0).printed());
        assertArrayEquals(new double[] {.9, .8955}, steps.get(5).printed());
        for (ArticleExample.Step step : steps) {
            assertEquals(2, step.printed().length);
            double off = Math.abs(step.printed()[0] - step.computed().values()[0]);
            assertTrue(off > 1e-3, step.computed().name());
        }
        assertTrue(ArticleExample.NOTE.contains("do not follow"));
    }
}
