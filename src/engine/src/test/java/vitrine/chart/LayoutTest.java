package vitrine.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void ticksAreRoundAndWithinTheLimits() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            double low = random.nextGaussian() * 10;
            double high = low + Math.exp(random.nextGaussian() * 4);
            NiceTicks ticks = NiceTicks.of(low, high, 6);
            double digit = ticks.step() / Math.pow(10, Math.floor(Math.log10(ticks.step()) + 1e-9));
            assertTrue(Set.of(1L, 2L, 5L, 10L).contains(Math.round(digit)), "step " + ticks.step());
            assertTrue(ticks.values().size() <= 7);
            for (double value : ticks.values()) {
                assertTrue(value >= low - 1e-6 * ticks.step() && value <= high + 1e-6 * ticks.step());
            }
        }
    }

    @Test
    void printedTicksAreAllDifferent() {
        NiceTicks ticks = NiceTicks.of(0, .00037, 6);
        List<String> printed = ticks.values().stream().map(ticks::signed).toList();
        assertEquals(printed.size(), new HashSet<>(printed).size());
        assertEquals("0", printed.get(0));
    }

    @Test
    void epochTicksAreWholeNumbers() {
        assertEquals(List.of(1.0, 2.0, 3.0), NiceTicks.whole(.9, 3.1, 12).values());
        assertTrue(NiceTicks.whole(1, 200, 10).values().stream().allMatch(v -> v == Math.rint(v)));
    }

    @Test
    void labelsNeverOverlapAndStayInsideWhenThereIsRoom() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            double[] wanted = random.doubles(5, 0, 200).toArray();
            double[] placed = LabelStack.place(wanted, 18, 0, 200);
            double[] sorted = placed.clone();
            Arrays.sort(sorted);
            for (int i = 1; i < sorted.length; i++) {
                assertTrue(sorted[i] - sorted[i - 1] >= 18 - 1e-9);
            }
            assertTrue(sorted[0] >= 0 && sorted[4] <= 200);
        }
    }

    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertArrayEquals(new double[] {150, 20, 80}, LabelStack.place(new double[] {150, 20, 80}, 18, 0, 200));
    }

    @Test
    void aLongTextEndsInAnEllipsisAndFits() {
        String fitted = TextWidth.fit("PACK OF 72 RETROSPOT CAKE CASES", 12, 100);
        assertTrue(fitted.endsWith(TextWidth.ELLIPSIS));
        assertTrue(TextWidth.of(fitted, 12) <= 100);
        assertEquals("short", TextWidth.fit("short", 12, 100));
    }

    @Test
    void aChineseCharacterIsOneEmWide() {
        assertEquals(24, TextWidth.of("历史", 12));
    }

    @Test
    void signedLayersDivergeAboutZeroWithEqualLimits() {
        HeatMapData map =
                HeatMapData.of(new int[] {2, 2}, new double[] {-3, 1, 0, 2}, List.of("a", "b"), new boolean[0], false);
        assertEquals(HeatMapData.Scale.DIVERGING, map.scale());
        assertEquals(-3, map.low());
        assertEquals(3, map.high());
        assertEquals(4, map.step(0));
        assertEquals(0, map.step(-3));
        assertEquals(8, map.step(3));
        assertEquals(-1, map.step(Double.NaN));
    }

    @Test
    void nonNegativeLayersStartAtZeroAndBoundedOnesEndAtOne() {
        double[] values = {.2, .4};
        HeatMapData relu = HeatMapData.of(new int[] {2}, values, List.of(), new boolean[0], false);
        HeatMapData sigmoid = HeatMapData.of(new int[] {2}, values, List.of(), new boolean[0], true);
        assertEquals(HeatMapData.Scale.SEQUENTIAL, relu.scale());
        assertEquals(.4, relu.high());
        assertEquals(HeatMapData.Scale.UNIT, sigmoid.scale());
        assertEquals(1, sigmoid.high());
        assertEquals(List.of("0"), relu.rowNames());
    }

    @Test
    void paddingIsOneRowAndNeverCountsInTheLimits() {
        HeatMapData map = HeatMapData.of(
                new int[] {4, 1},
                new double[] {99, -99, 1, 2},
                List.of("(padding)", "(padding)", "a", "b"),
                new boolean[] {true, true, false, false},
                false);
        assertEquals(List.of("(padding) × 2", "a", "b"), map.rowNames());
        assertArrayEquals(new boolean[] {true, false, false}, map.padding());
        assertEquals(2, map.high());
        assertEquals(4, map.allRows());
        assertTrue(map.hasPadding());
    }

    @Test
    void aMapWithoutRoomKeepsItsStrongestRowsInOrderAndItsLimits() {
        HeatMapData whole = HeatMapData.of(
                new int[] {5, 2},
                new double[] {1, 1, -9, 0, 2, 2, .1, 0, 0, 0},
                List.of("a", "b", "c", "d", "(padding)"),
                new boolean[] {false, false, false, false, true},
                false);
        HeatMapData cut = whole.strongestRows(2);
        assertEquals(List.of("b", "c"), cut.rowNames());
        assertEquals(2, cut.leftOut());
        assertEquals(whole.low(), cut.low());
        assertEquals(whole.high(), cut.high());
        assertArrayEquals(new double[] {-9, 0}, cut.values()[0]);
        assertEquals(0, whole.strongestRows(4).leftOut(), "padding is no loss");
        assertEquals(List.of("a", "b", "c", "d"), whole.strongestRows(4).rowNames());
        assertEquals(whole, whole.strongestRows(5));
    }

    @Test
    void theRowsThatFitReallyFit() {
        for (int units : new int[] {8, 32}) {
            int rows = LayerHeatMap.rowsWithin(300, units);
            HeatMapData map =
                    HeatMapData.of(new int[] {40, units}, new double[40 * units], List.of(), new boolean[0], false);
            LayerHeatMap chart = new LayerHeatMap("layer", "activation", map.strongestRows(rows), Locale.ENGLISH, 600);
            assertTrue(chart.size().height <= 300, chart.size().toString());
        }
    }

    @Test
    void aWideLayerShowsItsStrongestUnitsInIndexOrder() {
        double[] values = new double[300];
        for (int u = 0; u < 300; u++) {
            values[u] = u % 4 == 0 ? -1 - u : .001;
        }
        HeatMapData map = HeatMapData.of(new int[] {300}, values, List.of(), new boolean[0], false);
        assertEquals(HeatMapData.STRONGEST, map.units().length);
        assertEquals(300, map.allUnits());
        int[] sorted = map.units().clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, map.units());
        assertTrue(Arrays.stream(map.units()).allMatch(u -> u % 4 == 0));
    }

    @Test
    void anEmptyLayerHasNoCells() {
        HeatMapData map = HeatMapData.of(new int[] {0, 3}, new double[0], List.of(), new boolean[0], false);
        assertTrue(map.rowNames().isEmpty());
        assertFalse(map.hasPadding());
    }

    @Test
    void escapingLeavesNothingThatMarkupCouldSee() {
        String hostile = "<script>\"onload='x'&\u0000\u202E\uD800\u0085";
        assertEquals("&lt;script&gt;&quot;onload=&#39;x&#39;&amp;", XmlText.escape(hostile));
        assertEquals("a b", XmlText.oneLine(" a\nb\u0007 "));
    }
}
