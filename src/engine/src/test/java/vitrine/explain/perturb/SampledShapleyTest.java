package vitrine.explain.perturb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.SampleMeans;
import vitrine.explain.SampledAttribution;
import vitrine.model.Query;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

/** Estimates of Shapley values against the values. */
class SampledShapleyTest {
    private static final CancellationToken NEVER = CancellationToken.NEVER;

    /** A worth drawn for every subset: no structure an estimate could lean on. */
    private record RandomGame(int parts, double[] worth) implements CoalitionFunction {
        static RandomGame of(int parts, long seed) {
            SeededRandom random = new SeededRandom(seed);
            double[] worth = new double[1 << parts];
            for (int subset = 0; subset < worth.length; subset++) {
                worth[subset] = random.nextGaussian() + Integer.bitCount(subset);
            }
            return new RandomGame(parts, worth);
        }

        @Override
        public double value(boolean[] present) {
            int subset = 0;
            for (int i = 0; i < parts; i++) {
                subset |= present[i] ? 1 << i : 0;
            }
            return worth[subset];
        }
    }

    private static double[] exact(CoalitionFunction game) {
        return ExactShapley.attribute(game, NEVER).values();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 11})
    void kernelShapOverAllCoalitionsIsExact(int parts) {
        for (long seed = 0; seed < 5; seed++) {
            RandomGame game = RandomGame.of(parts, seed);
            KernelShap.Fit fit = KernelShap.attribute(game, 2048, seed, NEVER);
            assertArrayEquals(exact(game), fit.attribution().values(), 1e-9);
            assertEquals(parts < 2 ? 0 : (1 << parts) - 2, fit.asked());
        }
    }

    @Test
    void kernelShapStaysInItsBudgetAndNearsTheValuesAsItGrows() {
        double few = 0;
        double many = 0;
        for (long seed = 0; seed < 20; seed++) {
            RandomGame game = RandomGame.of(10, seed);
            few += error(game, 80, seed);
            many += error(game, 640, seed);
            assertTrue(KernelShap.attribute(game, 200, seed, NEVER).asked() <= 200);
            assertEquals(40, KernelShap.attribute(game, 16, seed, NEVER).asked(), "at least four a part");
        }
        assertTrue(many < few / 2, many + " against " + few);
    }

    private static double error(RandomGame game, int coalitions, long seed) {
        double[] exact = exact(game);
        double[] values = KernelShap.attribute(game, coalitions, seed, NEVER)
                .attribution()
                .values();
        return IntStream.range(0, exact.length)
                .mapToDouble(i -> Math.abs(values[i] - exact[i]))
                .sum();
    }

    @Test
    void permutationsAreWithinFourStandardErrorsAndTheErrorsAreNotTooWide() {
        double squares = 0;
        int values = 0;
        for (long seed = 0; seed < 40; seed++) {
            RandomGame game = RandomGame.of(9, seed);
            double[] exact = exact(game);
            SampledAttribution sampled = PermutationShapley.attribute(game, 200, seed, NEVER);
            assertEquals(0, sampled.attribution().convergenceDelta(), 1e-9);
            for (int i = 0; i < exact.length; i++) {
                double z = (sampled.attribution().values()[i] - exact[i]) / sampled.standardErrors()[i];
                assertTrue(Math.abs(z) < 4, "game " + seed + ", part " + i + ": " + z);
                squares += z * z;
                values++;
            }
        }
        assertEquals(1, squares / values, .25, "the mean square of errors in standard errors");
    }

    @Test
    void permutationsAreUnbiased() {
        RandomGame game = RandomGame.of(8, 77);
        SampleMeans means = new SampleMeans(8);
        for (long seed = 0; seed < 2_000; seed++) {
            means.add(PermutationShapley.attribute(game, 2, seed, NEVER)
                    .attribution()
                    .values());
        }
        double[] exact = exact(game);
        for (int i = 0; i < exact.length; i++) {
            assertEquals(exact[i], means.means()[i], 4 * means.standardErrors()[i]);
        }
    }

    @Test
    void pairsOfOrdersAreExactForPartsThatInteractByTwos() {
        CoalitionFunction game = new CoalitionFunction() {
            @Override
            public int parts() {
                return 6;
            }

            @Override
            public double value(boolean[] present) {
                double sum = 0;
                for (int i = 0; i < present.length; i++) {
                    for (int j = 0; j <= i; j++) {
                        sum += present[i] && present[j] ? Math.sin(7 * i + 3 * j) : 0;
                    }
                }
                return sum;
            }
        };
        SampledAttribution sampled = PermutationShapley.attribute(game, 2, 5, NEVER);
        assertArrayEquals(exact(game), sampled.attribution().values(), 1e-12);
        assertArrayEquals(new double[6], sampled.standardErrors(), 1e-12);
    }

    @Test
    void anExplanationCarriesTheErrorsOfWhatWasSampledAndNoneOfWhatIsAbsent() {
        Query query =
                Query.of(Query.UNKNOWN_USER, IntStream.range(0, 14).toArray()).withWeight(3, 0);
        CurvedTestModel model = new CurvedTestModel(40, 5);
        ExplanationRequest request = new ExplanationRequest(query, 30, 9, Map.of("pairs", 10.0));
        Explanation explanation = new PermutationShapley().explain(model, request, JobContext.quiet());
        assertEquals(15, explanation.contributions().size());
        for (int i = 0; i < 15; i++) {
            boolean absent = i == 3 || i == 14;
            assertEquals(
                    absent, explanation.contributions().get(i).standardError().isEmpty(), "part " + i);
            assertEquals(absent, explanation.contributions().get(i).value() == 0, "part " + i);
        }
        assertEquals(explanation.score() - explanation.referenceScore(), explanation.sum(), 1e-9);
        assertFalse(explanation.convergenceDelta().isEmpty());
        Explanation kernel = new KernelShap()
                .explain(model, new ExplanationRequest(query, 30, 9, Map.of("coalitions", 300.0)), JobContext.quiet());
        assertTrue(kernel.figures().getOrDefault(KernelShap.ASKED, 0.0) > 200);
    }

    @Test
    void bothStopWhenCancelled() {
        ExplanationRequest request = new ExplanationRequest(Query.of(0, 1), 2, 5);
        JobContext cancelled = new JobContext(Progress.NONE, () -> true, 1);
        CurvedTestModel model = new CurvedTestModel(9, 1);
        assertThrows(CancelledException.class, () -> new PermutationShapley().explain(model, request, cancelled));
        assertThrows(CancelledException.class, () -> new KernelShap().explain(model, request, cancelled));
        assertThrows(CancelledException.class, () -> new Lime().explain(model, request, cancelled));
    }
}
