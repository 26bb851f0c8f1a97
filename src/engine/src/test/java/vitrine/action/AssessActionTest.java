package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.AssessResult.Difference;
import vitrine.action.AssessResult.Row;
import vitrine.run.CancelledException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.WrongUsageException;

class AssessActionTest {
    @TempDir
    Path folder;

    private TinyShop shop;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
    }

    private static AssessResult assess(Path model, int threads, String... methods) {
        return new AssessAction()
                .run(
                        new AssessRequest(model, 30, List.of(methods), 1, 30, List.of(1L, 2L), 42),
                        new JobContext(Progress.NONE, () -> false, threads));
    }

    private static Row row(AssessResult result, String method) {
        return result.table().stream()
                .filter(row -> row.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFormulaOfALinearModelIsNeverRed() {
        for (String model : List.of("ease", "itemknn")) {
            AssessResult result = assess(shop.trained(model), 2);
            Row exact = row(result, "exact");
            assertEquals("green", exact.verdict(), model);
            assertEquals(row(result, "occlusion").f(), exact.f(), model);
            assertEquals(List.of(), result.notFitting(), model);
            assertTrue(row(result, "cosine").control());
            assertNull(row(result, "cosine").verdict());
        }
    }

    @Test
    void methodsThatDoNotFitAreNamedOrRefused() {
        Path cnn = shop.trained("cnn");
        AssessResult all = assess(cnn, 2);
        assertEquals("exact", all.notFitting().get(0).method());
        assertTrue(all.table().stream().noneMatch(row -> row.method().equals("exact")));
        assertThrows(CannotAnswerException.class, () -> assess(cnn, 1, "exact"));
        assertThrows(WrongUsageException.class, () -> assess(cnn, 1, "guessing"));
        assertThrows(WrongUsageException.class, () -> assess(cnn, 1, "cosine"));
    }

    @Test
    void theNumberOfThreadsChangesNothingButTheTime() {
        Path cnn = shop.trained("cnn");
        AssessResult one = assess(cnn, 1, "integrated-gradients", "occlusion");
        AssessResult two = assess(cnn, 2, "integrated-gradients", "occlusion");
        assertEquals(one.significance(), two.significance());
        for (Row row : one.table()) {
            Row same = row(two, row.method());
            assertEquals(row.f(), same.f());
            assertEquals(row.cdcg(), same.cdcg());
            assertEquals(row.sanity(), same.sanity());
            assertEquals(row.evaluations(), same.evaluations());
        }
    }

    @Test
    void differencesAreThoseOfTheTableAndTheCorrectionNeverHelps() {
        AssessResult result = assess(shop.trained("cnn"), 2, "integrated-gradients", "occlusion");
        for (Difference test : result.significance()) {
            Double a = row(result, test.a()).f().mean();
            Double b = row(result, test.b()).f().mean();
            assertTrue(a != null && b != null);
            assertEquals(a - b, test.difference(), 1e-9);
            assertTrue(test.low() <= test.difference() && test.difference() <= test.high());
            assertTrue(test.pHolm() >= test.p());
        }
        assertEquals(2 * 3 + 1, result.significance().size());
    }

    @Test
    void aModelThatKnowsUsersByAVectorIsAskedByFoldIn() {
        AssessResult result = assess(shop.trained("neumf"), 2, "occlusion");
        assertTrue(result.foldedIn());
        assertTrue(result.users() > 0);
        assertNotEquals(List.of(), result.layers());
        assertEquals(0.0, row(result, "occlusion").gradients().mean());
    }

    @Test
    void aModelThatReadsNoHistoryIsRefused() {
        Path popularity = shop.trained("popularity");
        assertTrue(assertThrows(CannotAnswerException.class, () -> assess(popularity, 1))
                .getMessage()
                .contains("does not read a history"));
    }

    @Test
    void itCanBeStopped() {
        Path knn = shop.trained("itemknn");
        assertThrows(
                CancelledException.class,
                () -> new AssessAction()
                        .run(
                                new AssessRequest(knn, 30, List.of(), 1, 30, List.of(1L), 42),
                                new JobContext(Progress.NONE, () -> true, 2)));
    }
}
