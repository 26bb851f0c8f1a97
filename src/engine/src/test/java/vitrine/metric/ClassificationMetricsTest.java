package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

class ClassificationMetricsTest {
    @Test
    void aucIsTheShareOfPairsInTheRightOrder() {
        SeededRandom random = new SeededRandom(4);
        double[] scores = new double[60];
        boolean[] positive = new boolean[60];
        for (int i = 0; i < 60; i++) {
            scores[i] = random.nextInt(10);
            positive[i] = random.nextInt(3) == 0;
        }
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
                }
            }
        }
        assertEquals(right / pairs, Auc.of(scores, positive), 1e-12);
    }

    @Test
    void aucOfOneClassIsUndefined() {
        assertTrue(Double.isNaN(Auc.of(new double[] {1, 2}, new boolean[2])));
        assertTrue(Double.isNaN(Auc.of(new double[] {1}, new boolean[] {true})));
        assertThrows(IllegalArgumentException.class, () -> Auc.of(new double[1], new boolean[2]));
    }

    @Test
    void logLossIsTheCrossEntropyOfTheSigmoid() {
        for (double logit : new double[] {-3, -.5, 0, .5, 3}) {
            double p = 1 / (1 + Math.exp(-logit));
            assertEquals(-Math.log(p), LogLoss.of(logit, true), 1e-12);
            assertEquals(-Math.log(1 - p), LogLoss.of(logit, false), 1e-12);
        }
        assertEquals(
                (LogLoss.of(1, true) + LogLoss.of(2, false)) / 2,
                LogLoss.of(new double[] {1, 2}, new boolean[] {true, false}),
                1e-12);
    }

    @Test
    void logLossStaysFiniteAtLargeLogits() {
        assertEquals(1000, LogLoss.of(-1000, true));
        assertEquals(0, LogLoss.of(1000, true));
        assertEquals(Math.exp(-40), LogLoss.of(40, true), 1e-30);
        assertThrows(IllegalArgumentException.class, () -> LogLoss.of(new double[0], new boolean[0]));
    }

    @Test
    void accuracyHasItsYardstick() {
        double[] logits = {2, -1, .1, -3, 0};
        boolean[] positive = {true, true, false, false, false};
        assertEquals(.6, Accuracy.of(logits, positive));
        assertEquals(.6, Accuracy.alwaysNo(positive));
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(new double[1], new boolean[2]));
    }
}
