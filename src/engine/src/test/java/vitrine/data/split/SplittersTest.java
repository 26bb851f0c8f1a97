package vitrine.data.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vitrine.data.split.Logs.row;

import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.run.BadInputException;

class SplittersTest {
    /** Rows after sorting: user 0 has 0..5, user 1 has 6, user 2 has 7..8. */
    private final InteractionLog log = Logs.of(
            3,
            4,
            row(0, 0, 1),
            row(0, 1, 2),
            row(0, 0, 3),
            row(0, 2, 5),
            row(0, 3, 5),
            row(0, 3, 9),
            row(1, 0, 4),
            row(2, 1, 2, 0),
            row(2, 1, 3));

    @Test
    void targetsAreFirstPositiveOccurrences() {
        assertArrayEquals(new int[] {0, 1, 3, 4, 6, 8}, Targets.of(log));
    }

    @Test
    void noSplitHoldsNothingOut() {
        Split split = new NoSplit().split(log);
        assertEquals("none", split.name());
        assertArrayEquals(Targets.of(log), split.trainTargets());
        assertEquals(0, split.testTargets().length);
        assertArrayEquals(new int[] {1, 0, 2, 3}, split.trainHistories().latest(0, 9));
    }

    @Test
    void leaveOneOutHoldsOutTheLastFileRowAmongEqualTimes() {
        Split split = new LeaveOneOut().split(log);
        assertEquals("loo", split.name());
        assertArrayEquals(new int[] {4}, split.testTargets());
        assertArrayEquals(new int[] {0, 1, 3, 6, 8}, split.trainTargets());
    }

    @Test
    void leaveOneOutHidesLaterRepeatsOfTheHeldOutItem() {
        assertArrayEquals(
                new int[] {1, 0, 2},
                new LeaveOneOut().split(log).trainHistories().latest(0, 9));
    }

    @Test
    void leaveOneOutKeepsEarlierTimesOfOtherFilePlaces() {
        InteractionLog shuffled = Logs.of(1, 3, row(0, 2, 30), row(0, 0, 10), row(0, 1, 20));
        Split split = new LeaveOneOut().split(shuffled);
        assertEquals(2, shuffled.item(split.testTargets()[0]));
    }

    @Test
    void temporalSplitHoldsOutKnownUsersAndItemsFromTheCutOn() {
        InteractionLog times = Logs.of(
                3,
                4,
                row(0, 0, 1),
                row(0, 1, 2),
                row(0, 0, 8),
                row(0, 2, 8),
                row(0, 3, 9),
                row(1, 2, 3),
                row(1, 0, 9),
                row(2, 0, 9));
        Split split = new TemporalSplit(.4).split(times);
        assertEquals("temporal", split.name());
        // Cut 8: item 3 is new, user 2 is new, item 0 of user 0 is a repeat.
        assertArrayEquals(new int[] {0, 1, 5}, split.trainTargets());
        assertArrayEquals(new int[] {3, 6}, split.testTargets());
        assertArrayEquals(new int[] {0, 1}, split.trainHistories().latest(0, 9));
    }

    @Test
    void temporalSplitCutsAtTheQuantile() {
        long[][] rows = new long[100][];
        for (int i = 0; i < 100; i++) {
            rows[i] = row(i % 2, i % 50, i);
        }
        Split split = new TemporalSplit().split(Logs.of(2, 50, rows));
        for (int target : split.trainTargets()) {
            assertTrue(split.log().time(target) < 80);
        }
        assertEquals(
                80, split.trainHistories().events(0) + split.trainHistories().events(1));
    }

    @Test
    void temporalSplitOfNothingIsEmpty() {
        Split split = new TemporalSplit().split(Logs.of(1, 1));
        assertEquals(0, split.trainTargets().length + split.testTargets().length);
    }

    @Test
    void temporalSplitRefusesALogWithoutTimes() {
        InteractionLog untimed = Logs.builder(1, 1)
                .withoutTimes()
                .add(0, 0, 0, EventType.PURCHASE, 1, Float.NaN, 1)
                .build();
        BadInputException refused = assertThrows(BadInputException.class, () -> new TemporalSplit().split(untimed));
        assertTrue(String.valueOf(refused.getMessage()).contains("--map time="), refused.getMessage());
    }

    @Test
    void temporalQuantileMustBeAShare() {
        assertThrows(IllegalArgumentException.class, () -> new TemporalSplit(0));
        assertThrows(IllegalArgumentException.class, () -> new TemporalSplit(1));
        assertThrows(IllegalArgumentException.class, () -> new TemporalSplit(Double.NaN));
    }
}
