package vitrine.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class CleaningStepsTest {
    @Test
    void missingUserDropsRowsWithoutUserOrItem() {
        EventTable table = Tables.everything()
                .buy("", "a", 1, 1)
                .buy("u", "a", 1, 1)
                .buy("u", "", 1, 1)
                .table();
        assertEquals(new StepReport("missing-user", 3, 1, 0), new MissingUser().apply(table));
        assertEquals(List.of("u a 1"), Tables.rows(table));
    }

    @Test
    void suffixGoesOnlyWhenAllUsersHaveIt() {
        EventTable all = Tables.everything()
                .buy("17850.0", "a", 1, 1)
                .buy("", "a", 1, 1)
                .buy("17850.0", "b", 1, 1)
                .table();
        assertTrue(new UserIdSuffix().appliesTo(all));
        assertEquals(new StepReport("user-id-suffix", 3, 3, 2), new UserIdSuffix().apply(all));
        assertEquals(List.of("17850 a 1", "? a 1", "17850 b 1"), Tables.rows(all));

        EventTable some = Tables.everything()
                .buy("17850.0", "a", 1, 1)
                .buy("007", "a", 1, 1)
                .table();
        assertFalse(new UserIdSuffix().appliesTo(some));
        assertFalse(new UserIdSuffix().appliesTo(Tables.everything().table()));
        assertFalse(new UserIdSuffix()
                .appliesTo(Tables.everything().buy(".0", "a", 1, 1).table()));
    }

    @Test
    void nonPositivePriceKeepsMissingPrices() {
        EventTable table = Tables.everything()
                .row("u", "a", 1, "purchase", 1, 0, "1")
                .row("u", "b", 1, "purchase", 1, -2, "1")
                .row("u", "c", 1, "purchase", 1, Float.NaN, "1")
                .row("u", "d", 1, "purchase", 1, .01f, "1")
                .table();
        assertEquals(new StepReport("non-positive-price", 4, 2, 0), new NonPositivePrice().apply(table));
        assertFalse(new NonPositivePrice().appliesTo(Tables.with().table()));
    }

    @Test
    void duplicatesKeepTheFirst() {
        EventTable table = Tables.everything()
                .buy("u", "a", 1, 2)
                .buy("u", "a", 1, 3)
                .buy("u", "a", 1, 2)
                .buy("u", "a", 2, 2)
                .table();
        assertEquals(new StepReport("duplicates", 4, 3, 0), new Duplicates().apply(table));
        assertEquals(List.of("u a 2", "u a 3", "u a 2"), Tables.rows(table));
    }

    @Test
    void aReturnOfARepeatedRowHoldsForTheRowThatStays() {
        EventTable table = Tables.everything()
                .buy("u", "a", 1, 2)
                .buy("u", "a", 1, 2)
                .undo("u", "a", 5, -2)
                .table();
        new Returns().apply(table);
        new Duplicates().apply(table);
        assertEquals(List.of("u a 0*"), Tables.rows(table));
    }

    @Test
    void nonProductCodesDropFeesAndVouchers() {
        EventTable table = Tables.everything()
                .buy("u", "POST", 1, 1)
                .buy("u", "85123A", 1, 1)
                .buy("u", "gift_0001_20", 1, 1)
                .buy("u", "m", 1, 1)
                .buy("u", "PADS", 1, 1)
                .buy("u", "", 1, 1)
                .table();
        assertEquals(new StepReport("non-product-codes", 6, 3, 0), new NonProductCodes().apply(table));
        assertTrue(new NonProductCodes().appliesTo(table));
    }

    @Test
    void kCoreRepeatsToTheFixpoint() {
        // Item c goes for lack of users, then user w for lack of items, then nothing more.
        EventTable table = Tables.everything()
                .buy("u", "a", 1, 1)
                .buy("u", "b", 2, 1)
                .buy("v", "a", 1, 1)
                .buy("v", "b", 2, 1)
                .buy("w", "a", 1, 1)
                .buy("w", "c", 2, 1)
                .buy("", "a", 2, 1)
                .table();
        assertEquals(new StepReport("k-core", 7, 4, 0), new KCore(2, 2).apply(table));
        assertEquals(List.of("u a 1", "u b 1", "v a 1", "v b 1"), Tables.rows(table));
    }

    @Test
    void kCoreCountsPositivesOnly() {
        EventTable table = Tables.everything()
                .buy("u", "a", 1, 1)
                .buy("u", "b", 2, 1)
                .undo("u", "b", 3, -1)
                .table();
        new Returns().apply(table);
        assertEquals(0, new KCore(2, 0).apply(table).rowsAfter());
        assertFalse(new KCore(0, 0).appliesTo(table));
        assertTrue(new KCore(0, 1).appliesTo(table));
        assertThrows(IllegalArgumentException.class, () -> new KCore(-1, 0));
    }

    @Test
    void theStandardPlanRunsWhatAppliesInOrder() {
        EventTable table = Tables.with().buy("u", "a", 1, 1).table();
        List<StepReport> reports = CleaningPlan.standard(Map.of(), OptionalDouble.empty(), 1, 0, true)
                .run(table, JobContext.quiet());
        assertEquals(
                List.of("missing-user", "duplicates", "non-product-codes", "event-weights", "k-core"),
                reports.stream().map(StepReport::name).toList());
    }

    @Test
    void aPlanThatLeavesNothingSaysWhichStepTookTheLastRow() {
        EventTable table = Tables.everything().buy("", "a", 1, 1).table();
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> CleaningPlan.standard(Map.of(), OptionalDouble.empty(), 0, 0, false)
                        .run(table, JobContext.quiet()));
        assertTrue(String.valueOf(refused.getMessage()).contains("\"missing-user\" removed the last 1 rows"));
    }

    @Test
    void aPlanStopsWhenCancelled() {
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThrows(
                CancelledException.class,
                () -> new CleaningPlan(List.of(new MissingUser()))
                        .run(Tables.everything().table(), new JobContext(Progress.NONE, source, 1)));
    }
}
