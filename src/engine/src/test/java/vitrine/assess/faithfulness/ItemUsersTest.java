package vitrine.assess.faithfulness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.explain.TestIds;

class ItemUsersTest {
    private static InteractionLog log(float[]... rows) {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", 4), TestIds.of("i", 4));
        for (float[] row : rows) {
            builder.add((int) row[0], (int) row[1], 0, EventType.PURCHASE, 1, Float.NaN, row[2]);
        }
        return builder.build();
    }

    @Test
    void countsDistinctUsersOfPositiveRows() {
        ItemUsers users =
                new ItemUsers(log(new float[][] {{2, 0, 1}, {0, 0, 1}, {0, 1, 1}, {0, 0, 1}, {1, 0, 0}, {3, 1, .5f}}));
        assertEquals(2, users.popularity(0));
        assertEquals(2, users.popularity(1));
        assertEquals(0, users.popularity(2));
    }

    @Test
    void similarityIsTheCosineOfBinaryColumns() {
        ItemUsers users = new ItemUsers(
                log(new float[][] {{0, 0, 1}, {1, 0, 1}, {2, 0, 1}, {3, 0, 1}, {1, 1, 1}, {0, 2, 1}, {3, 2, 1}}));
        assertEquals(1 / Math.sqrt(4 * 1), users.similarity(0, 1), 1e-12);
        assertEquals(2 / Math.sqrt(4 * 2), users.similarity(2, 0), 1e-12);
        assertEquals(1, users.similarity(2, 2), 1e-12);
        assertEquals(0, users.similarity(1, 2));
        assertEquals(0, users.similarity(3, 0));
    }
}
