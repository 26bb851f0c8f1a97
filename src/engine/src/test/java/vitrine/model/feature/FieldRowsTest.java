package vitrine.model.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.data.IdIndex;

class FieldRowsTest {
    /** Three owners: rows 0-2, unknown 3; colours 4, 5, unknown 6; age known 7, unknown 8, direction 9. */
    private final FieldRows rows = new FieldRows(
            3, List.of(new Category("colour", IdIndex.of(List.of("red", "blue"))), new Measure("age", false, 0, 1)));

    private final int[] ids = new int[5];
    private final float[] weights = new float[5];

    @Test
    void everyValueAndNotKnowingItHasARow() {
        assertEquals(10, rows.rows());
        assertEquals(4, rows.fields());
    }

    @Test
    void knownValuesPointToTheirRows() {
        rows.placeId(2, ids, weights, 1);
        rows.place(0, 1, 0, ids, weights, 1);
        rows.place(1, 0, -1.5f, ids, weights, 1);
        assertArrayEquals(new int[] {0, 2, 5, 7, 9}, ids);
        assertArrayEquals(new float[] {0, 1, 1, 1, -1.5f}, weights);
    }

    @Test
    void unknownValuesPointToRowsOfTheirOwn() {
        rows.placeId(IdIndex.UNKNOWN, ids, weights, 1);
        rows.place(0, IdIndex.UNKNOWN, 0, ids, weights, 1);
        rows.place(1, IdIndex.UNKNOWN, 0, ids, weights, 1);
        assertArrayEquals(new int[] {0, 3, 6, 8, 9}, ids);
        assertArrayEquals(new float[] {0, 1, 1, 1, 0}, weights);
    }
}
