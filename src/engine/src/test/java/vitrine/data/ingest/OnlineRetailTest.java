package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vitrine.data.InteractionLog;
import vitrine.data.prepare.StepReport;
import vitrine.run.JobContext;

/** The complete UCI Online Retail data, with counts known from an independent script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailTest {
    private final ReadResult result = read();

    @Test
    void cleansToTheKnownCounts() {
        InteractionLog log = result.log();

        assertEquals(541_909, result.rowsRead());
        assertEquals(0, result.rejectedCount());
        assertEquals(
                List.of(
                        new StepReport("user-id-suffix", 541_909, 541_909, 406_829),
                        new StepReport("missing-user", 541_909, 406_829, 0)),
                result.steps().subList(0, 2));
        Map<String, Long> removed = result.steps().stream()
                .collect(Collectors.toMap(StepReport::name, step -> step.rowsBefore() - step.rowsAfter()));
        assertEquals(8_905, removed.get("returns"));
        assertEquals(40, removed.get("non-positive-price"));
        assertEquals(5_192, removed.get("duplicates"));
        assertEquals(392_692, log.size());
        assertEquals(4_338, log.users().size());
        assertEquals(3_665, log.items().size());
        assertEquals(Instant.parse("2010-12-01T08:26:00Z"), result.firstTime().orElseThrow());
        assertEquals(Instant.parse("2011-12-09T12:50:00Z"), result.lastTime().orElseThrow());
    }

    @Test
    void namesProductsAndProfilesColumns() {
        int lantern = result.log().items().indexOf("71053");
        assertEquals("WHITE METAL LANTERN", result.items().title(lantern));
        int user = result.log().users().indexOf("17850");
        assertEquals("United Kingdom", result.users().attribute(user, "region").orElseThrow());
        Map<String, ColumnProfile> columns =
                result.columns().stream().collect(Collectors.toMap(ColumnProfile::name, column -> column));
        assertEquals(new ColumnProfile("CustomerID", "number", 135_080, 4_372), columns.get("CustomerID"));
        assertEquals(new ColumnProfile("StockCode", "text", 0, 4_070), columns.get("StockCode"));
        assertEquals("integer", column(columns, "Quantity").type());
        assertEquals("time", column(columns, "InvoiceDate").type());
        assertEquals(38, column(columns, "Country").distinct());
    }

    private static ColumnProfile column(Map<String, ColumnProfile> columns, String name) {
        ColumnProfile profile = columns.get(name);
        assertTrue(profile != null, name);
        return java.util.Objects.requireNonNull(profile);
    }

    @Test
    void aWhollyReturnedPurchaseIsNoPositive() {
        InteractionLog log = result.log();
        // Customer 12346 bought 74,215 storage jars and returned all of them sixteen minutes later.
        int user = log.users().indexOf("12346");
        assertEquals(1, log.userStart(user + 1) - log.userStart(user));
        assertFalse(log.isPositive(log.userStart(user)));
    }

    private static ReadResult read() {
        Path folder = SharedData.file("online-retail");
        try (Stream<Path> files = Files.list(folder)) {
            Path[] months = files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toArray(Path[]::new);
            return new DataReader().read(ReadRequest.of(months), JobContext.quiet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
