package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedReaderTest {
    private static final ReadLimits SMALL = new ReadLimits(1 << 20, 100, 200, 10);

    /** The set's location_coordinates answers another telephone number than its own file holds, so it is left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void agreesWithTheAnswersOfCsvSpectrum(String name) throws IOException {
        byte[] file = Awkward.bytes("csv-spectrum/" + name + ".csv");
        if (name.endsWith("_crlf")) {
            file = new String(file, StandardCharsets.UTF_8)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
        List<List<String>> records = Awkward.records(file);
        JsonNode answers = new ObjectMapper().readTree(Awkward.bytes("csv-spectrum/" + name + ".json"));
        assertEquals(answers.size(), records.size() - 1);
        for (int row = 0; row < answers.size(); row++) {
            List<String> expected = new ArrayList<>();
            for (String column : records.get(0)) {
                expected.add(answers.get(row).path(column).asText());
            }
            assertEquals(expected, records.get(row + 1));
        }
    }

    @Test
    void keepsQuotesThatStandInsideACell() throws IOException {
        List<List<String>> records = Awkward.records(Awkward.bytes("csv-spectrum/location_coordinates.csv"));
        assertTrue(records.get(1).get(1).endsWith("17.9\"W"), records.toString());
        assertEquals(4, records.get(1).size());
    }

    @Test
    void readsOldMacLineEnds() throws IOException {
        assertEquals(
                List.of(List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("Once upon\ra time", "5", "6")),
                Awkward.records(Awkward.bytes("csvkit/mac_newlines.csv")));
        List<List<String>> unix = Awkward.records(Awkward.bytes("univocity/essential.csv"));
        List<List<String>> dos = Awkward.records(Awkward.bytes("univocity/essential-dos.csv"));
        List<List<String>> mac = Awkward.records(Awkward.bytes("univocity/essential-mac.csv"));
        assertEquals(unix.toString(), dos.toString().replace("\r\n", "\n"));
        assertEquals(unix.toString(), mac.toString().replace("\r", "\n"));
    }

    @Test
    void fallsBackToLatin1() throws IOException {
        assertEquals(
                List.of("4", "5", "©"),
                Awkward.records(Awkward.bytes("csvkit/test_latin1.csv")).get(2));
    }

    @Test
    void skipsTheByteOrderMark() throws IOException {
        assertEquals(
                "Date",
                Awkward.records(Awkward.bytes("commons-csv/bom.csv")).get(0).get(0));
    }

    @Test
    void guessesTheDelimiter() throws IOException {
        assertEquals(
                List.of(List.of("CHANELID", "ADDRESS"), List.of("27", "")),
                Awkward.records(Awkward.bytes("commons-csv/999751170.patch.csv")));
        assertEquals(
                5,
                Awkward.records(Awkward.bytes("univocity/european.csv")).get(0).size());
        assertEquals(List.of("a|b", "c"), Awkward.records("a|b\tc\nd\te\n").get(0));
        assertEquals(
                List.of("1", "Toy Story, The", "x"),
                Awkward.records("1|Toy Story, The|x\n2|Heat|y\n").get(0));
        assertEquals(List.of("one"), Awkward.records("one\ntwo\n").get(0));
    }

    @Test
    void refusesUtf16AndNulBytes() {
        Awkward.refusal(
                () -> Awkward.records(Awkward.bytes("csvkit/test_utf16_little.csv")), "UTF-16", "Save it as CSV");
        Awkward.refusal(() -> Awkward.records(Awkward.bytes("csvkit/null_byte.csv")), "line 2", "NUL byte", "Save");
        Awkward.refusal(() -> Awkward.records("a,b\n\"x\n\0\",1\n"), "line 3", "NUL byte");
    }

    @Test
    void countsTheLinesInsideQuotes() {
        DelimitedReader reader = reader("a,b\r\n\"1\r\n2\n3\",x\r\n\r\ny,z", ReadLimits.DEFAULT);
        List<Long> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(reader.line());
        }
        assertEquals(List.of(1L, 2L, 6L), lines);
        reader.close();
    }

    @Test
    void keepsEmptyCellsAndSkipsBlankLines() {
        assertEquals(
                List.of(List.of("a", ""), List.of("", ""), List.of("x", "y")), Awkward.records("a,\n,\n\n\nx,y\n"));
        assertEquals(List.of(List.of("a"), List.of("")), Awkward.records("a\n\"\"\n"));
    }

    @Test
    void keepsTextAfterAClosingQuote() {
        assertEquals(List.of("ab", "c"), Awkward.records("\"a\"b,c\n").get(0));
    }

    @Test
    void refusesAQuoteThatNeverCloses() {
        Awkward.refusal(() -> Awkward.records("a,b\n1,\"x\n2,y\n"), "test.csv, line 2, column 2", "end of the file");
        String endless = "a,b\n1,\"" + "x".repeat(500);
        Awkward.refusal(() -> Awkward.records(reader(endless, SMALL)), "line 2, column 2", "longer than 100 bytes");
    }

    @Test
    void refusesMoreThanTheLimits() {
        Awkward.refusal(() -> Awkward.records(reader("x".repeat(101), SMALL)), "line 1", "100 bytes");
        Awkward.refusal(() -> Awkward.records(reader(",".repeat(1_000_000), SMALL)), "line 1", "10 columns");
        String wide = ("y".repeat(90) + ",").repeat(9);
        Awkward.refusal(() -> Awkward.records(reader("a\n" + wide, SMALL)), "line 2", "200 bytes");
    }

    @Test
    void readsCellsThatCrossTheBuffer() {
        String longCell = "é\"\"".repeat(40_000);
        String text = "a,b\n\"" + longCell + "\",\"" + longCell + "\"\r\n1,2\r\n";
        List<List<String>> records = Awkward.records(text);
        assertEquals(longCell.replace("\"\"", "\""), records.get(1).get(1));
        assertEquals(List.of("1", "2"), records.get(2));
    }

    @Test
    void givesTheSameRecordsWhereverTheBufferEnds() {
        String text = "a,\"b\"\"c\r\nd\",\r\n\r\n\"\",e\rf,\"g\"\n";
        List<List<String>> expected = Awkward.records(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        InputStream drop = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertEquals(
                expected, Awkward.records(new DelimitedReader(drop, Path.of("drop.csv"), ',', ReadLimits.DEFAULT)));
    }

    @Test
    void aFailingDiskIsASentence() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("disk is gone");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("disk is gone");
            }
        };
        DelimitedReader reader = new DelimitedReader(broken, Path.of("x.csv"), ',', ReadLimits.DEFAULT);
        Awkward.refusal(reader::next, "x.csv", "disk is gone");
        Awkward.refusal(reader::close, "x.csv", "disk is gone");
    }

    @Test
    void theEndStaysTheEnd() {
        DelimitedReader reader = reader("a", ReadLimits.DEFAULT);
        assertTrue(reader.next());
        assertFalse(reader.next());
        assertFalse(reader.next());
        reader.close();
    }

    private static DelimitedReader reader(String text, ReadLimits limits) {
        return new DelimitedReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Path.of("test.csv"), ',', limits);
    }
}
