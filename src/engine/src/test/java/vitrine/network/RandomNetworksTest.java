package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.run.SeededRandom;

/** The float kernels against the double-precision oracle and its central differences, away from kinks. */
class RandomNetworksTest {
    private static final int NETWORKS = 60;
    private static final int SAMPLES = 4;

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    private static RandomBatch batch(long seed) {
        return new RandomBatch(RandomNetworks.of(seed), 1 + (int) (seed % 5), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLayerPutsOutWhatTheOracleDoes(long seed) {
        RandomBatch batch = batch(seed);
        Executor executor = new Executor(batch.network, batch.parameters, batch.examples);
        batch.fill(executor::ids, executor::values);
        executor.forward(batch.examples);
        for (int e = 0; e < batch.examples; e++) {
            for (Map.Entry<String, double[]> layer : batch.oracle(e).run().entrySet()) {
                if (batch.network.layers().stream()
                        .anyMatch(l -> l instanceof Layer.IdInput && l.name().equals(layer.getKey()))) {
                    continue;
                }
                double[] expected = layer.getValue();
                double scale = 1
                        + java.util.Arrays.stream(expected).map(Math::abs).max().orElse(0);
                for (int i = 0; i < expected.length; i++) {
                    float actual = executor.values(layer.getKey())[e * expected.length + i];
                    assertEquals(
                            expected[i],
                            actual,
                            1e-5 * scale,
                            layer.getKey() + "[" + i + "] of " + batch.network.layers());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDerivativeIsTheOraclesDifference(long seed) {
        RandomBatch batch = batch(seed);
        Executor executor = new Executor(batch.network, batch.parameters, batch.examples);
        batch.fill(executor::ids, executor::values);
        Pull pull = new Pull(batch, seed);
        executor.forward(batch.examples);
        System.arraycopy(pull.floats, 0, executor.gradients("out"), 0, pull.floats.length);
        Parameters gradients = Parameters.zeros(batch.network);
        executor.backward(batch.examples, gradients);
        SeededRandom random = new SeededRandom(seed);
        Comparison comparison = new Comparison();
        for (Layer layer : batch.network.layers()) {
            int size = batch.network.shape(layer.name()).size();
            for (int s = 0; s < SAMPLES && !(layer instanceof Layer.IdInput); s++) {
                int e = random.nextInt(batch.examples);
                int i = random.nextInt(size);
                NaiveInterpreter oracle = batch.oracle(e);
                comparison.check(
                        layer.toString(),
                        by -> pull.of(e, oracle.run(layer.name(), i, by).get("out")),
                        executor.gradients(layer.name())[e * size + i]);
            }
        }
        for (String tensor : batch.parameters.tensors().keySet()) {
            for (int s = 0; s < SAMPLES; s++) {
                int i = random.nextInt(gradients.values(tensor).length);
                comparison.check(
                        tensor, by -> pull.afterMoving(tensor, i, by), gradients.values(tensor)[i]);
            }
        }
        assertTrue(comparison.compared > 4 * comparison.kinks, comparison.kinks + " kinks");
    }

    @Test
    void everyKindOfLayerIsAmongThem() {
        Set<String> seen = new HashSet<>();
        seeds().forEach(seed -> RandomNetworks.of(seed)
                .layers()
                .forEach(layer -> seen.add(layer.getClass().getSimpleName())));
        for (Class<?> kind : Layer.class.getPermittedSubclasses()) {
            assertTrue(seen.contains(kind.getSimpleName()), kind.getSimpleName());
        }
    }

    /** A random weighted sum of all outputs of a batch, and what the oracle makes of it. */
    private static final class Pull {
        final float[] floats;
        private final RandomBatch batch;

        Pull(RandomBatch batch, long seed) {
            SeededRandom random = SeededRandom.stream(seed, "pull", 0);
            this.batch = batch;
            this.floats = new float[batch.examples * batch.network.shape("out").size()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) random.nextGaussian();
            }
        }

        double of(int example, double[] out) {
            double sum = 0;
            for (int i = 0; i < out.length; i++) {
                sum += floats[example * out.length + i] * out[i];
            }
            return sum;
        }

        double afterMoving(String tensor, int index, double by) {
            double sum = 0;
            for (int e = 0; e < batch.examples; e++) {
                NaiveInterpreter oracle = batch.oracle(e);
                oracle.parameter(tensor)[index] += by;
                sum += of(e, oracle.run().get("out"));
            }
            return sum;
        }
    }

    private static final class Comparison {
        private static final double STEP = 1e-6;
        int compared;
        int kinks;

        void check(String what, DoubleUnaryOperator function, double actual) {
            double here = function.applyAsDouble(0);
            double right = (function.applyAsDouble(STEP) - here) / STEP;
            double left = (here - function.applyAsDouble(-STEP)) / STEP;
            double nearer = (function.applyAsDouble(STEP / 16) - here) / (STEP / 16);
            // Where the two sides disagree there is a kink, such as a maximum of two equal numbers; where a nearer look
            // does,
            // something smaller than the step, such as a unit vector made of zeros.
            double tolerance = 1e-4 * (1 + Math.abs(right));
            if (Math.abs(right - left) > tolerance || Math.abs(right - nearer) > 10 * tolerance) {
                kinks++;
                return;
            }
            compared++;
            double expected = (right + left) / 2;
            assertEquals(expected, actual, 1e-4 * (1 + Math.abs(expected)), what);
        }
    }
}
