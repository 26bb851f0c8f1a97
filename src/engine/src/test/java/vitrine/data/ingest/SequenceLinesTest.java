package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.InteractionLog;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

class SequenceLinesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        Path file = folder.resolve("sequences.txt");
        Files.writeString(file, text);
        return file;
    }

    private static ReadRequest sequences(Path file) {
        return request(file, List.of(), Optional.of("sequences"));
    }

    private static ReadRequest request(Path file, List<String> columns, Optional<String> format) {
        return new ReadRequest(
                List.of(file),
                Optional.empty(),
                Optional.empty(),
                format,
                Map.of(),
                columns,
                Optional.empty(),
                Map.of(),
                OptionalDouble.empty(),
                0,
                0,
                false);
    }

    @Test
    void whoNamesColumnsHasATable() throws IOException {
        Path file = file("1 10 5\n2 10 4 9\n3 10\n");
        assertEquals(
                6,
                new DataReader()
                        .read(ReadRequest.of(file), JobContext.quiet())
                        .log()
                        .size());
        List<String> columns = List.of("user", "item", "value");
        assertThrows(
                BadInputException.class,
                () -> new DataReader().read(request(file, columns, Optional.empty()), JobContext.quiet()));
        assertThrows(
                BadInputException.class,
                () -> new DataReader().read(request(file, columns, Optional.of("sequences")), JobContext.quiet()));
    }

    private static List<String> rows(InteractionLog log) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            rows.add(log.users().ids().get(log.user(row)) + ">"
                    + log.items().ids().get(log.item(row)));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEachUserInTheOrderOfTheLine(String end) throws IOException {
        Path file = file("\uFEFF" + String.join(end, "1 a b 007", "2  007 é", "", "3 b", "1 c") + end);
        ReadResult result = new DataReader().read(sequences(file), JobContext.quiet());
        assertEquals(List.of("1>a", "1>b", "1>007", "1>c", "2>007", "2>é", "3>b"), rows(result.log()));
        assertFalse(result.log().hasTimes());
    }

    @Test
    void anyListComesBackHoweverItIsRead() throws IOException {
        SeededRandom random = new SeededRandom(3);
        for (int round = 0; round < 20; round++) {
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            int users = 2 + random.nextInt(40);
            for (int user = 0; user < users; user++) {
                text.append("u").append(user);
                for (int i = 0; i < 1 + random.nextInt(30); i++) {
                    String item = "i" + user + "x" + i + "y".repeat(random.nextInt(200));
                    text.append(random.nextInt(5) == 0 ? "\t" : " ").append(item);
                    expected.add("u" + user + "\t" + item);
                }
                text.append(user + 1 == users && random.nextInt(2) == 0 ? "" : "\n");
            }
            expected.add(0, "user\titem");
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            SequenceLines whole = new SequenceLines(new ByteArrayInputStream(bytes), folder, ReadLimits.DEFAULT);
            String read = new String(whole.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(String.join("\n", expected) + "\n", read);
            SequenceLines byBytes = new SequenceLines(new ByteArrayInputStream(bytes), folder, ReadLimits.DEFAULT);
            StringBuilder one = new StringBuilder();
            for (int c = byBytes.read(); c >= 0; c = byBytes.read()) {
                one.append((char) c);
            }
            assertEquals(read, one.toString());
        }
    }

    @Test
    void isGuessedOnlyWhereNothingElseFits() {
        assertTrue(likely("1 10 20\n2 10\n"));
        assertTrue(likely("1 10 20\n2 10"), "without an end of the last line");
        assertFalse(likely("1 10 5\n2 30 4\n3 10 5\n"), "as many words everywhere: perhaps columns");
        assertFalse(likely("1 10 20\n1 10\n"), "a user twice");
        assertFalse(likely("1 10 20\n2 30\n"), "nothing in common");
        assertFalse(likely("1   10  5\n200 10 5\n4 3\n"), "blanks that align columns");
        assertFalse(likely("user item\n1 10 20\n2 10\n"), "a header");
        assertFalse(likely("入1,1 2 3\n入2,1 2\n"), "a table of Chinese text");
        assertFalse(likely("1 10\n2\n"), "a word alone");
        assertFalse(likely(""));
    }

    private static boolean likely(String text) {
        return SequenceLines.isLikely(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePreviewShowsTheTableItBecomes() throws IOException {
        MappingPreview preview = MappingPreview.of(file("1 a b\n2 c\n"), Optional.of("sequences"), Map.of());
        assertEquals(List.of("user", "item"), preview.columns());
        assertEquals(List.of(List.of("1", "a"), List.of("1", "b"), List.of("2", "c")), preview.rows());
        assertEquals(Optional.empty(), preview.problem());
    }

    @Test
    void whatIsNoIdIsRefusedWithItsLine() throws IOException {
        for (String bad : List.of("1 a b\n2 \"c d\"\n", "1 a b\n2 c\0 d\n")) {
            Path file = file(bad);
            BadInputException refused = assertThrows(
                    BadInputException.class, () -> new DataReader().read(sequences(file), JobContext.quiet()));
            assertTrue(String.valueOf(refused.getMessage()).contains("line 2"), refused.getMessage());
        }
        SequenceLines endless = new SequenceLines(
                new ByteArrayInputStream("x".repeat(5000).getBytes(StandardCharsets.UTF_8)),
                folder,
                ReadLimits.DEFAULT);
        assertThrows(BadInputException.class, endless::readAllBytes);
        SequenceLines growing = new SequenceLines(
                new ByteArrayInputStream(("x".repeat(100) + " y".repeat(100)).getBytes(StandardCharsets.UTF_8)),
                folder,
                new ReadLimits(1000, 100, 1000, 5));
        assertThrows(BadInputException.class, growing::readAllBytes);
    }
}
