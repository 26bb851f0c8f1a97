package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class QuasiNewtonTest {
    private static final QuasiNewton SEARCH = new QuasiNewton(1e-9, 2000);

    private static DifferentiableFunction function(int n, ToDoubleBiFunction<double[], double[]> valueAndGradient) {
        return new DifferentiableFunction() {
            @Override
            public int dimension() {
                return n;
            }

            @Override
            public double value(double[] x) {
                return valueAndGradient(x, new double[n]);
            }

            @Override
            public double valueAndGradient(double[] x, double[] gradient) {
                return valueAndGradient.applyAsDouble(x, gradient);
            }
        };
    }

    @Test
    void a_badly_scaled_bowl_has_its_known_bottom() {
        double[] bottom = {3, -2, 0.5, 7};
        double[] steepness = {1, 100, 1e4, 0.01};
        DifferentiableFunction bowl = function(4, (x, gradient) -> {
            double sum = 5;
            for (int i = 0; i < 4; i++) {
                double away = x[i] - bottom[i];
                sum += 0.5 * steepness[i] * away * away;
                gradient[i] = steepness[i] * away;
            }
            return sum;
        });
        QuasiNewton.Minimum found = SEARCH.of(bowl, new double[4]);
        assertArrayEquals(bottom, found.point(), 1e-6);
        assertEquals(5, found.value(), 1e-12);
        assertTrue(found.gradientNorm() <= 1e-9, found::toString);
    }

    /** Rosenbrock, 1960: a bent valley with its bottom at (1, 1). */
    @Test
    void a_bent_valley_is_followed_to_its_end() {
        DifferentiableFunction valley = function(2, (x, gradient) -> {
            double bend = x[1] - x[0] * x[0];
            gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
            gradient[1] = 200 * bend;
            return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
        });
        double[] start = {-1.2, 1};
        QuasiNewton.Minimum found = SEARCH.of(valley, start);
        assertArrayEquals(new double[] {1, 1}, found.point(), 1e-8);
        assertTrue(found.steps() < 80, found::toString);
        assertArrayEquals(new double[] {-1.2, 1}, start);
    }

    @Test
    void it_stays_where_the_slope_is_nothing_and_gives_up_when_told() {
        DifferentiableFunction flat = function(1, (x, gradient) -> {
            gradient[0] = 0;
            return 4;
        });
        assertEquals(new QuasiNewton(1e-9, 10).of(flat, new double[] {2}).steps(), 0);
        DifferentiableFunction slide = function(1, (x, gradient) -> {
            gradient[0] = -Math.exp(-x[0]);
            return Math.exp(-x[0]);
        });
        assertEquals(3, new QuasiNewton(1e-300, 3).of(slide, new double[] {0}).steps());
    }
}
