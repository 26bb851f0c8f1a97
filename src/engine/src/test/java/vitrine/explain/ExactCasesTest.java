package vitrine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vitrine.explain.gradient.InputXGradient;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.gradient.Saliency;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.KernelShap;
import vitrine.explain.perturb.Occlusion;
import vitrine.explain.perturb.PermutationShapley;
import vitrine.explain.perturb.VectorCoalition;
import vitrine.network.DifferentiableFunction;
import vitrine.network.NetworkFunction;
import vitrine.network.ReferenceNets;
import vitrine.run.CancellationToken;

/** The literature's small cases, on networks of layer records run by the product's own executor. */
class ExactCasesTest {
    private static final NetworkFunction ML = ReferenceNets.ml().function(0);

    private static Attribution integrate(DifferentiableFunction f, double... point) {
        return IntegratedGradients.attribute(f, point, new double[point.length], 50, CancellationToken.NEVER);
    }

    private static double[] shapley(double[] reference, int[][] groups, double... point) {
        return ExactShapley.attribute(new VectorCoalition(ML::value, point, reference, groups), CancellationToken.NEVER)
                .values();
    }

    private static double[] kernelShap(double[] reference, double... point) {
        VectorCoalition net = VectorCoalition.ofCoordinates(ML::value, point, reference);
        return KernelShap.attribute(net, 16, 0, CancellationToken.NEVER)
                .attribution()
                .values();
    }

    private static double[] occlude(DifferentiableFunction f, double... point) {
        return Occlusion.attribute(
                        VectorCoalition.ofCoordinates(f::value, point, new double[point.length]),
                        CancellationToken.NEVER)
                .values();
    }

    @Test
    void integratedGradientsOfTheReferenceNet() {
        Attribution a = integrate(ML, 0, 100, 0);
        assertArrayEquals(new double[] {0, 390, 0}, a.values(), 1e-9);
        assertEquals(392, a.score());
        assertEquals(2, a.referenceScore());
    }

    @Test
    void shapleyValuesOfTheReferenceNet() {
        int[][] single = {{0}, {1}, {2}};
        int[][] grouped = {{0, 1}, {2}};
        double[] zero = new double[3];
        assertArrayEquals(new double[] {230 / 3.0, 590 / 3.0, 350 / 3.0}, shapley(zero, single, 20, 50, 30), 1e-9);
        assertArrayEquals(new double[] {7, 32.5, 10.5}, shapley(zero, single, 2, 10, 3), 1e-9);
        assertArrayEquals(new double[] {275, 115}, shapley(zero, grouped, 20, 50, 30), 1e-9);
        assertArrayEquals(new double[] {248, 104}, shapley(new double[] {4, 4, 4}, grouped, 20, 50, 30), 1e-9);
    }

    @Test
    void kernelShapOfTheReferenceNet() {
        assertArrayEquals(new double[] {7, 32.5, 10.5}, kernelShap(new double[3], 2, 10, 3), 1e-9);
        assertArrayEquals(new double[] {40, 120, 80}, kernelShap(new double[] {10, 20, 10}, 20, 50, 30), 1e-9);
    }

    @Test
    void sampledShapleyValuesOfTheReferenceNetAreWithinTheirError() {
        double[] exact = {7, 32.5, 10.5};
        VectorCoalition net = VectorCoalition.ofCoordinates(ML::value, new double[] {2, 10, 3}, new double[3]);
        for (long seed = 0; seed < 20; seed++) {
            SampledAttribution sampled = PermutationShapley.attribute(net, 100, seed, CancellationToken.NEVER);
            for (int i = 0; i < exact.length; i++) {
                double error = Math.abs(sampled.attribution().values()[i] - exact[i]);
                assertTrue(error <= 4 * sampled.standardErrors()[i] + 1e-9, "seed " + seed + ", part " + i);
            }
        }
    }

    @Test
    void gradientsOfTheReferenceNetAtThePoint() {
        double[] point = {0, 100, 0};
        assertArrayEquals(
                new double[] {0, 400, 0},
                InputXGradient.attribute(ML, point, new double[3]).values());
        assertArrayEquals(
                new double[] {0, 4, 0},
                Saliency.attribute(ML, point, new double[3]).values());
        assertArrayEquals(
                new double[] {4, 4, 4},
                Saliency.attribute(ML, point, new double[] {-1, -1, -1}).values());
    }

    @Test
    void ablationsOfTheReferenceNet() {
        assertArrayEquals(new double[] {8, 35, 12}, occlude(ML, 2, 10, 3));
        assertArrayEquals(new double[] {80, 200, 120}, occlude(ML, 20, 50, 30));
    }

    @Test
    void twoNetworksOfOneFunctionGetTheSameIntegratedGradients() {
        NetworkFunction outside = ReferenceNets.shiftedOutside().function(0);
        NetworkFunction inside = ReferenceNets.shiftedInside().function(0);
        assertArrayEquals(new double[] {1.5, -.5}, integrate(outside, 3, 1).values(), 1e-9);
        assertArrayEquals(new double[] {1.5, -.5}, integrate(inside, 3, 1).values(), 1e-9);
        assertArrayEquals(new double[] {1, -1}, occlude(outside, 3, 1));
        for (NetworkFunction either : new NetworkFunction[] {outside, inside}) {
            assertArrayEquals(
                    new double[] {3, -1},
                    InputXGradient.attribute(either, new double[] {3, 1}, new double[2])
                            .values());
        }
    }
}
