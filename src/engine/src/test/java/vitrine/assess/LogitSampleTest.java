package vitrine.assess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

class LogitSampleTest {
    @Test
    void drawsFourOthersForEachChosenItemAndNoneOfTheChosen() {
        double[] scores = {5, -1, 7, -2, -3};
        boolean[] positive = {true, false, true, false, false};
        LogitSample sample = LogitSample.of(scores, positive, new SeededRandom(1));
        assertArrayEquals(new double[] {5, 7}, sample.chosen());
        assertEquals(6, sample.others().length, "three others, three for each of two");
        assertTrue(Arrays.stream(sample.others()).allMatch(score -> score < 0));
        LogitSample many = LogitSample.of(new double[100], new boolean[100], new SeededRandom(1));
        assertEquals(0, many.chosen().length);
        boolean[] first = new boolean[100];
        first[0] = true;
        assertEquals(
                4, LogitSample.of(new double[100], first, new SeededRandom(1)).others().length);
    }

    @Test
    void lossAndAccuracyAreThoseOfEvenOdds() {
        LogitSample even = new LogitSample(new double[] {0}, new double[] {0, 0, 0, 0});
        assertEquals(Math.log(2), even.loss(), 1e-12);
        LogitSample half = new LogitSample(new double[] {Math.log(3), -Math.log(3)}, new double[] {-Math.log(3), 1});
        double expected = (-Math.log(.75) - Math.log(.25) - Math.log(.75) + Math.log1p(Math.E)) / 4;
        assertEquals(expected, half.loss(), 1e-12);
        assertEquals(.5, half.accuracy());
    }

    @Test
    void oddsThatHoldHaveNoCalibrationError() {
        double fifth = Math.log(.2 / .8);
        LogitSample sample = new LogitSample(new double[] {fifth}, new double[] {fifth, fifth, fifth, fifth});
        assertEquals(0, LogitSample.calibrationError(List.of(sample, sample)), 1e-12);
        LogitSample sure = new LogitSample(new double[] {50}, new double[] {50, 50, 50, 50});
        assertEquals(.8, LogitSample.calibrationError(List.of(sure)), 1e-9);
    }
}
