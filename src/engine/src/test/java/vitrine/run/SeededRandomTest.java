package vitrine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededRandomTest {
    private static final int DRAWS = 20_000;

    /** Reference values of SplitMix64 for seed 0, published with the algorithm. */
    @Test
    void isSplitMix64() {
        SeededRandom random = new SeededRandom(0);
        assertEquals(0xE220A8397B1DCDAFL, random.nextLong());
        assertEquals(0x6E789E6AA1B965F4L, random.nextLong());
        assertEquals(0x06C45D188009454FL, random.nextLong());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 1000, (1 << 30) + 1, Integer.MAX_VALUE})
    void wholeNumbersStayBelowTheBoundAndFillIt(int bound) {
        SeededRandom random = new SeededRandom(5);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            int value = random.nextInt(bound);
            assertTrue(value >= 0 && value < bound);
            sum += value;
        }
        double mean = (bound - 1) / 2.0;
        double deviation = Math.sqrt(((double) bound * bound - 1) / 12 / DRAWS);
        assertEquals(mean, sum / DRAWS, 4 * deviation + 1e-12);
    }

    @Test
    void everyValueIsEquallyLikely() {
        int[] counts = new int[6];
        SeededRandom random = new SeededRandom(9);
        for (int i = 0; i < 60_000; i++) {
            counts[random.nextInt(6)]++;
        }
        double chiSquared = Arrays.stream(counts)
                .mapToDouble(c -> Math.pow(c - 10_000, 2) / 10_000)
                .sum();
        assertTrue(chiSquared < 20.5, "chi squared of 5 degrees " + chiSquared + " (p below .001)");
    }

    @Test
    void refusesABoundBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> new SeededRandom(1).nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> new SeededRandom(1).nextInt(-3));
    }

    @Test
    void fractionsAndNormalsHaveTheirMoments() {
        SeededRandom random = new SeededRandom(2);
        double sum = 0;
        double normal = 0;
        double square = 0;
        for (int i = 0; i < DRAWS; i++) {
            double fraction = random.nextDouble();
            assertTrue(fraction >= 0 && fraction < 1);
            sum += fraction;
            double z = random.nextGaussian();
            normal += z;
            square += z * z;
        }
        assertEquals(.5, sum / DRAWS, 4 * Math.sqrt(1.0 / 12 / DRAWS));
        assertEquals(0, normal / DRAWS, 4 / Math.sqrt(DRAWS));
        assertEquals(1, square / DRAWS, 4 * Math.sqrt(2.0 / DRAWS));
    }

    @Test
    void aSavedStateGoesOnWhereItStopped() {
        SeededRandom random = new SeededRandom(77);
        for (int i = 0; i < 10; i++) {
            random.nextGaussian();
        }
        SeededRandom resumed = new SeededRandom(random.state());
        for (int i = 0; i < 10; i++) {
            assertEquals(random.nextGaussian(), resumed.nextGaussian());
            assertEquals(random.nextInt(97), resumed.nextInt(97));
        }
        assertEquals(random.state(), resumed.state());
    }

    @Test
    void streamsDifferByPurposeIndexAndSeed() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (String purpose : new String[] {"", "a", "b", "ab", "ba", "order"}) {
                for (int index = 0; index < 50; index++) {
                    firsts.add(SeededRandom.stream(seed, purpose, index).nextLong());
                }
            }
        }
        assertEquals(10 * 6 * 50, firsts.size());
        assertEquals(
                SeededRandom.stream(4, "order", 2).nextLong(),
                SeededRandom.stream(4, "order", 2).nextLong());
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        SeededRandom a = SeededRandom.stream(1, "group", 6);
        SeededRandom b = SeededRandom.stream(1, "group", 7);
        double product = 0;
        for (int i = 0; i < DRAWS; i++) {
            product += (a.nextDouble() - .5) * (b.nextDouble() - .5);
        }
        assertEquals(0, 12 * product / DRAWS, 4 / Math.sqrt(DRAWS));
    }

    @Test
    void shufflingKeepsTheValuesAndIsFairForTheFirstPlace() {
        int[] first = new int[5];
        for (int seed = 0; seed < 10_000; seed++) {
            int[] values = IntStream.range(0, 5).toArray();
            SeededRandom.stream(seed, "shuffle", 0).shuffle(values);
            first[values[0]]++;
            int[] sorted = values.clone();
            Arrays.sort(sorted);
            assertArrayEquals(new int[] {0, 1, 2, 3, 4}, sorted);
        }
        for (int count : first) {
            assertEquals(2000, count, 4 * Math.sqrt(10_000 * .2 * .8));
        }
        assertNotEquals(first[0], 10_000);
    }
}
