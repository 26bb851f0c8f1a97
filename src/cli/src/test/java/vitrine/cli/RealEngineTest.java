package vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vitrine.action.StoredRun;
import vitrine.action.StudySession;
import vitrine.run.CancellationSource;
import vitrine.train.EpochRecord;

/** The commands over the real engine, as {@link Main} puts them together, on a shop of a few hundred rows. */
class RealEngineTest {
    @TempDir
    static Path folder;

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static final ByteArrayOutputStream ERR = new ByteArrayOutputStream();

    /** Runs a command line in which {@code @} stands for the test's folder. */
    private static int run(String line) {
        return run(new CancellationSource(), line);
    }

    private static int run(CancellationSource cancellation, String line) {
        OUT.reset();
        ERR.reset();
        String[] arguments = Arrays.stream(line.split(" "))
                .map(word -> word.replace("@", folder + "/"))
                .toArray(String[]::new);
        Console console = new Console(OUT, ERR, false);
        return new Application(EngineVerbs.create(), console, cancellation, folder, Optional::empty).run(arguments);
    }

    private static String err() {
        return ERR.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) throws IOException {
        assertEquals(0, run(line + " --json"), RealEngineTest::err);
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(OUT.toByteArray());
    }

    private static List<String> fields(JsonNode node) {
        return Terminal.fields(node);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    @BeforeAll
    static void shop() throws IOException {
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int user = 0; user < 30; user++) {
            for (int day = 1; day <= 9; day++) {
                rows.append("0%02d,p%02d,2024-03-%02d\n".formatted(user, (user * 5 + day) % 20, day));
            }
        }
        Files.writeString(folder.resolve("log.csv"), rows.toString());
        assertEquals(
                0,
                run("train --interactions @log.csv --model cnn --split loo --epochs 2 --dim 4 --filters 4"
                        + " --batch 50 --out @cnn.vitrine"),
                RealEngineTest::err);
        assertEquals(0, run("train --interactions @log.csv --model itemknn --split loo --out @knn.vitrine"));
        assertEquals(0, run("train --interactions @log.csv --model popularity --split none --out @none.vitrine"));
    }

    @Test
    void importCountsTheRows() throws IOException {
        JsonNode json = json("import --interactions @log.csv");
        assertEquals(270, json.at("/rowsRead").intValue());
        assertEquals(30, json.at("/users").intValue());
        assertEquals(20, json.at("/items").intValue());
        assertEquals("2024-03-01T00:00:00Z", json.at("/firstTime").textValue());
        assertEquals(words("name type missing distinct"), fields(json.at("/columns/0")));
    }

