package vitrine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.run.SeededRandom;

class LossTest {
    private static final double LOG_2 = Math.log(2);

    /** A network whose output is its input. */
    private static Network echo(int width) {
        return new Network(List.of(
                new Layer.IdInput("ids", 3),
                new Layer.ValueInput("counts", 3, 1),
                new Layer.ValueInput("mean", 1, 2),
                new Layer.ValueInput("logVariance", 1, 2),
                new Layer.ValueInput("z", 1, width),
                new Layer.Activate("out", "z", Activation.IDENTITY)));
    }

    private static final class Bench {
        final Executor batch;
        final Targets targets;
        final Loss.Term term;

        Bench(Loss loss, int width, int examples) {
            Network network = echo(width);
            batch = new Executor(network, Parameters.zeros(network), examples);
            targets = loss.targets(network, examples);
            term = loss.over(network, batch, targets);
        }

        double pull(float... logits) {
            System.arraycopy(logits, 0, batch.values("out"), 0, logits.length);
            java.util.Arrays.fill(batch.gradients("out"), 0f);
            return term.pull(0, 1f);
        }

        float[] gradient() {
            return batch.gradients("out");
        }
    }

    @Test
    void binaryCrossEntropyHasItsClosedFormAndNoOverflow() {
        Bench bench = new Bench(new BinaryCrossEntropy(), 1, 1);
        bench.targets.labels()[0] = 1;
        assertEquals(LOG_2, bench.pull(0), 1e-15);
        assertEquals(-0.5, bench.gradient()[0]);
        assertEquals(200, bench.pull(-200), 1e-12);
        assertEquals(-1, bench.gradient()[0]);
        assertEquals(0, bench.pull(200), 1e-80);
        assertEquals(0, bench.gradient()[0]);
        bench.targets.labels()[0] = 0.25f;
        assertEquals(LOG_2, bench.pull(0), 1e-15);
        assertEquals(0.25, bench.gradient()[0]);
    }

    @Test
    void softmaxCrossEntropyOfEqualLogitsIsTheLogarithmOfTheirNumber() {
        Bench bench = new Bench(new SoftmaxCrossEntropy(), 4, 1);
        bench.targets.classes()[0] = 2;
        assertEquals(Math.log(4), bench.pull(300, 300, 300, 300), 1e-12);
        assertEquals(0.25, bench.gradient()[0], 1e-7);
        assertEquals(-0.75, bench.gradient()[2], 1e-7);
        assertEquals(600, bench.pull(300, 0, -300, 0), 1e-9);
        bench.targets.classes()[0] = 4;
        String message = assertThrows(IndexOutOfBoundsException.class, () -> bench.pull(0))
                .getMessage();
        assertTrue(message.startsWith("layer out"), message);
    }

    @Test
    void rankingOfEqualScoresLosesLogTwoAPairAndOnlyDifferencesCount() {
        Bench bench = new Bench(new BayesianPersonalisedRanking(2), 1, 3);
        assertEquals(2 * LOG_2, bench.pull(7, 7, 7), 1e-12);
        assertEquals(-1, bench.gradient()[0]);
        assertEquals(0.5, bench.gradient()[1]);
        assertEquals(bench.pull(1, 2, -3), bench.pull(101, 102, 97), 1e-12);
        assertEquals(4, new BayesianPersonalisedRanking(2).terms(6));
        assertThrows(IllegalArgumentException.class, () -> new BayesianPersonalisedRanking(0));
        assertThrows(IllegalArgumentException.class, () -> new Bench(new BayesianPersonalisedRanking(2), 2, 3));
    }

    @Test
    void aSampleOfAllClassesIsTheWholeSoftmax() {
        Bench whole = new Bench(new SoftmaxCrossEntropy(), 3, 1);
        whole.targets.classes()[0] = 1;
        Bench sampled = new Bench(new SampledSoftmax("ids", 3), 3, 1);
        System.arraycopy(new int[] {1, 0, 2}, 0, sampled.batch.ids("ids"), 0, 3);
        assertEquals(whole.pull(0.5f, -1, 2), sampled.pull(-1, 0.5f, 2), 1e-6);
        assertEquals(whole.gradient()[1], sampled.gradient()[0], 1e-6);
        assertEquals(whole.gradient()[0], sampled.gradient()[1], 1e-6);
    }

    /** The sum inside the logarithm is exp(loss) times the right class's own power. */
    @Test
    void theCorrectedSumOverDrawnClassesHasTheWholeSumAsItsExpectation() {
        float[] z = {0.3f, -1.2f, 2.1f, 0.7f};
        double[] chance = {0, 0.2, 0.5, 0.3};
        double whole = 0;
        double expected = 0;
        Bench bench = new Bench(new SampledSoftmax("ids", 3), 3, 1);
        for (int i = 0; i < z.length; i++) {
            whole += Math.exp(z[i]);
            for (int j = 1; i > 0 && j < z.length; j++) {
                System.arraycopy(new int[] {0, i, j}, 0, bench.batch.ids("ids"), 0, 3);
                bench.targets.labels()[1] = (float) Math.log(2 * chance[i]);
                bench.targets.labels()[2] = (float) Math.log(2 * chance[j]);
                expected += chance[i] * chance[j] * Math.exp(bench.pull(z[0], z[i], z[j]) + z[0]);
            }
        }
        assertEquals(whole, expected, 1e-5);
    }

