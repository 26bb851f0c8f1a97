package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

class GivenFilesTest {
    @TempDir
    Path folder;

    /** Users a, b, c; items 1 (three users), 2 (two), 3 (one), 4 (one). */
    private DataOptions training() throws IOException {
        Path file = write("train.csv", "user,item\na,1\na,2\nb,1\nb,2\nb,3\nc,1\nc,4\n");
        return DataOptions.of(file);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private EvaluateResult evaluate(String test, Optional<String> negatives, int k, Optional<String> groups)
            throws IOException {
        Path file = write("test.csv", test);
        Optional<Path> others =
                negatives.isPresent() ? Optional.of(write("negatives.tsv", negatives.get())) : Optional.empty();
        return new EvaluateAction()
                .run(
                        new EvaluateRequest(
                                training(),
                                "popularity",
                                Map.of(),
                                "loo99",
                                k,
                                42,
                                Optional.of(new GivenFiles(file, List.of(), others)),
                                List.of(),
                                groups),
                        JobContext.quiet());
    }

    @Test
    void everyUserOfTheFileIsRankedAgainstAllItemsOutsideTheHistory() throws IOException {
        // a ranks 3, 4 (tie by id): 4 is second. c ranks 2, 3: 2 is first.
        EvaluateResult result = evaluate("user,item\na,4\nc,2\n", Optional.empty(), 1, Optional.empty());
        assertEquals("given (test.csv)", result.protocol());
        assertEquals(2, result.users());
        assertEquals(1, result.usersWithoutTest());
        assertEquals(.5, result.metrics().get("hr"));
        assertEquals(.75, result.metrics().get("auc"), 1e-12, "a tie counts one half");
    }

    @Test
    void whatTheTrainingDataDoNotHaveIsLeftOutAndCounted() throws IOException {
        EvaluateResult result = evaluate("user,item\na,4\na,1\na,99\nzoe,2\n", Optional.empty(), 50, Optional.empty());
        assertEquals(new GivenCounts(4, 1, 1, 1, 1, 0, 0), result.given().orElseThrow());
        assertEquals(1, result.users());
        assertEquals(1, result.metrics().get("hr"));
    }

    @Test
    void negativesInTheFormatOfNcfCountOnce() throws IOException {
        // The second user's own item is listed too; 77 is unknown.
        EvaluateResult result =
                evaluate("user,item\na,4\nc,3\n", Optional.of("(a,4)\t3\n(c,3)\t2\t3\t77\n"), 1, Optional.empty());
        assertEquals("given-negatives (test.csv)", result.protocol());
        assertEquals(0, result.metrics().get("hr"));
        assertEquals(1, result.given().orElseThrow().targetsAmongNegatives());
        assertEquals(1, result.given().orElseThrow().unknownNegatives());
        assertEquals(
                1,
                evaluate("user,item\na,4\nc,3\n", Optional.of("(a,4)\t3\n(c,3)\t2\n"), 2, Optional.empty())
                        .metrics()
                        .get("hr"));
    }

    @Test
    void negativesAsPairsMeasureTheSame() throws IOException {
        String test = "user,item\na,4\nc,3\n";
        assertEquals(
                evaluate(test, Optional.of("(a,4)\t3\n(c,3)\t2\n"), 1, Optional.empty())
                        .metrics(),
                evaluate(test, Optional.of("user,item\na,3\nc,2\n"), 1, Optional.empty())
                        .metrics());
    }

    @Test
    void aDamagedLineIsNamed() {
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> evaluate("user,item\na,4\n", Optional.of("(a,4)\t3\n(b 1)\t2\n"), 1, Optional.empty()));
        assertTrue(refused.getMessage().contains("negatives.tsv, line 2"), refused.getMessage());
    }

    @Test
    void aFileThatSharesNothingIsRefused() {
        BadInputException refused = assertThrows(
                BadInputException.class, () -> evaluate("user,item\nzoe,99\n", Optional.empty(), 1, Optional.empty()));
        assertTrue(refused.getMessage().contains("No pair of test.csv"), refused.getMessage());
    }

    @Test
    void groupsHaveAllUsersOnceAndTheirMeansAddUp() throws IOException {
        EvaluateResult result = evaluate("user,item\na,4\nb,4\nc,2\n", Optional.empty(), 1, Optional.of("activity"));
        assertEquals(3, result.groups().stream().mapToInt(g -> g.users()).sum());
        double sum = result.groups().stream()
                .mapToDouble(g -> g.users() * g.metrics().getOrDefault("hr", -1.0))
                .sum();
        assertEquals(result.metrics().get("hr"), sum / 3, 1e-12);
        assertThrows(
                WrongUsageException.class, () -> evaluate("user,item\na,4\n", Optional.empty(), 1, Optional.of("age")));
    }

    @Test
    void severalSeedsGiveTheirMeanAndSpread() throws IOException {
        EvaluateResult result = new EvaluateAction()
                .run(
                        new EvaluateRequest(
                                training(),
                                "popularity",
                                Map.of(),
                                "strat75",
                                1,
                                42,
                                Optional.empty(),
                                List.of(1L, 2L, 3L),
                                Optional.empty()),
                        JobContext.quiet());
        double mean = result.seeds().stream()
                .mapToDouble(s -> s.metrics().getOrDefault("ndcg", Double.NaN))
                .average()
                .orElseThrow();
        Double shown = result.metrics().get("ndcg");
        assertEquals(mean, shown == null ? Double.NaN : shown, 1e-12);
        assertEquals("seeds", result.intervalsOver());
        assertEquals(3, result.seeds().size());
    }
}
