package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.CancellationSource;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

class PositiveDefiniteTest {
    /** X'X / n + I with random X: eigenvalues between 1 and about 5. */
    private static float[] random(int n) {
        SeededRandom random = new SeededRandom(n);
        double[][] x = new double[n][n];
        for (double[] row : x) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian();
            }
        }
        float[] a = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (double[] row : x) {
                    sum += row[i] * row[j];
                }
                a[i * n + j] = a[j * n + i] = (float) (sum / n + (i == j ? 1 : 0));
            }
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 127, 128, 129, 300})
    void a_matrix_times_its_inverse_is_one(int n) {
        float[] a = random(n);
        float[] inverse = a.clone();
        PositiveDefinite.invert(inverse, n, JobContext.quiet());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += (double) a[i * n + k] * inverse[k * n + j];
                }
                assertEquals(i == j ? 1 : 0, sum, 2e-6, i + ", " + j);
            }
        }
    }

    @Test
    void any_number_of_threads_gives_the_same_bytes() {
        float[] one = random(300);
        float[] three = one.clone();
        PositiveDefinite.invert(one, 300, JobContext.quiet());
        PositiveDefinite.invert(three, 300, new JobContext(Progress.NONE, CancellationToken.NEVER, 3));
        assertArrayEquals(one, three);
    }

    @Test
    void what_has_no_inverse_is_refused_and_work_can_be_stopped() {
        float[] singular = {1, 1, 1, 1};
        assertThrows(CannotAnswerException.class, () -> PositiveDefinite.invert(singular, 2, JobContext.quiet()));
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThrows(
                CancelledException.class,
                () -> PositiveDefinite.invert(random(5), 5, new JobContext(Progress.NONE, source, 1)));
    }
}
