package vitrine.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.chart.Token;

class PlotTest {
    @Test
    void ticks_are_round_and_inside_the_range() {
        assertArrayEquals(new double[] {0, 2000, 4000}, Ticks.of(0, 5000, 4), 1e-9);
        assertArrayEquals(new double[] {.2, .3, .4, .5}, Ticks.of(.15, .52, 4), 1e-9);
        assertArrayEquals(new double[] {7}, Ticks.of(7, 7, 4));
    }

    @Test
    void whole_ticks_never_fall_between_epochs() {
        assertArrayEquals(new double[] {1, 2, 3}, Ticks.whole(1, 3, 10));
        assertTrue(Arrays.stream(Ticks.whole(1, 40, 10)).allMatch(t -> t == Math.rint(t)));
    }

    @Test
    void thinning_keeps_every_peak_and_the_order() {
        double[] y = IntStream.range(0, 10_000)
                .mapToDouble(i -> i == 5_003 ? 9 : i == 7_001 ? -9 : i % 2)
                .toArray();
        int[] kept = Decimation.of(y, 100);
        assertTrue(kept.length <= 200);
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 5_003)
                && Arrays.stream(kept).anyMatch(i -> i == 7_001));
        assertTrue(IntStream.range(1, kept.length).allMatch(i -> kept[i - 1] < kept[i]));
        assertEquals(5, Decimation.of(new double[5], 100).length);
    }

    @Test
    void the_reading_line_finds_the_nearest_point() {
        Plot.Line line = new Plot.Line(
                "", new double[] {1, 2, 4}, new double[] {1, 1, Double.NaN}, Token.TRAIN, Plot.Style.THIN, v -> "");
        assertEquals(0, line.nearest(-5));
        assertEquals(1, line.nearest(2.4));
        assertEquals(2, line.nearest(99));
        assertEquals(1, line.last().orElseThrow());
    }
}
