package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final double[] SCORES = {2, -1, .5, 0, Double.NEGATIVE_INFINITY};

    @Test
    void theProbabilitiesOfAQuestionAddUpToOneAndKeepItsOrder() {
        double[] p = new Calibration(.7, 100).probabilities(SCORES);
        assertEquals(1, Arrays.stream(p).sum(), 1e-12);
        assertTrue(p[0] > p[2] && p[2] > p[3] && p[3] > p[1] && p[1] > p[4] && p[4] == 0);
    }

    @Test
    void oddsAreTheExponentialOfTheSlopeTimesTheDifference() {
        double[] p = new Calibration(.7, 100).probabilities(SCORES);
        assertEquals(Math.exp(.7 * 3), p[0] / p[1], 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e9, -50, 3, 1e9})
    void aConstantAddedToAllScoresChangesNothing(double shift) {
        double[] shifted = Arrays.stream(SCORES).map(s -> s + shift).toArray();
        assertEquals(
                new Calibration(1, 100).probabilities(SCORES)[0],
                new Calibration(1, 100).probabilities(shifted)[0],
                1e-6);
    }

    @Test
    void scoresThatAreNoNumbersHaveNoProbability() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            for (double p : new Calibration(1, 100).probabilities(new double[] {0, bad, 1})) {
                assertTrue(Double.isNaN(p));
            }
        }
        assertEquals(0, new Calibration(1, 100).probabilities(new double[0]).length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.1e6, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleSlopesAreRefused(double slope) {
        assertThrows(IllegalArgumentException.class, () -> new Calibration(slope, 100));
        assertThrows(IllegalArgumentException.class, () -> new Calibration(1, 0));
    }
}
