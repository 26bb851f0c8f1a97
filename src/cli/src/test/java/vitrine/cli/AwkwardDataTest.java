package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vitrine.run.CancellationSource;

/** Data at the edge of what can be measured, through the real engine: a number or a sentence, never a defect. */
class AwkwardDataTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String rows, String line) throws IOException {
        Files.writeString(folder.resolve("log.csv"), "user,item\n" + rows.replace(';', '\n') + "\n");
        Console console = new Console(out, err, false);
        String[] words = line.replace("@", folder + "/").split(" ");
        String[] arguments = Stream.concat(
                        Stream.of(words),
                        Stream.of("--interactions", folder.resolve("log.csv").toString(), "--json"))
                .toArray(String[]::new);
        return new Application(EngineVerbs.create(), console, new CancellationSource(), folder, Optional::empty)
                .run(arguments);
    }

    private JsonNode json() throws IOException {
        return new JsonMapper().readTree(out.toByteArray());
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,1 | evaluate --model popularity --protocol loo99 | nothing can be held out",
                "a,1;a,1;a,1 | evaluate --model itemknn --protocol loo-full | nothing can be held out",
                "a,1;b,1;c,1 | evaluate --model ease --protocol loo99 | nothing can be held out",
                "a,1;b,1 | evaluate --model popularity --protocol ratio801010 | no user has enough interactions",
                "a,1;b,1 | compare --models popularity,itemknn --protocol loo99 | nothing can be held out",
                "a,1;b,1 | compare --models popularity,itemknn --user z | There is no user \"z\"",
                "a,1;a,2;b,1;b,2 | search --model itemknn --budget 1 | nothing can be held out",
                "a,1;b,1 | evaluate --model popularity --test @absent.csv | absent.csv",
            })
    void whatCannotBeMeasuredSaysSo(String rows, String line, String sentence) throws IOException {
        assertEquals(ExitCode.BAD_INPUT, run(rows, line), this::error);
        assertTrue(error().contains(sentence), this::error);
        assertEquals(0, out.size());
    }

    @Test
    void oneUserWithSeveralItemsIsMeasured() throws IOException {
        assertEquals(0, run("a,1;a,2;a,3", "evaluate --model ease --protocol loo-full"), this::error);
        assertEquals(1, json().at("/users").intValue());
        assertEquals(1, json().at("/metrics/hr").doubleValue(), "the held-out item is the only candidate");
    }

    @Test
    void aListMayBeLongerThanTheCatalogue() throws IOException {
        assertEquals(0, run("a,1;a,2;b,1;b,3", "compare --models popularity,itemknn --k 500"), this::error);
        assertEquals(1, json().at("/models/0/metrics/hr").doubleValue());
        assertEquals(1, json().at("/overlap/0/jaccard").doubleValue());
    }

    @Test
    void anItemNeverSeenInTrainingIsACandidateLikeAnother() throws IOException {
        assertEquals(0, run("a,1;a,2;b,1;b,9", "evaluate --model itemknn --protocol loo-full --k 1"), this::error);
        // Nothing is left but item 1; both held-out items score 0 and the tie goes to the smaller id.
        assertEquals(.5, json().at("/metrics/hr").doubleValue());
    }

    @Test
    void usersWithNothingHeldOutAreCounted() throws IOException {
        assertEquals(0, run("a,1;a,2;b,1;c,1", "evaluate --model popularity --protocol loo99"), this::error);
        assertEquals(1, json().at("/users").intValue());
        assertEquals(2, json().at("/usersWithoutTest").intValue());
    }

    @Test
    void aGivenUserWithoutTrainingHistoryIsLeftOutAndCounted() throws IOException {
        Files.writeString(folder.resolve("test.csv"), "user,item\na,2\nz,1\n");
        assertEquals(0, run("a,1;b,1;b,2", "evaluate --model itemknn --test @test.csv"), this::error);
        assertEquals(1, json().at("/given/unknownUsers").intValue());
        assertEquals(1, json().at("/users").intValue());
    }
}
