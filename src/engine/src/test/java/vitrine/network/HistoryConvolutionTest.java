package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vitrine.network.HistoryConvolutionFixture.Question;

class HistoryConvolutionTest {
    /** Relative, with a floor: float32 sums of some thousand terms against double. */
    private static void assertClose(double expected, double actual, double tolerance, String what) {
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
    }

    @ParameterizedTest
    @CsvSource({"21,16,32,3,1", "6,4,8,5,2", "2,3,5,1,3", "1,8,4,3,4"})
    void scoreAndEveryDerivativeAgreeWithTheOracle(int positions, int width, int filters, int kernel, long seed) {
        var fixture = new HistoryConvolutionFixture(positions, width, filters, kernel, 30, seed);
        var fused = new HistoryConvolution(fixture.shape, fixture.parameters);
        for (int round = 0; round < 2; round++) {
            Question q = fixture.question(true);
            int candidate = fixture.random.nextInt(fixture.rows);
            var oracle = oracle(fixture, q, candidate);
            Map<String, double[]> layers = oracle.run();

            var gradient = new HistoryConvolutionGradient(fused, 1, true);
            gradient.clear();
            ask(gradient.question(), q);
            double score = gradient.score(candidate);
            gradient.pull(0, candidate, 1f);

            assertClose(layers.get("score")[0], score, 1e-5, "score");
            for (int p = 0; p < q.slots(); p++) {
                assertClose(oracle.derivative(oracle.input("weights"), p), gradient.weights[p], 2e-4, "weight " + p);
            }
            Parameters dense = Parameters.zeros(fixture.network);
            gradient.addTo(dense);
            for (String name : new String[] {"conv1d.weight", "conv1d.bias", "score.weight", "score.bias"}) {
                float[] ours = dense.values(name);
                for (int i = 0; i < ours.length; i += 1 + ours.length / 20) {
                    assertClose(oracle.derivative(oracle.parameter(name), i), ours[i], 2e-4, name + " " + i);
                }
            }
            float[] table = new float[fixture.rows * width];
            for (int p = 0; p < q.slots(); p++) {
                Vectors.axpy(1f, gradient.tokens[p], 0, table, q.tokens()[p] * width, width);
            }
            Vectors.axpy(1f, gradient.candidates[0], 0, table, candidate * width, width);
            for (int i = 0; i < table.length; i += 1 + table.length / 60) {
                assertClose(oracle.derivative(oracle.parameter("vectors"), i), table[i], 2e-4, "table " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"21,16,32,3,5", "6,4,8,5,6"})
    void theFusedKernelEqualsThePlainExecutorForAPositiveWithItsNegatives(
            int positions, int width, int filters, int kernel, long seed) {
        var fixture = new HistoryConvolutionFixture(positions, width, filters, kernel, 50, seed);
        var fused = new HistoryConvolution(fixture.shape, fixture.parameters);
        int[] candidates = {3, 17, 17, 40, 8};
        float[] ds = {-0.7f, 0.2f, 0.1f, 0.4f, -0.3f};
        Question q = fixture.question(false);

        var executor = new Executor(fixture.network, fixture.parameters, candidates.length);
        for (int c = 0; c < candidates.length; c++) {
            System.arraycopy(q.tokens(), 0, executor.ids("tokens"), c * positions, positions);
            System.arraycopy(q.weights(), 0, executor.values("weights"), c * positions, positions);
            executor.values("slots")[c] = q.slots();
            executor.ids("candidate")[c] = candidates[c];
        }
        executor.forward(candidates.length);
        System.arraycopy(ds, 0, executor.gradients("score"), 0, ds.length);
        Parameters expected = Parameters.zeros(fixture.network);
        executor.backward(candidates.length, expected);

        var gradient = new HistoryConvolutionGradient(fused, candidates.length, false);
        gradient.clear();
        ask(gradient.question(), q);
        for (int c = 0; c < candidates.length; c++) {
            assertEquals(executor.values("score")[c], gradient.score(candidates[c]), 1e-4f);
            gradient.pull(c, candidates[c], ds[c]);
        }
        Parameters actual = Parameters.zeros(fixture.network);
        gradient.addTo(actual);
        float[] table = actual.values("vectors");
        for (int p = 0; p < q.slots(); p++) {
            Vectors.axpy(1f, gradient.tokens[p], 0, table, q.tokens()[p] * width, width);
        }
        for (int c = 0; c < candidates.length; c++) {
            Vectors.axpy(1f, gradient.candidates[c], 0, table, candidates[c] * width, width);
        }
        for (String name : expected.tensors().keySet()) {
            assertArrayEquals(expected.values(name), actual.values(name), 1e-4f, name);
        }
    }

    @ParameterizedTest
    @CsvSource({"21,16,32,3,1", "6,4,8,5,2", "2,3,5,1,3", "1,8,4,3,4", "9,5,7,7,5", "12,300,512,3,6"})
    void aCandidateScoresTheSameAloneAndAmongMany(int positions, int width, int filters, int kernel, long seed) {
        var fixture = new HistoryConvolutionFixture(positions, width, filters, kernel, 30, seed);
        var fused = new HistoryConvolution(fixture.shape, fixture.parameters);
        for (int many : new int[] {1, 15, 16, 191, 192, 193, 500}) {
            Question q = fixture.question(true);
            var scratch = fused.newScratch();
            ask(scratch, q);
            int[] candidates = new int[many];
            Arrays.setAll(candidates, i -> fixture.random.nextInt(fixture.rows));
            double[] scores = new double[many];
            fused.score(scratch, candidates, scores);
            for (int i = 0; i < many; i++) {
                assertClose(fused.score(scratch, candidates[i]), scores[i], 1e-5, "candidate " + i + " of " + many);
            }
            double[] alone = new double[1];
            fused.score(scratch, new int[] {candidates[0]}, alone);
            assertEquals(alone[0], scores[0], "alone");
            double[] reversed = new double[many];
            int[] backwards = new int[many];
            Arrays.setAll(backwards, i -> candidates[many - 1 - i]);
            fused.score(scratch, backwards, reversed);
            for (int i = 0; i < many; i++) {
                assertEquals(scores[i], reversed[many - 1 - i], "whatever stands beside it");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void weightZeroEqualsAnEmptySlotWhateverStoodThere(long seed) {
        var fixture = new HistoryConvolutionFixture(8, 4, 6, 3, 30, seed);
        var fused = new HistoryConvolution(fixture.shape, fixture.parameters);
        var scratch = fused.newScratch();
        Question q = fixture.question(false);
        ask(scratch, q);
        int masked = q.slots() - 1;
        scratch.weights[masked] = 0f;
        float before = fused.score(scratch, 7);
        scratch.token(masked, (q.tokens()[masked] + 1) % fixture.rows, 0f);
        assertEquals(before, fused.score(scratch, 7));
    }

    private static void ask(HistoryConvolution.Scratch scratch, Question q) {
        scratch.slots = q.slots();
        for (int p = 0; p < q.slots(); p++) {
            scratch.token(p, q.tokens()[p], q.weights()[p]);
        }
    }

    private static NaiveInterpreter oracle(HistoryConvolutionFixture fixture, Question q, int candidate) {
        var oracle = new NaiveInterpreter(fixture.network, fixture.parameters);
        oracle.ids("tokens", q.tokens());
        oracle.ids("candidate", candidate);
        oracle.input("weights", NaiveInterpreter.widen(q.weights()));
        oracle.input("slots", q.slots());
        return oracle;
    }
}
