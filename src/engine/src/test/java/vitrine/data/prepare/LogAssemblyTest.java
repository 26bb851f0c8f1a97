package vitrine.data.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;

class LogAssemblyTest {
    @Test
    void numbersWhatIsLeftByFirstAppearance() {
        EventTable table = Tables.everything()
                .buy("", "z", 1, 1)
                .buy("b", "y", 5, 2)
                .buy("a", "x", 2, 3)
                .buy("b", "x", 3, 1)
                .table();
        new MissingUser().apply(table);
        InteractionLog log = new LogAssembly(table).log();
        assertEquals(List.of("b", "a"), log.users().ids());
        assertEquals(List.of("y", "x"), log.items().ids());
        assertEquals(1, log.item(0));
        assertEquals(2, log.value(1));
    }

    @Test
    void saysWhenThereAreNoTimes() {
        EventTable table = Tables.with().buy("a", "x", 0, 1).table();
        assertFalse(new LogAssembly(table).log().hasTimes());
        assertEquals(0, new LogAssembly(table).itemCatalog().attributes().size());
        assertEquals(0, new LogAssembly(table).userCatalog().attributes().size());
    }

    @Test
    void keepsTheRegionOfEachEvent() {
        EventTable table = Tables.everything()
                .described("u", "a", "", " Spain")
                .described("v", "a", "", "")
                .described("u", "b", "", "France")
                .described("v", "b", "", "Spain")
                .table();
        InteractionLog log = new LogAssembly(table).log();
        assertEquals(List.of("Spain", "France"), log.regions().ids());
        assertEquals(List.of(), log.devices().ids());
        int[] regions = java.util.stream.IntStream.range(0, 4).map(log::region).toArray();
        assertArrayEquals(new int[] {0, 1, -1, 0}, regions);
        assertEquals(-1, log.device(0));
    }

    @Test
    void aRegionOfNothingButBlanksIsUnknown() {
        EventTable table = Tables.everything()
                .described("u", "a", "", "\t")
                .described("u", "b", "", "\u3000")
                .described("u", "c", "", "France")
                .table();
        InteractionLog log = new LogAssembly(table).log();
        assertEquals(List.of("France"), log.regions().ids());
        assertArrayEquals(
                new int[] {-1, -1, 0},
                java.util.stream.IntStream.range(0, 3).map(log::region).toArray());
    }

    @Test
    void takesTheMostFrequentTitleAndRegion() {
        LogAssembly assembly = new LogAssembly(Tables.everything()
                .described("u", "a", "?", "France")
                .described("u", "a", "LANTERN ", "Spain")
                .described("v", "a", "LANTERN ", "")
                .described("v", "b", "", "")
                .described("v", "c", "first", "")
                .described("v", "c", "second", "")
                .table());
        assertEquals("LANTERN", assembly.itemCatalog().title(0));
        assertEquals("b", assembly.itemCatalog().title(1));
        assertEquals("first", assembly.itemCatalog().title(2));
        assertEquals(
                "France",
                assembly.userCatalog().attribute(0, LogAssembly.REGION).orElseThrow());
        assertEquals(
                true, assembly.userCatalog().attribute(1, LogAssembly.REGION).isEmpty());
    }
}