    @Test
    void trainWritesOneDocumentAndTheSameFileTwice() throws IOException {
        String line = "train --interactions @log.csv --model cnn --split loo --epochs 2 --dim 4 --filters 4 --batch 50";
        JsonNode json = json(line + " --out @a.vitrine --threads 1");
        assertEquals(
                words("model epochs parameters provenance baseRateLoss alwaysNoAccuracy file probabilities"),
                fields(json));
        assertEquals(2, json.at("/epochs").size());
        assertEquals(words("accuracy hr loss ndcg"), fields(json.at("/epochs/1/validation")));
        assertEquals(words("dataSha256 split seed threads versions"), fields(json.at("/provenance")));
        assertEquals(folder.resolve("a.vitrine").toString(), json.at("/file").textValue());
        json(line + " --out @b.vitrine --threads 2");
        assertEquals(-1, Files.mismatch(folder.resolve("a.vitrine"), folder.resolve("b.vitrine")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.vitrine"), folder.resolve("cnn.vitrine")));
    }

    @Test
    void evaluateMeasuresAFileAndAName() throws IOException {
        JsonNode file = json("evaluate --interactions @log.csv --model @cnn.vitrine --protocol loo99");
        assertEquals(
                words("model protocol k users metrics seconds usersWithoutTest intervals intervalsOver seeds groups"
                        + " given trainSeconds scoreSeconds reliability"),
                fields(file));
        assertEquals(
                words("accuracy alwaysNoAccuracy auc calibrationError coverage diversity hr loss map mrr ndcg novelty"
                        + " popularityBias precision recall serendipity"),
                fields(file.at("/metrics")));
        assertEquals(30, file.at("/users").intValue());
        JsonNode name = json("evaluate --interactions @log.csv --model popularity --protocol loo-full --k 5");
        assertEquals(5, name.at("/k").intValue());
        assertEquals(
                words("accuracy auc calibrationError coverage diversity hr longTail loss map mrr ndcg novelty"
                        + " popularityBias precision recall serendipity"),
                fields(name.at("/metrics")));
        assertTrue(name.at("/metrics/coverage").doubleValue() > 0);
        assertTrue(name.at("/metrics/loss").isNull(), "popularity has no probability to lose on");
        assertTrue(name.at("/metrics/hr").isNumber());
    }

    @Test
    void theFileAloneRecommendsExplainsAndShowsItsLayers() throws IOException {
        JsonNode list = json("recommend --model @cnn.vitrine --user 007 --top 4");
        assertEquals("007", list.at("/user").textValue());
        assertEquals(4, list.at("/items").size());
        assertTrue(list.at("/items/0/probability").isNull());
        String best = list.at("/items/0/item").textValue();
        JsonNode why =
                json("explain --model @cnn.vitrine --user 007 --item " + best + " --method integrated-gradients");
        assertEquals(list.at("/items/0/score").doubleValue(), why.at("/score").doubleValue(), 1e-6);
        double sum = 0;
        for (JsonNode part : why.at("/parts")) {
            sum += part.at("/attribution").doubleValue();
        }
        assertEquals(why.at("/score").doubleValue() - why.at("/baselineScore").doubleValue(), sum, .01);
        assertTrue(words("supported partly not-supported not-testable")
                .contains(why.at("/faithfulness/verdict").textValue()));
        JsonNode exact = json("explain --model @knn.vitrine --user 007 --item p00 --method exact");
        assertEquals("exact", exact.at("/faithfulness/verdict").textValue());
        JsonNode layers = json("activations --model @cnn.vitrine --user 007 --item " + best);
        assertEquals(words("name type shape values conductance"), fields(layers.at("/layers/0")));
        JsonNode given = json("recommend --model @cnn.vitrine --history p00,p01 --top 2");
        assertTrue(given.at("/user").isNull());
        assertEquals(2, given.at("/history").size());
    }

    @Test
    void withoutJsonThereIsATextForPeople() {
        for (String line : List.of(
                "import --interactions @log.csv",
                "evaluate --interactions @log.csv --model @knn.vitrine --protocol loo99",
                "recommend --model @cnn.vitrine --user 007 --top 3",
                "explain --model @cnn.vitrine --user 007 --item p19",
                "activations --model @cnn.vitrine --user 007 --item p19")) {
            assertEquals(0, run(line), RealEngineTest::err);
            assertTrue(OUT.size() > 50, line);
        }
    }

    @Test
    void generateMakesAShopThatCanBeImported() throws IOException {
        JsonNode made = json("generate --out @shop --users 40 --items 250 --events 400 --seed 1");
        assertEquals(words("files users items events"), fields(made));
        JsonNode read = json("import --interactions @shop/interactions.csv --items @shop/items.csv");
        // An event is a purchase; views and carts before it are rows of their own.
        assertTrue(read.at("/rowsRead").longValue() > made.at("/events").longValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | train --interactions @log.csv --model transformer --out @x.vitrine | Known: cnn, neumf, itemknn, ease, bpr, popularity, gru, multvae, context",
                "2 | train --interactions @log.csv --model cnn --split half --out @x.vitrine | Known: none, loo, temporal",
                "2 | train --interactions @log.csv --model popularity --epochs 3 --out @x.vitrine | no hyper-parameters",
                "2 | train --interactions @log.csv --model cnn --kernel 4 --out @x.vitrine | --kernel must be odd",
                "2 | evaluate --interactions @log.csv --model popularity --protocol best | Known: loo99, loo-full",
                "2 | explain --model @cnn.vitrine --user 007 --item p00 --method magic | Known: integrated-gradients",
                "2 | train --interactions @log.csv --sampling often --out @x.vitrine | uniform, popularity, in-batch",
                "2 | train --interactions @log.csv --warmup 2.5 --out @x.vitrine | whole number of steps",
                "2 | train --interactions @log.csv --checkpoint-every 5 | needs --out",
                "2 | train --interactions @log.csv --checkpoint-every 2m --out @x.vitrine | such as 30s",
                "4 | train --interactions @log.csv --resume @cnn.vitrine --out @x.vitrine | not a checkpoint",
                "3 | import --interactions @none.csv | none.csv",
                "3 | train --interactions @log.csv --model cnn --out @log.csv/x.vitrine | Nothing was trained",
                "3 | recommend --model @none.vit --user 007 | There is no model file",
                "3 | recommend --model @log.csv --user 007 | damaged",
                "3 | recommend --model @cnn.vitrine --user 7 | No user 7 in cnn.vitrine. Nearest: ",
                "3 | explain --model @cnn.vitrine --user 007 --item p99 | No item p99",
                "3 | demo --out @demo | sample shop",
                "4 | explain --model @cnn.vitrine --user 007 --item p00 --method exact | linear",
                "4 | activations --model @knn.vitrine --user 007 --item p00 | no layers",
                "4 | evaluate --interactions @log.csv --model @none.vitrine --protocol loo99 | --split loo",
                "4 | evaluate --interactions @log.csv --min-user 2 --min-item 14 --model @cnn.vitrine --protocol loo99"
                        + " | other data",
            })
    void whatCannotBeDoneSaysSoWithItsCodeAndWritesNothing(int code, String line, String sentence) throws IOException {
        List<String> before = names();
        assertEquals(code, run(line + " --json"), RealEngineTest::err);
        assertEquals(0, OUT.size());
        assertTrue(err().contains(sentence), err());
        assertTrue(!err().contains("at vitrine."), err());
        assertEquals(before, names());
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    /** Stops the command as soon as it says so on its way. */
    private static int stoppedAt(String words, String line) {
        CancellationSource cancellation = new CancellationSource();
        OUT.reset();
        ERR.reset();
        OutputStream hears = new OutputStream() {
            @Override
            public void write(int b) {
                ERR.write(b);
                if (err().contains(words)) {
                    cancellation.cancel();
                }
            }
        };
        Console console = new Console(OUT, hears, false);
        String[] arguments = line.replace("@", folder + "/").split(" ");
        return new Application(EngineVerbs.create(), console, cancellation, folder, Optional::empty).run(arguments);
    }

    @Test
    void aStoppedTrainingGoesOnToTheFileOfOneThatWasNot() throws IOException {
        String line = "train --interactions @log.csv --model cnn --split loo --epochs 3 --dim 4 --filters 4 --batch 20"
                + " --sampling popularity --warmup 10";
        json(line + " --out @straight.vitrine");
        assertEquals(130, stoppedAt("epoch 2 of 3", line + " --checkpoint-every 3 --out @parts.vitrine"));
        assertTrue(err().contains("--resume " + folder.resolve("parts.vitrine.checkpoint")), err());
        assertTrue(Files.notExists(folder.resolve("parts.vitrine")));
        assertEquals(
                "cnn",
                json("train --interactions @log.csv --resume @parts.vitrine.checkpoint --out @parts.vitrine")
                        .at("/model")
                        .textValue());
        assertEquals(-1, Files.mismatch(folder.resolve("straight.vitrine"), folder.resolve("parts.vitrine")));
    }

    @Test
    void neuMfTrainsStopsResumesRanksAndSaysWhatItCannot() throws IOException {
        String line = "train --interactions @log.csv --model neumf --split loo --epochs 3 --factors 4 --layers 8,4"
                + " --batch 20 --clip 0.5";
        json(line + " --out @neumf-straight.vitrine");
        assertEquals(130, stoppedAt("epoch 2 of 3", line + " --checkpoint-every 3 --out @neumf.vitrine"));
        JsonNode trained =
                json("train --interactions @log.csv --resume @neumf.vitrine.checkpoint --out @neumf.vitrine");
        assertEquals("neumf", trained.at("/model").textValue());
        assertEquals("8,4", trained.at("/parameters/layers").textValue());
        assertEquals(-1, Files.mismatch(folder.resolve("neumf-straight.vitrine"), folder.resolve("neumf.vitrine")));
        String user = "001";
        JsonNode list = json("recommend --model @neumf.vitrine --top 3 --user " + user);
        assertEquals(3, list.at("/items").size());
        String item = list.at("/items/0/item").textValue();
        String question = " --model @neumf.vitrine --user " + user + " --item " + item;
        JsonNode layers = json("activations" + question).at("/layers");
        assertEquals("score", layers.get(layers.size() - 1).at("/name").textValue());
        JsonNode why = json("explain --method occlusion" + question);
        assertTrue(why.at("/foldedIn").booleanValue());
        assertEquals("history", why.at("/parts/0/kind").textValue());
        assertEquals(4, run("explain --method integrated-gradients" + question));
        JsonNode refitted = json("recommend --model @neumf.vitrine --history " + item);
        assertTrue(refitted.at("/foldedIn").booleanValue());
        assertTrue(!list.at("/foldedIn").booleanValue());
    }

    @Test
    void aStoppedCommandEndsWith130AndLeavesNothingHalfWritten() throws IOException {
        CancellationSource cancelled = new CancellationSource();
        cancelled.cancel();
        List<String> before = names();
        assertEquals(130, run(cancelled, "train --interactions @log.csv --model cnn --out @stopped.vitrine --json"));
        assertEquals(0, OUT.size());
        assertEquals(before, names());
    }

    @Test
    void a_model_trained_into_a_study_is_found_with_its_curves_when_the_study_is_opened() {
        assertEquals(
                0,
                run("train --interactions @log.csv --split loo --epochs 2 --dim 4 --filters 4 --study @study"
                        + " --out @study/models/cnn-1.vitrine"),
                RealEngineTest::err);
        StoredRun run = StudySession.in(folder.resolve("study")).runs().get(0);
        assertEquals("cnn-1", run.id());
        assertEquals(2, run.history().epochs().size());
        double best = run.history().epochs().stream()
                .mapToDouble(EpochRecord::quality)
                .max()
                .orElseThrow();
        assertEquals(best, run.history().epochs().get(run.bestEpoch() - 1).quality());
    }
}
