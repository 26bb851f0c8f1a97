package vitrine.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vitrine.explain.gradient.InputXGradient;
import vitrine.explain.gradient.IntegratedGradients;
import vitrine.explain.gradient.Saliency;
import vitrine.explain.gradient.SmoothGrad;
import vitrine.explain.perturb.ExactShapley;
import vitrine.explain.perturb.KernelShap;
import vitrine.explain.perturb.Lime;
import vitrine.explain.perturb.Occlusion;
import vitrine.explain.perturb.PermutationShapley;
import vitrine.explain.perturb.VectorCoalition;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.network.DifferentiableFunction;
import vitrine.run.CancellationToken;
import vitrine.run.SeededRandom;

/** What each method promises of every function, on random networks. Networks compute in float: 1e-5 is rounding. */
class MethodLawsTest {
    private static final int NETWORKS = 25;
    private static final double ROUNDING = 2e-5;

    private enum Method {
        SALIENCY(false, true, true),
        INPUT_X_GRADIENT(false, true, true),
        SMOOTHGRAD(false, true, false),
        INTEGRATED_GRADIENTS(true, true, true),
        OCCLUSION(false, true, true),
        SHAPLEY(true, true, true),
        PERMUTATION_SHAPLEY(true, true, false),
        KERNEL_SHAP(true, true, true),
        KERNEL_SHAP_SAMPLED(true, false, false),
        LIME(false, false, false);

        private final boolean sums;
        private final boolean dummiesGetNothing;
        private final boolean twinsGetTheSame;

        Method(boolean sums, boolean dummiesGetNothing, boolean twinsGetTheSame) {
            this.sums = sums;
            this.dummiesGetNothing = dummiesGetNothing;
            this.twinsGetTheSame = twinsGetTheSame;
        }

        private Attribution of(DifferentiableFunction f, double[] point, double[] reference, long seed) {
            CancellationToken never = CancellationToken.NEVER;
            VectorCoalition coalition = VectorCoalition.ofCoordinates(f::value, point, reference);
            return switch (this) {
                case SALIENCY -> Saliency.attribute(f, point, reference);
                case INPUT_X_GRADIENT -> InputXGradient.attribute(f, point, reference);
                case SMOOTHGRAD ->
                    SmoothGrad.attribute(parted(f, point, reference), 20, .2, seed, never)
                            .attribution();
                case INTEGRATED_GRADIENTS -> IntegratedGradients.attribute(f, point, reference, 500, never);
                case OCCLUSION -> Occlusion.attribute(coalition, never);
                case SHAPLEY -> ExactShapley.attribute(coalition, never);
                case PERMUTATION_SHAPLEY ->
                    PermutationShapley.attribute(coalition, 20, seed, never).attribution();
                case KERNEL_SHAP ->
                    KernelShap.attribute(coalition, 2048, seed, never).attribution();
                case KERNEL_SHAP_SAMPLED ->
                    KernelShap.attribute(coalition, 60, seed, never).attribution();
                case LIME -> Lime.attribute(coalition, 200, .5, 1, seed, never).attribution();
            };
        }
    }

    private static PartedScore parted(DifferentiableFunction f, double[] point, double[] reference) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
        }
        return new PartedScore(parts, f, point, reference);
    }

    private static double[] random(long seed, String what) {
        SeededRandom random = SeededRandom.stream(seed, what, 0);
        double[] x = new double[RandomDense.INPUTS];
        for (int i = 0; i < x.length; i++) {
            x[i] = .1 * Math.round(20 * random.nextDouble() - 10);
        }
        x[RandomDense.OTHER_TWIN] = x[RandomDense.TWIN];
        return x;
    }

    private static Attribution of(Method method, long network) {
        return method.of(RandomDense.of(network), random(network, "point"), random(network, "reference"), network);
    }

    @ParameterizedTest
    @EnumSource
    void contributionsSumToTheScoreDifferenceWhereThatIsPromised(Method method) {
        double gap = 0;
        for (long network = 0; network < NETWORKS; network++) {
            gap = Math.max(gap, of(method, network).convergenceDelta());
        }
        assertEquals(method.sums, gap < 1e-4, "largest gap " + gap);
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyReadsGetsNothing(Method method) {
        for (long network = 0; network < NETWORKS && method.dummiesGetNothing; network++) {
            assertEquals(0, of(method, network).values()[RandomDense.DUMMY], ROUNDING, "network " + network);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadAlikeGetsTheSame(Method method) {
        for (long network = 0; network < NETWORKS && method.twinsGetTheSame; network++) {
            double[] values = of(method, network).values();
            assertEquals(values[RandomDense.TWIN], values[RandomDense.OTHER_TWIN], ROUNDING, "network " + network);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFunctionCountsNotHowItIsMade(Method method) {
        for (long network = 0; network < NETWORKS; network++) {
            double[] point = random(network, "point");
            double[] reference = random(network, "reference");
            double[] values = method.of(RandomDense.of(network), point, reference, network)
                    .values();
            double[] other = method.of(RandomDense.otherwiseMade(network), point, reference, network)
                    .values();
            assertArrayEquals(values, other, 5e-5, "network " + network);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeedDecidesAllDraws(Method method) {
        boolean draws = false;
        for (long network = 0; network < NETWORKS; network++) {
            double[] point = random(network, "point");
            double[] reference = random(network, "reference");
            double[] values =
                    method.of(RandomDense.of(network), point, reference, 1).values();
            assertArrayEquals(
                    values,
                    method.of(RandomDense.of(network), point, reference, 1).values());
            draws |= !Arrays.equals(
                    values,
                    method.of(RandomDense.of(network), point, reference, 2).values());
        }
        boolean sampled = method == Method.SMOOTHGRAD
                || method == Method.PERMUTATION_SHAPLEY
                || method == Method.KERNEL_SHAP_SAMPLED
                || method == Method.LIME;
        assertEquals(sampled, draws);
    }

    @Test
    void networksAreThoseTheLawsNeed() {
        for (long network = 0; network < NETWORKS; network++) {
            double[] x = random(network, "point");
            assertEquals(
                    RandomDense.of(network).value(x),
                    RandomDense.otherwiseMade(network).value(x),
                    1e-5);
            Attribution exact = of(Method.SHAPLEY, network);
            assertNotEquals(exact.score(), exact.referenceScore());
            assertTrue(Arrays.stream(exact.values())
                            .filter(v -> Math.abs(v) > 1e-4)
                            .count()
                    > 2);
        }
    }
}
