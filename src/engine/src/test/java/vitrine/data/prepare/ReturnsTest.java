package vitrine.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vitrine.data.EventType;

class ReturnsTest {
    private final Returns returns = new Returns();

    @Test
    void reducesTheLatestEarlierPurchasesFirst() {
        EventTable table = Tables.everything()
                .buy("u", "a", 1, 4)
                .buy("u", "a", 2, 3)
                .buy("u", "a", 9, 5)
                .undo("u", "a", 5, -5)
                .table();
        assertEquals(new StepReport("returns", 4, 3, 2), returns.apply(table));
        assertEquals(List.of("u a 2", "u a 0*", "u a 5"), Tables.rows(table));
    }

    @Test
    void countsFileOrderInsideOneMoment() {
        EventTable table = Tables.everything()
                .buy("u", "a", 1, 1)
                .undo("u", "a", 1, -1)
                .buy("u", "a", 1, 1)
                .table();
        returns.apply(table);
        assertEquals(List.of("u a 0*", "u a 1"), Tables.rows(table));
    }

    @Test
    void dropsWhatIsReturnedBeyondThePurchases() {
        EventTable table = Tables.everything()
                .undo("u", "a", 1, -7)
                .buy("u", "a", 2, 1)
                .undo("u", "a", 3, -9)
                .buy("u", "b", 1, 1)
                .buy("v", "a", 1, 1)
                .table();
        assertEquals(new StepReport("returns", 5, 3, 1), returns.apply(table));
        assertEquals(List.of("u a 0*", "u b 1", "v a 1"), Tables.rows(table));
    }

    @Test
    void knowsNegativeQuantitiesAndCancelledOrders() {
        EventTable table = Tables.with(EventTable.Column.TIME, EventTable.Column.VALUE, EventTable.Column.ORDER)
                .row("u", "a", 1, "", 3, 1, "536365")
                .row("u", "a", 2, "", -1, 1, "")
                .row("u", "a", 3, "", 1, 1, "C536379")
                .row("u", "a", 4, "", 2, 1, "CA-2016-152156")
                .row("u", "a", 5, "", 2, 1, "C")
                .table();
        assertEquals(new StepReport("returns", 5, 3, 1), returns.apply(table));
        assertEquals(List.of("u a 1", "u a 2", "u a 2"), Tables.rows(table));
    }

    @Test
    void aReturnWithoutQuantityTakesOnePurchaseBack() {
        EventTable table = Tables.with(EventTable.Column.TIME, EventTable.Column.EVENT)
                .buy("u", "a", 1, 1)
                .buy("u", "a", 2, 1)
                .undo("u", "a", 3, 1)
                .table();
        returns.apply(table);
        assertEquals(List.of("u a 1", "u a 1*"), Tables.rows(table));
    }

    @Test
    void viewsAreNotTakenBackAndNegativeRatingsAreNoReturns() {
        EventTable shop = Tables.everything()
                .row("u", "a", 1, "view", 1, 1, "")
                .undo("u", "a", 2, -1)
                .table();
        assertEquals(new StepReport("returns", 2, 1, 0), returns.apply(shop));

        EventTable ratings = new EventTable(EnumSet.of(EventTable.Column.VALUE), EventType.RATING);
        ratings.add(new EventRow(
                ratings.users().add("u"), ratings.items().add("a"), 1, -1, -9.5f, Float.NaN, -1, -1, -1, -1, 1));
        assertEquals(new StepReport("returns", 1, 1, 0), returns.apply(ratings));
    }

    @Test
    void appliesWhereReturnsCanBeSeen() {
        assertFalse(returns.appliesTo(Tables.with(EventTable.Column.TIME).table()));
        assertTrue(returns.appliesTo(Tables.with(EventTable.Column.ORDER).table()));
    }
}
