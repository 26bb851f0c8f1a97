package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.action.SearchResult.Trial;
import vitrine.run.BadInputException;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;
import vitrine.run.WrongUsageException;

class SearchActionTest {
    @TempDir
    Path folder;

    private TinyShop shop;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
    }

    private SearchRequest request(String model, String strategy, int budget, Optional<Path> trials) {
        Map<String, String> fixed = model.equals("neumf")
                ? Map.of("epochs", "9", "batch", "100", "layers", "8,4", "factors", "4")
                : Map.of();
        return new SearchRequest(
                shop.data, model, fixed, "loo99", 10, "ndcg", strategy, budget, OptionalDouble.empty(), 42, trials);
    }

    private SearchResult search(String model, String strategy, int budget, Optional<Path> trials) {
        return new SearchAction().run(request(model, strategy, budget, trials), JobContext.quiet());
    }

    private static List<String> tried(SearchResult result) {
        return result.trials().stream()
                .map(t -> t.candidate() + " " + t.rung() + " " + t.parameters() + " " + t.metric())
                .toList();
    }

    @Test
    void theBestIsTheLargestAndTheFirstHasTheDefaults() {
        SearchResult result = search("itemknn", "random", 6, Optional.empty());
        assertEquals(6, result.trials().size());
        assertEquals(Map.of(), result.trials().get(0).parameters());
        double largest =
                result.trials().stream().mapToDouble(Trial::standing).max().orElseThrow();
        assertEquals(largest, result.best().orElseThrow().metric());
        assertTrue(result.complete());
    }

    @Test
    void theTestRowsChangeNothing() throws IOException {
        Path log = folder.resolve("orders.csv");
        List<String> byDay = Files.readAllLines(log).stream()
                .sorted(Comparator.comparing(line -> line.startsWith("user") ? "" : line.split(",")[2]))
                .toList();
        Files.write(log, byDay);
        SearchResult before = search("ease", "random", 3, Optional.empty());
        // What the protocol holds out, every user's last row, becomes an item the user has not had.
        List<String> changed = byDay.stream()
                .map(line -> line.contains("2024-01-14") ? withItemFurtherOn(line) : line)
                .toList();
        assertNotEquals(byDay, changed);
        Files.write(log, changed);
        assertEquals(tried(before), tried(search("ease", "random", 3, Optional.empty())));
    }

    private static String withItemFurtherOn(String line) {
        String[] fields = line.split(",");
        fields[1] = TinyShop.item(Integer.parseInt(fields[1]) - 100 + 5);
        return String.join(",", fields);
    }

    @Test
    void whatWasTriedIsNotTriedAgainAndTheRestIsTheSame() throws IOException {
        Path file = folder.resolve("trials.jsonl");
        SearchResult whole = search("itemknn", "random", 5, Optional.empty());
        search("itemknn", "random", 2, Optional.of(file));
        assertEquals(3, Files.readAllLines(file).size());
        SearchResult continued = search("itemknn", "random", 5, Optional.of(file));
        assertEquals(2, continued.resumed());
        assertEquals(tried(whole), tried(continued));
    }

    @Test
    void whatIsStoppedKeepsWhatIsDone() throws IOException {
        Path file = folder.resolve("trials.jsonl");
        AtomicInteger done = new AtomicInteger();
        Progress counting = (stage, now, total) -> {
            if (stage.startsWith("Searching")) {
                done.set((int) now);
            }
        };
        JobContext stopping = new JobContext(counting, () -> done.get() >= 2, 1);
        CancelledException stopped = assertThrows(
                CancelledException.class,
                () -> new SearchAction().run(request("itemknn", "random", 5, Optional.of(file)), stopping));
        assertTrue(stopped.getMessage().contains("trials.jsonl"), stopped.getMessage());
        assertEquals(3, Files.readAllLines(file).size());
    }

    @Test
    void halvingTrainsFewToTheEndAndThreadsChangeNothing() {
        SearchResult result = search("neumf", "halving", 9, Optional.empty());
        assertEquals(9 + 3 + 1, result.trials().size());
        assertEquals(1, result.trials().stream().filter(Trial::full).count());
        double first = result.trials().stream()
                .filter(t -> t.rung() == 0)
                .mapToDouble(Trial::standing)
                .max()
                .orElseThrow();
        int chosen = result.trials().get(9).candidate();
        assertEquals(first, result.trials().get(chosen).metric());
        SearchResult two =
                new SearchAction().run(request("neumf", "halving", 9, Optional.empty()), TinyShop.TWO_THREADS);
        assertEquals(tried(result), tried(two));
    }

    @Test
    void aFileOfAnotherSearchOrADamagedOneIsRefused() throws IOException {
        Path file = folder.resolve("trials.jsonl");
        search("itemknn", "random", 1, Optional.of(file));
        assertThrows(WrongUsageException.class, () -> search("ease", "random", 1, Optional.of(file)));
        Files.writeString(file, Files.readString(file) + "{\n");
        BadInputException damaged =
                assertThrows(BadInputException.class, () -> search("itemknn", "random", 1, Optional.of(file)));
        assertTrue(damaged.getMessage().contains("line 3"), damaged.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"candidate\":1,\"rung\":0,\"metric\":0.5,\"full\":true,\"seconds\":1}",
                "{\"candidate\":1,\"rung\":0,\"parameters\":null,\"metric\":0.5,\"full\":true,\"seconds\":1}",
                "{\"candidate\":1,\"rung\":0,\"parameters\":{\"l2\":null},\"metric\":0.5,\"full\":true,\"seconds\":1}",
                "{\"candidate\":1,\"rung\":0,\"parameters\":{},\"full\":true,\"seconds\":1}",
            })
    void aLineThatIsNoWholeTrialIsRefused(String line) throws IOException {
        Path file = folder.resolve("trials.jsonl");
        search("itemknn", "random", 1, Optional.of(file));
        Files.writeString(file, Files.readString(file) + line + "\n");
        BadInputException damaged =
                assertThrows(BadInputException.class, () -> search("itemknn", "random", 3, Optional.of(file)));
        assertTrue(damaged.getMessage().contains("line 3: this is no trial"), damaged.getMessage());
    }

    @Test
    void aCandidateThatDivergesStandsLastAndIsNotTriedAgain() throws IOException {
        Path file = folder.resolve("trials.jsonl");
        search("itemknn", "random", 2, Optional.of(file));
        List<String> lines = Files.readAllLines(file);
        // The best of both becomes one that diverged.
        SearchResult before = search("itemknn", "random", 2, Optional.of(file));
        int best = before.best().orElseThrow().candidate();
        lines.set(1 + best, lines.get(1 + best).replaceFirst("\"metric\":[0-9.E-]+", "\"metric\":null"));
        Files.write(file, lines);
        SearchResult after = search("itemknn", "random", 2, Optional.of(file));
        assertEquals(2, after.resumed());
        assertEquals(1 - best, after.best().orElseThrow().candidate());
    }

    @Test
    void aSearchOutlivesTrainingsThatDiverge() throws IOException {
        // With steps of length 1 the code's variance, an exponential, soon is no number.
        Path file = folder.resolve("trials.jsonl");
        SearchRequest request = new SearchRequest(
                shop.data,
                "multvae",
                Map.of("epochs", "30", "lr", "1", "batch", "2", "anneal", "0", "patience", "0"),
                "loo99",
                10,
                "ndcg",
                "random",
                2,
                OptionalDouble.empty(),
                42,
                Optional.of(file));
        SearchResult result = new SearchAction().run(request, JobContext.quiet());
        assertEquals(2, result.trials().size());
        assertTrue(
                result.trials().stream().noneMatch(Trial::measured),
                result.trials().toString());
        assertEquals(Optional.empty(), result.best());
        assertEquals(2, new SearchAction().run(request, JobContext.quiet()).resumed());
    }

    @Test
    void otherAttributesAreAnotherSearch() throws IOException {
        Path file = folder.resolve("trials.jsonl");
        search("itemknn", "random", 1, Optional.of(file));
        Path products = folder.resolve("products.csv");
        Files.writeString(products, Files.readString(products).replace("Product A", "Product Z"));
        assertThrows(WrongUsageException.class, () -> search("itemknn", "random", 1, Optional.of(file)));
    }

    @Test
    void theContextModelIsSearchedWithItsAttributes() throws IOException {
        Map<String, String> fixed = new HashMap<>(TinyShop.quick("context"));
        fixed.put("id-dropout", "1");
        SearchRequest request = new SearchRequest(
                shop.data,
                "context",
                fixed,
                "loo99",
                10,
                "auc",
                "random",
                1,
                OptionalDouble.empty(),
                42,
                Optional.empty());
        StringBuilder products = new StringBuilder("item,category\n");
        for (int item = 0; item < TinyShop.ITEMS; item++) {
            products.append(TinyShop.item(item)).append(",c").append(item / 3).append('\n');
        }
        Files.writeString(folder.resolve("products.csv"), products);
        double with = standing(request);
        Files.writeString(folder.resolve("products.csv"), products.toString().replaceAll(",c\\d+", ",c"));
        assertNotEquals(with, standing(request));
    }

    private static double standing(SearchRequest request) {
        return new SearchAction()
                .run(request, JobContext.quiet())
                .trials()
                .get(0)
                .standing();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDrawIsPossible(String model) {
        for (int i = 0; i < 300; i++) {
            SeededRandom random = SeededRandom.stream(7, model, i);
            Map<String, String> drawn = new HashMap<>();
            Models.ranges(model).forEach((name, range) -> drawn.put(name, range.draw(random)));
            assertEquals(Optional.empty(), Models.refusal(model, drawn), drawn.toString());
        }
    }

    static List<String> names() {
        return Models.names();
    }

    /** A range that leaves out what was found best by hand was made for another model. */
    @ParameterizedTest
    @ValueSource(strings = {"gru", "multvae", "context"})
    void defaultsLieInTheirRanges(String model) {
        Models.parameters(model).forEach(parameter -> {
            String value = parameter.defaultValue();
            SearchRange range = Models.ranges(model).get(parameter.name());
            if (range instanceof SearchRange.Choice choice) {
                assertTrue(choice.values().contains(value), parameter.toString());
            } else if (range instanceof SearchRange.Whole whole) {
                int number = Integer.parseInt(value);
                assertTrue(whole.low() <= number && number <= whole.high(), parameter.toString());
            } else if (range instanceof SearchRange.LogUniform numbers) {
                double number = Double.parseDouble(value);
                assertTrue(numbers.low() <= number && number <= numbers.high(), parameter.toString());
            }
        });
        assertEquals(model.equals("multvae"), !Models.ranges(model).containsKey("negatives"));
    }

    @Test
    void whatCannotBeSearchedIsRefused() {
        assertThrows(WrongUsageException.class, () -> search("popularity", "random", 1, Optional.empty()));
        assertThrows(WrongUsageException.class, () -> search("ease", "halving", 1, Optional.empty()));
        assertThrows(WrongUsageException.class, () -> search("ease", "best", 1, Optional.empty()));
    }

    @Test
    void drawsLieInTheirRangesAndReachBothEnds() {
        SeededRandom random = new SeededRandom(1);
        SearchRange.Whole whole = new SearchRange.Whole(1, 8);
        boolean[] seen = new boolean[9];
        for (int i = 0; i < 1000; i++) {
            seen[Integer.parseInt(whole.draw(random))] = true;
            double lr = Double.parseDouble(new SearchRange.LogUniform(1e-4, 1e-2).draw(random));
            assertTrue(lr >= .999e-4 && lr <= 1.001e-2, lr + "");
        }
        assertTrue(seen[1] && seen[8] && !seen[0]);
    }
}
