package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.CompareResult.Overlap;
import vitrine.action.CompareResult.PairTest;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;

class CompareActionTest {
    @TempDir
    Path folder;

    private TinyShop shop;

    @BeforeEach
    void open() {
        shop = new TinyShop(folder);
    }

    private CompareResult compare(JobContext context, String protocol, Optional<String> user, String... models) {
        return new CompareAction()
                .run(new CompareRequest(shop.data, List.of(models), protocol, 10, 42, Optional.empty(), user), context);
    }

    @Test
    void eachModelIsMeasuredAsEvaluateMeasuresIt() {
        CompareResult result =
                compare(TinyShop.TWO_THREADS, "loo-full", Optional.empty(), "popularity", "itemknn", "ease");
        for (CompareResult.Compared model : result.models()) {
            EvaluateResult alone = new EvaluateAction()
                    .run(
                            new EvaluateRequest(shop.data, model.name(), Map.of(), "loo-full", 10, 42),
                            JobContext.quiet());
            assertEquals(alone.metrics(), model.metrics());
        }
        assertEquals(3, result.overlap().size());
    }

    @Test
    void differencesAreThoseOfTheMeansAndTheCorrectionNeverHelps() {
        CompareResult result = compare(JobContext.quiet(), "loo99", Optional.empty(), "popularity", "itemknn", "ease");
        assertEquals(3 * 2 * 7, result.tests().size());
        for (PairTest test : result.tests()) {
            double a = measure(result, test.a(), test.metric());
            double b = measure(result, test.b(), test.metric());
            assertEquals(a - b, test.difference(), 1e-9, test.toString());
            assertTrue(test.pHolm() >= test.p() && test.pHolm() <= 1, test.toString());
            assertTrue(test.better() + test.worse() <= test.n(), test.toString());
        }
    }

    private static double measure(CompareResult result, String model, String metric) {
        Double value = result.models().stream()
                .filter(m -> m.name().equals(model))
                .findFirst()
                .orElseThrow()
                .metrics()
                .get(metric);
        return value == null ? Double.NaN : value;
    }

    @Test
    void theSameModelTwiceDoesNotDiffer() {
        String file = shop.trained("itemknn").toString();
        CompareResult result = compare(JobContext.quiet(), "loo99", Optional.of("u003"), "itemknn", file);
        result.tests().forEach(test -> assertEquals(1, test.p(), test.toString()));
        Overlap overlap = result.overlap().get(0);
        assertEquals(1, overlap.rbo(), 1e-12);
        assertEquals(1, overlap.jaccard());
        assertEquals(TinyShop.USERS, overlap.histogram().get(9));
        CompareResult.SideBySide user = result.user().orElseThrow();
        user.lists()
                .forEach(list -> list.items().forEach(place -> {
                    assertEquals(List.of(place.rank(), place.rank()), place.ranks());
                    assertTrue(user.history().stream().noneMatch(p -> p.item().equals(place.item())), place.item());
                }));
        assertEquals(1, user.heldOut().size());
    }

    @Test
    void threadsChangeNothing() {
        CompareResult one = compare(JobContext.quiet(), "strat75", Optional.of("u001"), "popularity", "ease");
        CompareResult two = compare(TinyShop.TWO_THREADS, "strat75", Optional.of("u001"), "popularity", "ease");
        assertEquals(one.tests(), two.tests());
        assertEquals(one.overlap(), two.overlap());
        assertEquals(one.user(), two.user());
    }

    @Test
    void wrongNamesAreRefused() {
        assertThrows(WrongUsageException.class, () -> compare(JobContext.quiet(), "loo99", Optional.empty(), "ease"));
        assertThrows(
                WrongUsageException.class,
                () -> compare(JobContext.quiet(), "loo99", Optional.empty(), "ease", "ease"));
        assertThrows(
                WrongUsageException.class,
                () -> compare(JobContext.quiet(), "loo99", Optional.empty(), "ease", "best"));
        assertThrows(
                BadInputException.class,
                () -> compare(JobContext.quiet(), "loo99", Optional.of("nobody"), "ease", "itemknn"));
    }
}
