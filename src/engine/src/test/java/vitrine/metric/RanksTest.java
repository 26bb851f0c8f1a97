package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.run.SeededRandom;

class RanksTest {
    @Test
    void higherScoresComeFirstAndTiesKeepTheirOrder() {
        double[] scores = {1, 3, 2, 3, 2};
        assertEquals(1, Ranks.of(scores, 1));
        assertEquals(2, Ranks.of(scores, 3));
        assertEquals(3, Ranks.of(scores, 2));
        assertEquals(4, Ranks.of(scores, 4));
        assertEquals(5, Ranks.of(scores, 0));
    }

    @Test
    void topKIsTheHeadOfAFullSort() {
        SeededRandom random = new SeededRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            int n = random.nextInt(40);
            double[] scores = random.nextInt(2) == 0 ? ties(random, n) : random(random, n);
            int[] sorted = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -scores[i]))
                    .mapToInt(i -> i)
                    .toArray();
            int k = random.nextInt(45);
            assertArrayEquals(Arrays.copyOf(sorted, Math.min(k, n)), PartialTopK.of(scores, k));
            for (int place = 0; place < n; place++) {
                assertEquals(place + 1, Ranks.of(scores, sorted[place]));
            }
        }
    }

    private static double[] ties(SeededRandom random, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.nextInt(4)).toArray();
    }

    private static double[] random(SeededRandom random, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void whatIsNotANumberRanksLast() {
        double[] scores = {Double.NaN, -1, Double.NaN, Double.NEGATIVE_INFINITY};
        assertArrayEquals(new int[] {1, 3, 0, 2}, PartialTopK.of(scores, 4));
        assertEquals(3, Ranks.of(scores, 0));
        assertEquals(4, Ranks.of(scores, 2));
    }
}
