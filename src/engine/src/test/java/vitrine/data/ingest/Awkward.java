package vitrine.data.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import vitrine.run.BadInputException;

/** Awkward files and small helpers of the reading tests. */
final class Awkward {
    private Awkward() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Awkward.class.getResourceAsStream("/awkward/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    static List<List<String>> records(byte[] bytes) {
        Path file = Path.of("test.csv");
        char delimiter = Delimiters.of(file, bytes, Optional.empty());
        return records(new DelimitedReader(new ByteArrayInputStream(bytes), file, delimiter, ReadLimits.DEFAULT));
    }

    static List<List<String>> records(DelimitedReader reader) {
        List<List<String>> records = new ArrayList<>();
        try (reader) {
            while (reader.next()) {
                records.add(List.of(reader.texts()));
            }
        }
        return records;
    }

    static List<List<String>> records(String text) {
        return records(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The sentence of the refusal, which must hold every one of {@code parts}. */
    static String refusal(org.junit.jupiter.api.function.Executable work, String... parts) {
        String sentence = String.valueOf(
                Assertions.assertThrows(BadInputException.class, work).getMessage());
        for (String part : parts) {
            Assertions.assertTrue(sentence.contains(part), () -> "\"" + part + "\" is not in: " + sentence);
        }
        return sentence;
    }
}
