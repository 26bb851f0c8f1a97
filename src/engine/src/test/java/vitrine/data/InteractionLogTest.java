package vitrine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InteractionLogTest {
    private static final IdIndex USERS = IdIndex.of(List.of("u0", "u1"));
    private static final IdIndex ITEMS = IdIndex.of(List.of("i0", "i1", "i2"));

    @Test
    void sortsByUserAndTimeWithFileOrderInside() {
        InteractionLog log = new InteractionLog.Builder(USERS, ITEMS)
                .add(1, 0, 7, EventType.VIEW, 1, 2, 1)
                .add(0, 2, 9, EventType.CART, 1, 2, .5f)
                .add(0, 1, 5, EventType.RATING, 4, Float.NaN, 0)
                .add(0, 0, 9, EventType.PURCHASE, 1, 2, 1)
                .build();
        assertEquals(4, log.size());
        assertEquals(List.of(1, 2, 0, 0), List.of(log.item(0), log.item(1), log.item(2), log.item(3)));
        assertEquals(3, log.userStart(1));
        assertEquals(EventType.RATING, log.event(0));
        assertEquals(4, log.value(0));
        assertTrue(Float.isNaN(log.price(0)));
        assertFalse(log.isPositive(0));
        assertTrue(log.isPositive(1));
        assertTrue(log.hasTimes());
    }

    @Test
    void copiesRowsOfAnotherLog() {
        InteractionLog one = new InteractionLog.Builder(USERS, ITEMS)
                .withoutTimes()
                .add(1, 2, 0, EventType.VIEW, 3, 4, .1f)
                .build();
        InteractionLog copy = new InteractionLog.Builder(USERS, ITEMS)
                .withoutTimes()
                .add(one, 0)
                .build();
        assertFalse(copy.hasTimes());
        assertEquals(LogFingerprint.of(one), LogFingerprint.of(copy));
    }

    @Test
    void growsToAnyNumberOfRows() {
        InteractionLog.Builder builder = new InteractionLog.Builder(USERS, ITEMS);
        for (int i = 0; i < 10_000; i++) {
            builder.add(i % 2, i % 3, 10_000 - i, EventType.PURCHASE, 1, 1, 1);
        }
        InteractionLog log = builder.build();
        for (int row = 1; row < log.size(); row++) {
            assertTrue(log.user(row - 1) < log.user(row) || log.time(row - 1) < log.time(row));
        }
    }

    @Test
    void idsAreNumberedByFirstAppearance() {
        IdIndex.Builder builder = new IdIndex.Builder();
        assertEquals(0, builder.add("007"));
        assertEquals(1, builder.add("7"));
        assertEquals(0, builder.add("007"));
        IdIndex ids = builder.build();
        assertEquals(2, ids.size());
        assertEquals(1, ids.indexOf("7"));
        assertEquals(IdIndex.UNKNOWN, ids.indexOf("8"));
        assertThrows(IllegalArgumentException.class, () -> IdIndex.of(List.of("a", "a")));
    }

    @Test
    void aCatalogAnswersWithTheIdWhereItKnowsNoTitle() {
        Catalog catalog = new Catalog(ITEMS, Map.of(Catalog.TITLE, new String[] {"Lantern", "", "Bunting"}));
        assertEquals("Lantern", catalog.title(0));
        assertEquals("i1", catalog.title(1));
        assertEquals(Optional.empty(), catalog.attribute(0, Catalog.BRAND));
        assertEquals("i2", Catalog.empty(ITEMS).title(2));
        assertThrows(IllegalArgumentException.class, () -> new Catalog(ITEMS, Map.of("x", new String[1])));
    }
}
