package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

class SignificanceTest {
    /** All sign patterns, mid-ranks by counting. */
    private static double naiveWilcoxon(double[] differences) {
        double[] d = Arrays.stream(differences).filter(x -> x != 0).toArray();
        double[] ranks = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            double below = 0;
            double same = 0;
            for (double other : d) {
                below += Math.abs(other) < Math.abs(d[i]) ? 1 : 0;
                same += Math.abs(other) == Math.abs(d[i]) ? 1 : 0;
            }
            ranks[i] = below + (same + 1) / 2;
        }
        double total = Arrays.stream(ranks).sum();
        double seen = 0;
        for (int i = 0; i < d.length; i++) {
            seen += d[i] > 0 ? ranks[i] : 0;
        }
        double distance = Math.abs(seen - total / 2);
        int extreme = 0;
        for (int signs = 0; signs < 1 << d.length; signs++) {
            double sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (signs >> i & 1) == 1 ? ranks[i] : 0;
            }
            extreme += Math.abs(sum - total / 2) >= distance - 1e-9 ? 1 : 0;
        }
        return (double) extreme / (1 << d.length);
    }

    @Test
    void wilcoxonIsExactWithTiesAndZerosForFewPairs() {
        SeededRandom random = new SeededRandom(7);
        for (int trial = 0; trial < 200; trial++) {
            double[] d = new double[1 + random.nextInt(12)];
            for (int i = 0; i < d.length; i++) {
                d[i] = (random.nextInt(9) - 4) / 4.0;
            }
            assertEquals(naiveWilcoxon(d), WilcoxonSignedRank.of(d).p(), 1e-12, Arrays.toString(d));
        }
    }

    @Test
    void wilcoxonsApproximationContinuesTheExactValue() {
        SeededRandom random = new SeededRandom(3);
        double[] fifty = new double[50];
        double[] more = new double[51];
        for (int i = 0; i < 50; i++) {
            fifty[i] = random.nextGaussian() + .3;
            more[i] = fifty[i];
        }
        more[50] = .0001;
        assertEquals(
                WilcoxonSignedRank.of(fifty).p(), WilcoxonSignedRank.of(more).p(), .005);
    }

    @Test
    void wilcoxonDoesNotCareWhichModelIsNamedFirstAndSaysOneForTheSame() {
        double[] d = {.5, -.25, .1, 0, .9, .3};
        double[] mirrored = Arrays.stream(d).map(x -> -x).toArray();
        assertEquals(
                WilcoxonSignedRank.of(d).p(), WilcoxonSignedRank.of(mirrored).p());
        assertEquals(1, WilcoxonSignedRank.of(new double[9]).p());
        assertEquals(0, WilcoxonSignedRank.of(new double[9]).n());
    }

    @Test
    void thePairedTAgreesWithAnotherImplementation() {
        double[] d = {.5, -.25, .1, 0, .9, .3};
        assertEquals(new TTest().tTest(0, d), PairedT.of(d).p(), 1e-12);
        assertEquals(1, PairedT.of(new double[4]).p());
        assertEquals(0, PairedT.of(new double[] {.5, .5, .5}).p());
        assertTrue(Double.isNaN(PairedT.of(new double[] {.5}).p()));
    }

    @Test
    void theIntervalIsThatOfTheTables() {
        MeanInterval interval = MeanInterval.of(new double[] {1, 2, 3, 4, 5});
        assertEquals(3, interval.mean());
        assertEquals(Math.sqrt(2.5), interval.sd(), 1e-12);
        assertEquals(3 + 2.7764451 * Math.sqrt(.5), interval.high(), 1e-6);
    }

    @Test
    void holmStepsDownAndKeepsTheOrder() {
        assertArrayEquals(new double[] {.03, .06, .06, .02}, Holm.of(new double[] {.01, .04, .03, .005}), 1e-12);
        assertArrayEquals(new double[] {1, 1}, Holm.of(new double[] {.8, .9}));
    }

    @Test
    void overlapIsOneForTheSameListNoneForStrangersAndWeighsTheTop() {
        int[] a = {1, 2, 3, 4, 5};
        assertEquals(1, ListOverlap.rankBiased(a, a, .9), 1e-12);
        assertEquals(0, ListOverlap.rankBiased(a, new int[] {6, 7, 8, 9, 10}, .9));
        double top = ListOverlap.rankBiased(a, new int[] {1, 2, 3, 9, 10}, .9);
        double bottom = ListOverlap.rankBiased(a, new int[] {9, 10, 3, 4, 5}, .9);
        assertTrue(top > bottom, top + " against " + bottom);
        // By hand for p = .5: X = 0, 2; 2 / 2 * .25 + 1 * (0 + 2 / 2 * .25).
        assertEquals(.5, ListOverlap.rankBiased(new int[] {1, 2}, new int[] {2, 1}, .5), 1e-12);
        assertEquals(1.0 / 3, ListOverlap.jaccard(new int[] {1, 2}, new int[] {2, 3}), 1e-12);
    }

    @Test
    void calibrationErrorIsTheMeanDistanceInBins() {
        double[] probabilities = {.25, .25, .25, .25, .95, .95};
        boolean[] positive = {true, false, false, false, true, false};
        assertEquals(2.0 / 6 * .45, CalibrationError.of(probabilities, positive), 1e-12);
    }
}
