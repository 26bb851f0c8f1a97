package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
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
        assertEquals(new GivenCounts(4, 1, 1, 1, 1, 0, 0, 0, 0), result.given().orElseThrow());
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
    void whoHasNothingToBeRankedAmongIsLeftOutAndCounted() throws IOException {
        // b has no list, c's list has only what is to be found; zoe's list is of nobody.
        EvaluateResult result = evaluate(
                "user,item\na,4\nb,4\nc,2\nc,3\n",
                Optional.of("(a,4)\t3\n(c,2)\t2\t77\n(zoe,1)\t1\t2\n"),
                1,
                Optional.empty());
        assertEquals(new GivenCounts(4, 1, 0, 0, 0, 1, 0, 2, 1), result.given().orElseThrow());
        assertEquals(1, result.users());
        assertEquals(0, result.metrics().get("hr"), "a's 3 stands before 4, and nobody else counts");
    }

    @Test
    void listsThatFitNobodyAreRefused() {
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> evaluate("user,item\na,4\n", Optional.of("(A,4)\t3\n"), 1, Optional.empty()));
        assertTrue(refused.getMessage().contains("None of the 1 users of test.csv"), refused.getMessage());
        assertTrue(refused.getMessage().contains("negatives.tsv"), refused.getMessage());
    }

    @Test
    void testFilesAreNotCutByTheCoreOfACleaningList() throws IOException {
        DataOptions all = training();
        CleaningList twoAUser = CleaningList.of(new DataOptions(
                all.interactions(),
                Optional.empty(),
                Optional.empty(),
                all.format(),
                all.mapping(),
                all.columns(),
                Optional.empty(),
                all.eventWeights(),
                all.minValue(),
                2,
                0,
                false));
        DataOptions cut = twoAUser.applyTo(all, folder.resolve("cleaning.json"));
        GivenReading reading = GivenReading.of(
                new GivenFiles(
                        write("test.csv", "user,item\na,4\nc,2\nc,3\n"),
                        List.of(),
                        Optional.of(write("others.csv", "user,item\na,3\nc,2\nc,3\nc,4\n"))),
                cut,
                DataLoading.read(cut, JobContext.quiet()).log(),
                JobContext.quiet());
        assertEquals(new GivenCounts(3, 3, 0, 0, 0, 0, 1, 0, 0), reading.counts());
    }

    @Test
    void listsMayBePackedMarkedAndInLatin1() throws IOException {
        Path train = write("latin.csv", "user,item\né,1\né,2\nb,1\nb,3\nb,4\n");
        Path test = write("test.csv", "user,item\né,4\n");
        byte[] latin = "(é,4)\t3\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\uFEFF(é,4)\t3\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(marked);
        }
        for (byte[] bytes : List.of(latin, marked, packed.toByteArray())) {
            Path lists = Files.write(folder.resolve("lists.bin"), bytes);
            DataOptions data = DataOptions.of(train);
            GivenReading reading = GivenReading.of(
                    new GivenFiles(test, List.of(), Optional.of(lists)),
                    data,
                    DataLoading.read(data, JobContext.quiet()).log(),
                    JobContext.quiet());
            assertEquals(new GivenCounts(1, 1, 0, 0, 0, 0, 0, 0, 0), reading.counts());
        }
    }

    @Test
    void aModelThatHasNotSeenAllOfTheDataIsToldSo() throws IOException {
        Path model = folder.resolve("loo.vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(training(), "popularity", "loo", Map.of(), 42, Optional.of(model), true),
                        JobContext.quiet());
        EvaluateRequest request = new EvaluateRequest(
                training(),
                model.toString(),
                Map.of(),
                "loo99",
                1,
                42,
                Optional.of(new GivenFiles(write("test.csv", "user,item\na,4\n"), List.of(), Optional.empty())),
                List.of(),
                Optional.empty());
        CannotAnswerException refused =
                assertThrows(CannotAnswerException.class, () -> new EvaluateAction().run(request, JobContext.quiet()));
        assertTrue(refused.getMessage().contains("has not seen all of the data"), refused.getMessage());
        assertTrue(refused.getMessage().contains("--split none"), refused.getMessage());
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
