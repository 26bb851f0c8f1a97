package vitrine.data.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vitrine.data.split.Logs.row;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;

class HistoriesTest {
    private final InteractionLog log = Logs.of(
            2,
            6,
            row(0, 0, 10),
            row(0, 1, 20),
            row(0, 0, 30),
            row(0, 2, 40),
            row(0, 3, 40),
            row(0, 4, 50),
            row(1, 5, 15));
    private final Histories histories = Histories.of(log);

    @Test
    void sharesNoMomentWithTheTarget() {
        assertArrayEquals(new int[] {1, 0}, histories.before(0, 40, 3, 20));
        assertArrayEquals(new int[] {1, 0, 2, 3}, histories.before(0, 41, -1, 20));
    }

    @Test
    void putsARepeatedItemAtItsLatestOccurrence() {
        assertArrayEquals(new int[] {0, 1}, histories.before(0, 30, -1, 20));
        assertArrayEquals(new int[] {1, 0}, histories.before(0, 31, -1, 20));
    }

    @Test
    void keepsTheLastDistinctItemsOldestFirst() {
        assertArrayEquals(new int[] {3, 4}, histories.latest(0, 2));
        assertArrayEquals(new int[] {1, 0, 2, 3, 4}, histories.latest(0, 20));
        assertArrayEquals(new int[0], histories.latest(0, 0));
    }

    @Test
    void neverHoldsTheTargetAndFillsItsPlace() {
        assertArrayEquals(new int[] {1, 2, 3, 4}, histories.before(0, 60, 0, 4));
    }

    @Test
    void isEmptyBeforeTheFirstEvent() {
        assertArrayEquals(new int[0], histories.before(0, 10, -1, 20));
    }

    @Test
    void isOneUsersOnly() {
        assertArrayEquals(new int[] {5}, histories.latest(1, 20));
        assertEquals(6, histories.events(0));
        assertEquals(1, histories.events(1));
    }

    @Test
    void seesNoRowOfWeightZeroAndNoHiddenRow() {
        InteractionLog partly = Logs.of(1, 3, row(0, 0, 1), row(0, 1, 2, 0), row(0, 2, 3));
        assertArrayEquals(new int[] {0, 2}, Histories.of(partly).latest(0, 9));
        assertArrayEquals(new int[] {2}, Histories.of(partly, r -> r != 0).latest(0, 9));
    }

    @Test
    void followsFileOrderWhereThereAreNoTimes() {
        InteractionLog.Builder builder = Logs.builder(1, 4).withoutTimes();
        for (int i = 3; i >= 0; i--) {
            builder.add(0, i, 3 - i, vitrine.data.EventType.PURCHASE, 1, Float.NaN, 1);
        }
        assertArrayEquals(new int[] {3, 2}, Histories.of(builder.build()).before(0, 2, -1, 9));
    }

    @Test
    void longHistoriesObeyTheSameLaw() {
        int items = 500;
        long[][] rows = IntStream.range(0, 3 * items)
                .mapToObj(i -> row(0, (i * 7) % items, i))
                .toArray(long[][]::new);
        int[] all = Histories.of(Logs.of(1, items, rows)).latest(0, Integer.MAX_VALUE);
        int[] expected =
                IntStream.range(2 * items, 3 * items).map(i -> (i * 7) % items).toArray();
        assertArrayEquals(expected, all);
        int[] without = Histories.of(Logs.of(1, items, rows)).before(0, Long.MAX_VALUE, expected[3], items);
        assertArrayEquals(IntStream.of(expected).filter(i -> i != expected[3]).toArray(), without);
    }
}