    @Test
    void aDrawnClassThatIsTheRightOneDoesNotCountAndAnEmptyGroupLosesNothing() {
        Bench bench = new Bench(new SampledSoftmax("ids", 3), 3, 1);
        System.arraycopy(new int[] {2, 2, 1}, 0, bench.batch.ids("ids"), 0, 3);
        assertEquals(LOG_2, bench.pull(5, 9, 5), 1e-6);
        assertEquals(0, bench.gradient()[1]);
        bench.batch.ids("ids")[0] = -1;
        assertEquals(0, bench.pull(5, 9, 5));
        assertEquals(0, bench.gradient()[2]);
        assertThrows(IllegalArgumentException.class, () -> new SampledSoftmax("ids", 1));
        assertThrows(IllegalArgumentException.class, () -> new Bench(new SampledSoftmax("ids", 2), 3, 1));
    }

    @Test
    void theDivergenceOfTheStandardNormalFromItselfIsZero() {
        Bench bench = new Bench(new MultinomialLikelihood("ids", "counts", "mean", "logVariance", 0.2), 4, 1);
        assertEquals(0, bench.pull(1, 2, 3, 4), 1e-12);
        bench.batch.values("counts")[1] = 2;
        bench.batch.ids("ids")[1] = 3;
        assertEquals(2 * Math.log(4), bench.pull(5, 5, 5, 5), 1e-6);
        assertEquals(2 * 0.25 - 2, bench.gradient()[3], 1e-6);
        bench.batch.values("mean")[0] = 3;
        bench.targets.divergence()[0] = 0.5f;
        assertEquals(2 * Math.log(4) + 0.2 * 0.5 * 4.5, bench.pull(5, 5, 5, 5), 1e-6);
        assertEquals(0.2 * 0.5 * 3, bench.batch.gradients("mean")[0], 1e-6);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Bench(new MultinomialLikelihood("ids", "mean", "mean", "logVariance", 1), 4, 1));
        assertThrows(IllegalArgumentException.class, () -> new MultinomialLikelihood("i", "w", "m", "v", -1));
    }

    @Test
    void aColumnOutsideTheRowIsRefused() {
        Bench bench = new Bench(new MultinomialLikelihood("ids", "counts", "mean", "logVariance", 1), 4, 1);
        bench.batch.values("counts")[0] = 1;
        bench.batch.ids("ids")[0] = 4;
        assertThrows(IndexOutOfBoundsException.class, () -> bench.pull(1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void derivativesAreTheDifferencesOfTheFormulas(long seed) {
        SeededRandom random = new SeededRandom(seed);
        float[] z = new float[5];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (3 * random.nextGaussian());
        }
        Bench binary = new Bench(new BinaryCrossEntropy(), 5, 1);
        binary.targets.labels()[1] = 1;
        compare(binary, z, logits -> {
            double sum = 0;
            for (int i = 0; i < logits.length; i++) {
                double p = 1 / (1 + Math.exp(-logits[i]));
                sum -= i == 1 ? Math.log(p) : Math.log(1 - p);
            }
            return sum;
        });
        Bench softmax = new Bench(new SoftmaxCrossEntropy(), 5, 1);
        softmax.targets.classes()[0] = 3;
        compare(softmax, z, logits -> -Math.log(share(logits, 3)));
        Bench multinomial = new Bench(new MultinomialLikelihood("ids", "counts", "mean", "logVariance", 1), 5, 1);
        System.arraycopy(new int[] {4, 0, 2}, 0, multinomial.batch.ids("ids"), 0, 3);
        System.arraycopy(new float[] {1, 0, 0.5f}, 0, multinomial.batch.values("counts"), 0, 3);
        compare(multinomial, z, logits -> -Math.log(share(logits, 4)) - 0.5 * Math.log(share(logits, 2)));
    }

    private static double share(double[] logits, int right) {
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        return Math.exp(logits[right]) / sum;
    }

    private static void compare(Bench bench, float[] z, ToDoubleFunction<double[]> formula) {
        double[] x = NaiveInterpreter.widen(z);
        assertEquals(formula.applyAsDouble(x), bench.pull(z), 1e-6);
        for (int i = 0; i < x.length; i++) {
            double kept = x[i];
            x[i] = kept + 1e-5;
            double up = formula.applyAsDouble(x);
            x[i] = kept - 1e-5;
            double down = formula.applyAsDouble(x);
            x[i] = kept;
            assertEquals((up - down) / 2e-5, bench.gradient()[i], 1e-6);
        }
    }
}
