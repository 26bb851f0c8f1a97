package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;
import vitrine.run.JobContext;

class EaseTest {
    private static final int ITEMS = 40;
    private static final double L2 = 3;
    private final InteractionLog log = RandomMatrix.log(25, ITEMS, 260, 3);
    private final Ease ease = Ease.fit(RandomMatrix.of(log), L2, JobContext.quiet());

    private double weight(int i, int j) {
        return ease.weights()[i * ITEMS + j];
    }

    private double[][] counts() {
        double[][] counts = new double[ITEMS][ITEMS];
        for (boolean[] row : RandomMatrix.table(log)) {
            for (int i = 0; i < ITEMS; i++) {
                for (int j = 0; j < ITEMS; j++) {
                    counts[i][j] += row[i] && row[j] ? 1 : 0;
                }
            }
        }
        return counts;
    }

    /** The gradient of |X - X B|^2 + l2 |B|^2 is X'X B + l2 B - X'X up to a factor: 0 wherever B may differ from 0. */
    @Test
    void the_penalised_squared_error_is_at_its_lowest() {
        double[][] counts = counts();
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < ITEMS; j++) {
                double slope = L2 * weight(i, j) - counts[i][j];
                for (int k = 0; k < ITEMS; k++) {
                    slope += counts[i][k] * weight(k, j);
                }
                if (i == j) {
                    assertEquals(0, weight(i, j));
                } else {
                    assertEquals(0, slope, 2e-5, i + ", " + j);
                }
            }
        }
    }

    @Test
    void the_score_is_the_sum_of_its_exact_contributions() {
        Query query = new Query(1, new int[] {3, 0, 17}, new float[] {1, .5f, 0});
        int[] candidates = {5, 2, 39};
        double[] scores = new double[3];
        ease.score(query, candidates, scores);
        for (int c = 0; c < 3; c++) {
            double[] parts = ease.exactContributions(query, candidates[c]);
            assertArrayEquals(new double[] {weight(3, candidates[c]), .5 * weight(0, candidates[c]), 0}, parts, 1e-12);
            assertEquals(scores[c], parts[0] + parts[1] + parts[2], 1e-12);
            PartedScore parted = ease.parted(query, candidates[c]);
            assertEquals(scores[c], parted.function().value(parted.point()), 1e-12);
            assertEquals(0, parted.function().value(parted.reference()), 0);
        }
    }

    @Test
    void a_higher_penalty_makes_smaller_weights() {
        Ease heavy = Ease.fit(RandomMatrix.of(log), 100 * L2, JobContext.quiet());
        double light = 0;
        double weak = 0;
        for (int i = 0; i < ITEMS * ITEMS; i++) {
            light += Math.abs(ease.weights()[i]);
            weak += Math.abs(heavy.weights()[i]);
        }
        assertTrue(weak < light / 5, weak + " against " + light);
    }
}
