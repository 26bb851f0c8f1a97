package vitrine.data.showcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The shipped sets are what their data cards say. That the showcase is the default shop is a showcase law. */
class SampleDataTest {
    static final Path SAMPLE_DATA = Path.of("..", "..", "sample-data");
    private static final Path RETAIL = SAMPLE_DATA.resolve("online-retail").resolve("online-retail.csv.gz");

    private static BufferedReader unzipped(Path file) {
        try {
            return new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void bothShopsTogetherAreUnderFourMebibytes() throws IOException {
        long bytes = 0;
        for (String shop : List.of("online-retail", "showcase")) {
            for (Path file : files(SAMPLE_DATA.resolve(shop))) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < 4 << 20, bytes + " bytes");
    }

    @Test
    void gzipHeadersCarryNeitherNameNorTime() throws IOException {
        for (Path file : files(SAMPLE_DATA)) {
            if (file.toString().endsWith(".gz")) {
                byte[] header = Files.readAllBytes(file);
                String hex = HexFormat.of().formatHex(header, 0, 8);
                assertEquals("1f8b080000000000", hex, file + " has another header: make it with gzip -n");
            }
        }
    }

    @Test
    void theRetailCutHasTheDefectsItsCardCounts() throws IOException {
        try (BufferedReader reader = unzipped(RETAIL)) {
            assertEquals(
                    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
                    reader.readLine());
            List<String> rows = reader.lines().toList();
            assertEquals(133_143, rows.size());
            assertEquals(
                    34_393, rows.stream().filter(row -> customer(row).isEmpty()).count());
            assertEquals(1_984, rows.stream().filter(row -> row.startsWith("C")).count());
            assertEquals(1_437, rows.size() - rows.stream().distinct().count());
            assertEquals(
                    1_103,
                    rows.stream()
                            .map(SampleDataTest::customer)
                            .filter(customer -> !customer.isEmpty())
                            .distinct()
                            .count());
        }
    }

    /** Recut from the complete set by the card's rule. */
    @Test
    void theRetailCutFollowsItsRule() throws IOException {
        String data = System.getenv("VITRINE_DATA");
        assumeTrue(data != null, "VITRINE_DATA is not set: the complete set is not here to cut again");
        Path complete = Path.of(data, "online-retail");
        assumeTrue(Files.isDirectory(complete), complete + " is not here to cut again");
        try (BufferedReader reader = unzipped(RETAIL)) {
            Iterator<String> shipped = reader.lines().iterator();
            String header = shipped.next();
            for (Path month : files(complete)) {
                if (month.getFileName().toString().matches("20\\d\\d-\\d\\d\\.csv\\.gz")) {
                    try (BufferedReader rows = unzipped(month)) {
                        assertEquals(header, rows.readLine());
                        rows.lines().filter(SampleDataTest::isKept).forEach(row -> assertEquals(row, shipped.next()));
                    }
                }
            }
            assertTrue(!shipped.hasNext());
        }
    }

    private static boolean isKept(String row) {
        String customer = customer(row);
        String number = customer.isEmpty()
                ? row.substring(0, row.indexOf(',')).replaceAll("\\D", "")
                : customer.substring(0, customer.indexOf('.'));
        return Integer.parseInt(number) % 4 == 0;
    }

    /** Last field but one; the last two fields are never quoted. */
    private static String customer(String row) {
        int country = row.lastIndexOf(',');
        return row.substring(row.lastIndexOf(',', country - 1) + 1, country);
    }
}
