package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;

class InteractionMatrixTest {
    private final InteractionLog log = RandomMatrix.log(20, 30, 200, 1);
    private final boolean[][] table = RandomMatrix.table(log);
    private final InteractionMatrix matrix = RandomMatrix.of(log);

    @Test
    void holdsEveryPairOnceAscending() {
        for (int user = 0; user < 20; user++) {
            boolean[] row = table[user];
            assertArrayEquals(IntStream.range(0, 30).filter(item -> row[item]).toArray(), matrix.itemsOf(user));
            for (int item = 0; item < 30; item++) {
                assertEquals(row[item], matrix.contains(user, item));
            }
        }
        assertSame(log.users(), matrix.users());
        assertSame(log.items(), matrix.items());
    }

    @Test
    void columnsAreTheTransposedRows() {
        int[][] columns = matrix.usersOfItems();
        for (int item = 0; item < 30; item++) {
            int i = item;
            assertArrayEquals(
                    IntStream.range(0, 20).filter(user -> table[user][i]).toArray(), columns[item]);
        }
        assertArrayEquals(Arrays.stream(columns).mapToInt(c -> c.length).toArray(), matrix.itemCounts());
    }

    @Test
    void onlyTheRowsGivenCount() {
        InteractionMatrix none = InteractionMatrix.of(log, new int[0]);
        assertEquals(0, Arrays.stream(none.itemCounts()).sum());
        InteractionMatrix one = InteractionMatrix.of(log, new int[] {17});
        assertArrayEquals(new int[] {log.item(17)}, one.itemsOf(log.user(17)));
        assertEquals(1, Arrays.stream(one.itemCounts()).sum());
    }
}
