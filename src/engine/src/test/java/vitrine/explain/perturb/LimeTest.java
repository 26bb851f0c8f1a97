package vitrine.explain.perturb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.PopularityTestModel;
import vitrine.model.Query;
import vitrine.run.CancellationToken;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

class LimeTest {
    private static Lime.Fit fit(CoalitionFunction f, int masks, double width, double ridge) {
        return Lime.attribute(f, masks, width, ridge, 3, CancellationToken.NEVER);
    }

    private static CoalitionFunction ofOnes(int n, java.util.function.ToDoubleFunction<double[]> f) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return VectorCoalition.ofCoordinates(f, ones, new double[n]);
    }

    @Test
    void findsASumAndExplainsAllOfIt() {
        Lime.Fit fit = fit(ofOnes(3, x -> 4 + 2 * x[0] - x[1]), 50, .5, 0);
        assertArrayEquals(new double[] {2, -1, 0}, fit.attribution().values(), 1e-9);
        assertEquals(1, fit.rSquared().orElseThrow(), 1e-9);
    }

    /**
     * Two parts that count only together. In the limit of many masks: neither present with chance 1/2, one alone with 1/4
     * each, both never but for the question itself, which is one mask of many; so the values go to 0 as masks grow.
     */
    @Test
    void explainsAProductBadlyAndSaysSo() {
        CoalitionFunction product = ofOnes(2, x -> x[0] * x[1]);
        Lime.Fit fit = fit(product, 40, 1, 0);
        assertTrue(fit.rSquared().orElseThrow() < .5);
        assertTrue(Math.abs(fit(product, 4_000, 1, 0).attribution().values()[0])
                < Math.abs(fit.attribution().values()[0]) / 10);
    }

    /** Weighted least squares of one unknown, by hand: all masks without the part are alike, so the line is exact. */
    @Test
    void aRidgeShrinksAsItsFormulaSays() {
        int masks = 11;
        double away = Math.exp(-1 / .25);
        double weight = 1 + 10 * away;
        double spread = 1 * (10 * away / weight) * (10 * away / weight) + 10 * away / (weight * weight);
        double[] values =
                fit(ofOnes(1, x -> 3 * x[0]), masks, .5, 2).attribution().values();
        assertEquals(3 * spread / (spread + 2), values[0], 1e-12);
    }

    @Test
    void aNarrowWidthListensToWhatIsNear() {
        CoalitionFunction bent = ofOnes(10, x -> {
            double sum = Arrays.stream(x).sum();
            return sum > 7.5 ? 5 * (sum - 7.5) : 0;
        });
        double[] near = fit(bent, 2_000, .1, 0).attribution().values();
        double[] far = fit(bent, 2_000, 10, 0).attribution().values();
        assertTrue(Arrays.stream(near).sum() > 2 * Arrays.stream(far).sum());
    }

    @Test
    void fewerMasksThanPartsNeedARidge() {
        CoalitionFunction sum = ofOnes(20, x -> Arrays.stream(x).sum());
        String message = String.valueOf(assertThrows(CannotAnswerException.class, () -> fit(sum, 10, .5, 0))
                .getMessage());
        assertTrue(message.contains("20 parts"), message);
        assertEquals(20, fit(sum, 10, .5, 1).attribution().values().length);
    }

    @Test
    void reportsItsShareAndNoneWhereNothingMoves() {
        ExplanationRequest request =
                new ExplanationRequest(Query.of(0, IntStream.range(0, 12).toArray()), 30, 1);
        Explanation explanation = new Lime().explain(new CurvedTestModel(40, 5), request, JobContext.quiet());
        double share = explanation.figures().getOrDefault(Lime.R_SQUARED, Double.NaN);
        assertTrue(share > 0 && share < 1, "R squared " + share);
        assertTrue(explanation.convergenceDelta().isEmpty());
        Explanation flat = new Lime().explain(PopularityTestModel.of(40), request, JobContext.quiet());
        assertTrue(flat.figures().isEmpty());
        assertEquals(0, flat.sum());
    }
}
