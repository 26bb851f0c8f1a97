package vitrine.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.run.BadInputException;

class EventWeightsTest {
    @Test
    void knowsTheCommonNames() {
        EventTable table = events("purchase", "Carts", "pv", "rating", "return", "购买");
        StepReport report = new EventWeights(Map.of(), OptionalDouble.empty()).apply(table);
        assertEquals(new StepReport("event-weights", 6, 6, 3), report);
        assertWeights(table, 1, .5f, .1f, 1, 0, 1);
        assertEquals(EventType.CART, table.eventType(1));
        assertEquals(EventType.PURCHASE, table.eventType(5));
    }

    @Test
    void givenWeightsOverrideByNameOrByKind() {
        EventTable table = events("buy", "view", "fav", "wish", "gaze", "return");
        Map<String, Double> given =
                Map.of("purchase", 2., "VIEW", .3, "fav", .5, "wish", 1., "gaze", .01, "return", -1.);
        new EventWeights(given, OptionalDouble.empty()).apply(table);
        assertWeights(table, 2, .3f, .5f, 1, .01f, 0);
        assertEquals(EventType.CART, table.eventType(2));
        assertEquals(EventType.PURCHASE, table.eventType(3));
        assertEquals(EventType.VIEW, table.eventType(4));
    }

    @Test
    void unknownNamesAreListedWithTheKnownOnes() {
        EventTable table = events("purchase", "4", "fav");
        String sentence = String.valueOf(assertThrows(
                        BadInputException.class,
                        () -> new EventWeights(Map.of("gaze", 1.), OptionalDouble.empty()).apply(table))
                .getMessage());
        assertTrue(sentence.contains("without a weight: 4, fav."), sentence);
        assertTrue(sentence.contains("cart, gaze, purchase, rating, return, view"), sentence);
        assertTrue(sentence.contains("--events 4=1"), sentence);
    }

    @Test
    void aLongListOfUnknownNamesIsCut() {
        String[] names = new String[15];
        java.util.Arrays.setAll(names, i -> "event" + i);
        EventTable table = events(names);
        String sentence = String.valueOf(assertThrows(
                        BadInputException.class, () -> new EventWeights(Map.of(), OptionalDouble.empty()).apply(table))
                .getMessage());
        assertTrue(sentence.contains(" and 5 more."), sentence);
    }

    @Test
    void valuesUnderTheLeastWeighNothing() {
        EventTable table = Tables.everything()
                .row("u", "a", 1, "rating", 3.5f, 1, "")
                .row("u", "b", 1, "rating", 4, 1, "")
                .table();
        new EventWeights(Map.of(), OptionalDouble.of(4)).apply(table);
        assertWeights(table, 0, 1);
    }

    @Test
    void weightsMustBeNumbers() {
        assertThrows(
                BadInputException.class, () -> new EventWeights(Map.of("view", Double.NaN), OptionalDouble.empty()));
    }

    private static EventTable events(String... names) {
        Tables tables = Tables.everything();
        for (String name : names) {
            tables.row("u", "a", 1, name, 1, 1, "");
        }
        return tables.table();
    }

    private static void assertWeights(EventTable table, float... expected) {
        for (int row = 0; row < expected.length; row++) {
            assertEquals(expected[row], table.weight(row), "row " + row);
        }
    }
}
