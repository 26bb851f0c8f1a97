package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.data.LogFingerprint;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;

class DataReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsALogWithEverything() throws IOException {
        ReadResult result = read(file("shop.csv", """
                user_id,item_id,event_type,timestamp,price,quantity,title,region
                007,A,view,2011-01-01 10:00,2.50,,Lamp,Spain
                007,A,purchase,2011-01-01 10:05,2.50,3,Lamp,Spain
                7,B,cart,2011-01-02,,1,,France
                """));
        InteractionLog log = result.log();
        assertEquals(List.of("007", "7"), log.users().ids());
        assertEquals(EventType.VIEW, log.event(0));
        assertEquals(.1f, log.weight(0));
        assertEquals(1, log.value(0));
        assertEquals(3, log.value(1));
        assertEquals(2.5f, log.price(1));
        assertTrue(Float.isNaN(log.price(2)));
        assertEquals("Lamp", result.items().title(0));
        assertEquals("France", result.users().attribute(1, "region").orElseThrow());
        assertEquals(Optional.of(Instant.parse("2011-01-01T10:00:00Z")), result.firstTime());
        assertEquals(Optional.of(Instant.parse("2011-01-02T00:00:00Z")), result.lastTime());
        assertEquals(3, result.rowsRead());
        assertEquals(
                new ColumnProfile("quantity", "integer", 1, 2), result.columns().get(5));
        assertEquals(
                List.of("missing-user", "returns", "non-positive-price", "duplicates", "event-weights"),
                result.steps().stream().map(step -> step.name()).toList());
    }

    @Test
    void withoutTimesFileOrderIsTimeOrder() throws IOException {
        ReadResult result = read(file("log.csv", "user,item\nu,b\nv,a\nu,a\n"));
        assertFalse(result.log().hasTimes());
        assertEquals(Optional.empty(), result.firstTime());
        assertEquals(0, result.log().time(0));
        assertEquals(2, result.log().time(1));
        assertEquals(EventType.PURCHASE, result.log().event(0));
    }

    @Test
    void anUnnamedValueWithoutPriceOrOrderIsARating() throws IOException {
        assertEquals(
                EventType.RATING,
                read(file("a.csv", "user,item,value\nu,a,-3\n")).log().event(0));
        assertEquals(
                EventType.RATING,
                read(file("b.csv", "user,item,rating,price\nu,a,3,1\n")).log().event(0));
        assertEquals(
                EventType.PURCHASE,
                read(file("c.csv", "user,item,quantity\nu,a,3\n")).log().event(0));
        assertEquals(
                EventType.PURCHASE,
                read(file("d.csv", "user,item,value,price\nu,a,3,1\n")).log().event(0));
    }

    @Test
    void severalFilesAreOneLogWhateverTheOrderOfTheirColumns() throws IOException {
        Path one = file("1.csv", "user,item,time,colour\nu,a,2011-01-01,red\nu,b,2011-01-02,red\n");
        Path two = file("2.csv", "time;item;colour;user\n2011-01-01;a;red;u\n2011-01-03;c;red;u\n");
        ReadResult result = read(one, two);
        assertEquals(4, result.rowsRead());
        assertEquals(List.of("a", "b", "c"), result.log().items().ids());
        assertEquals(3, result.log().size());
    }

    @Test
    void gzipIsTheSameLog() throws IOException {
        String text = "user,item,time\nu,a,1\nu,b,2\n";
        Path packed = folder.resolve("log.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                LogFingerprint.of(read(file("log.csv", text)).log()),
                LogFingerprint.of(read(packed).log()));
        Awkward.refusal(
                () -> new DataReader(new ReadLimits(20, 100, 100, 10)).read(ReadRequest.of(packed), JobContext.quiet()),
                "log.csv.gz",
                "more than 20 bytes");
        byte[] whole = Files.readAllBytes(packed);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length - 12));
        Awkward.refusal(() -> read(cut), "cut.csv.gz", "cannot be read", "cut off");
    }

    @Test
    void datesWithSlashesAreReadByTheEvidenceOfTheWholeFile() throws IOException {
        StringBuilder text = new StringBuilder("user,item,date\n");
        for (int i = 0; i < 3000; i++) {
            text.append("u,i").append(i).append(",1/2/2011 8:00\n");
        }
        ReadResult dayFirst = read(file("d.csv", text.toString()));
        assertEquals(Optional.of(Instant.parse("2011-02-01T08:00:00Z")), dayFirst.firstTime());
        ReadResult monthFirst = read(file("m.csv", text + "u,last,12/31/2011\n"));
        assertEquals(Optional.of(Instant.parse("2011-01-02T08:00:00Z")), monthFirst.firstTime());
        assertEquals(Optional.of(Instant.parse("2011-12-31T00:00:00Z")), monthFirst.lastTime());
    }

    @Test
    void rowsThatCannotBeReadAreListedWithTheirPlace() throws IOException {
        ReadResult result = read(file("orders.csv", """
                user,item,time,quantity,price,event
                u,a,2011-01-01,1,2,view
                u,b,yesterday,1,2,view

                u,c,2011-01-03,many,2,view
                u,d,2011-01-04,1,cheap,view
                u,e,2011-01-05,1,2,
                u,f,2011-01-06,1,2
                u,g,,1,2,view
                u,h,2011-01-08,1,2,view,,
                u,i,2011-01-08,1,2,view,more
                u,j,2011-01-09,1,2,view
                u,k,2011-01-10,1,2,view
                u,l,2011-01-10,1,2,view
                u,m,2011-01-10,1,2,view
                u,n,2011-01-10,1,2,view
                """));
        assertEquals(14, result.rowsRead());
        assertEquals(7, result.rejectedCount());
        assertEquals(7, result.log().size());
        assertEquals(
                List.of(
                        new RejectedRow(
                                "orders.csv", 3, "column 3 (time): \"yesterday\" is not a time Vitrine can read"),
                        new RejectedRow("orders.csv", 5, "column 4 (quantity): \"many\" is not a number"),
                        new RejectedRow("orders.csv", 6, "column 5 (price): \"cheap\" is not a number"),
                        new RejectedRow(
                                "orders.csv", 7, "column 6 (event): the cell is empty, not the name of an event"),
                        new RejectedRow("orders.csv", 8, "the row has 5 columns where 6 are expected"),
                        new RejectedRow(
                                "orders.csv", 9, "column 3 (time): the cell is empty, not a time Vitrine can read"),
                        new RejectedRow("orders.csv", 11, "the row has 7 columns where 6 are expected")),
                result.rejected());
    }

    @Test
    void tooManyBadRowsFailTheImport() throws IOException {
        Path half = file("half.csv", "user,item,time\nu,a,2011-01-01\nu,b,x\nu,c," + "y".repeat(99) + "\n");
        Awkward.refusal(
                () -> read(half),
                "half.csv, line 3, column 3 (time): \"x\" is not a time",
                "2 of 3 rows fail",
                "--map time=COLUMN");
        Path first = file("first.csv", "u,a,x\n".repeat(100) + "u,a,5\n".repeat(1000));
        Awkward.refusal(
                () -> new DataReader().read(columns(first, "user", "item", "time"), JobContext.quiet()),
                "first.csv, line 1, column 3 (time)",
                "The first 100 rows all fail",
                "--columns");
    }

    @Test
    void filesThatHoldNothingAreRefused() throws IOException {
        Awkward.refusal(() -> read(folder.resolve("none.csv")), "There is no file", "none.csv", "Check the name");
        Awkward.refusal(() -> read(file("empty.csv", "")), "empty.csv", "0 bytes");
        Awkward.refusal(() -> read(file("blank.csv", "\n\n\n")), "blank.csv", "blank lines");
        Awkward.refusal(() -> read(file("header.csv", "user,item,time\n")), "header.csv", "no rows", "--columns");
        Awkward.refusal(() -> read(folder), "is a folder");
        Awkward.refusal(() -> read(), "No interactions were named");
        Awkward.refusal(
                () -> read(file("a.csv", "user,item,time\nu,a,1\n"), file("b.csv", "user,item\nu,a\n")),
                "b.csv, line 1",
                "no column \"time\"");
    }

    @Test
    void otherFormatsAreRefused() throws IOException {
        Path file = file("a.csv", "user,item\nu,a\n");
        Awkward.refusal(() -> FilePreview.of(file, Optional.of("xlsx"), ReadLimits.DEFAULT), "csv, tsv", "xlsx");
        assertEquals(
                '\t',
                FilePreview.of(file, Optional.of("tsv"), ReadLimits.DEFAULT).delimiter());
        assertEquals(
                ',',
                FilePreview.of(file, Optional.of("csv"), ReadLimits.DEFAULT).delimiter());
    }

    @Test
    void decimalCommasAreReadWhereTheCommaIsNoDelimiter() throws IOException {
        assertEquals(
                4.5f, read(file("eu.csv", "user;item;price\nu;a;4,50\n")).log().price(0));
    }

    @Test
    void aHostileQuoteFarIntoALargeFileIsFoundWhenReadInEarnest() throws IOException {
        String rows = "u,a,1\n".repeat(60_000);
        Path hostile = file("big.csv", "user,item,time\n" + rows + "u,\"b,2\n");
        Awkward.refusal(() -> read(hostile), "big.csv, line 60002, column 2", "still open at the end");
    }

    @Test
    void reportsBytesAndStopsWhenCancelled() throws IOException {
        Path big = file("big.csv", "user,item,time\n" + "u,a,1\n".repeat(50_000));
        List<Long> done = new ArrayList<>();
        JobContext context = JobContext.quiet().withProgress((stage, at, total) -> {
            if (stage.equals("Reading big.csv")) {
                assertEquals(300_015, total);
                done.add(at);
            }
        });
        new DataReader().read(ReadRequest.of(big), context);
        assertEquals(300_015, done.get(done.size() - 1));
        assertTrue(done.size() > 3);
        int[] asked = new int[1];
        CancellationToken third = () -> ++asked[0] == 3;
        JobContext cancelled = new JobContext((stage, at, total) -> {}, third, 1);
        assertThrows(CancelledException.class, () -> new DataReader().read(ReadRequest.of(big), cancelled));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static ReadResult read(Path... files) {
        return new DataReader().read(ReadRequest.of(files), JobContext.quiet());
    }

    private static ReadRequest columns(Path file, String... words) {
        ReadRequest all = ReadRequest.of(file);
        return new ReadRequest(
                all.interactions(),
                all.items(),
                all.users(),
                all.format(),
                all.mapping(),
                List.of(words),
                all.cleaning(),
                all.eventWeights(),
                all.minValue(),
                0,
                0,
                false);
    }
}
