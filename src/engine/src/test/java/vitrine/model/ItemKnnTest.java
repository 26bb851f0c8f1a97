package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.InteractionLog;
import vitrine.explain.Contribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.LinearExactnessTest;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class ItemKnnTest {
    private static final int ITEMS = 40;
    private final InteractionLog log = RandomMatrix.log(25, ITEMS, 260, 3);
    private final double[][] cosine = cosine(RandomMatrix.table(log));

    private ItemKnn fitted(int k) {
        return ItemKnn.fit(RandomMatrix.of(log), k, JobContext.quiet());
    }

    private static double[][] cosine(boolean[][] table) {
        double[][] cosine = new double[ITEMS][ITEMS];
        for (int a = 0; a < ITEMS; a++) {
            for (int b = 0; b < ITEMS; b++) {
                double both = 0;
                double inA = 0;
                double inB = 0;
                for (boolean[] row : table) {
                    both += row[a] && row[b] ? 1 : 0;
                    inA += row[a] ? 1 : 0;
                    inB += row[b] ? 1 : 0;
                }
                cosine[a][b] = a == b || both == 0 ? 0 : both / Math.sqrt(inA * inB);
            }
        }
        return cosine;
    }

    @Test
    void similarityIsTheCosineOfTheItemsColumns() {
        ItemKnn knn = fitted(ITEMS);
        for (int a = 0; a < ITEMS; a++) {
            for (int b = 0; b < ITEMS; b++) {
                assertEquals((float) cosine[a][b], knn.similarity(a, b), "items " + a + ", " + b);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void theMostSimilarAreKeptAndTiesGoByItemNumber(int k) {
        ItemKnn knn = fitted(k);
        for (int y = 0; y < ITEMS; y++) {
            double[] column = cosine[y];
            int[] expected = IntStream.range(0, ITEMS)
                    .filter(i -> column[i] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -column[i])
                            .thenComparing(i -> i))
                    .limit(k)
                    .mapToInt(i -> i)
                    .sorted()
                    .toArray();
            assertArrayEquals(expected, knn.neighbours()[y], "neighbours of " + y);
            assertEquals(expected.length, knn.similarities()[y].length);
        }
    }

    @Test
    void theScoreIsTheSumOfTheExactContributions() {
        ItemKnn knn = fitted(8);
        Query query = new Query(0, new int[] {4, 0, 9, 2}, new float[] {1, .5f, 0, .25f});
        double[] scores = new double[ITEMS];
        knn.score(query, IntStream.range(0, ITEMS).toArray(), scores);
        for (int y = 10; y < ITEMS; y++) {
            double[] exact = knn.exactContributions(query, y);
            assertEquals(Arrays.stream(exact).sum(), scores[y], 1e-12);
            assertEquals(0, exact[2], "a masked item contributes nothing");
            assertEquals(.5 * knn.similarity(0, y), exact[1]);
            PartedScore parted = knn.parted(query, y);
            assertEquals(scores[y], parted.function().value(parted.point()), 1e-12);
            assertEquals(0, parted.function().value(parted.reference()));
        }
    }

    @Test
    void everyExplainerReturnsTheExactContributions() {
        ItemKnn knn = fitted(20);
        Query query = Query.of(1, 0, 3, 1, 12, 5);
        for (Explainer explainer : LinearExactnessTest.methods().toList()) {
            for (int y = 20; y < 30; y++) {
                Explanation explanation = explainer.explain(
                        knn, new ExplanationRequest(query, y, 7, Map.of("ridge", 0.0)), JobContext.quiet());
                double[] values = explanation.contributions().stream()
                        .filter(c -> c.kind() == Part.Kind.HISTORY)
                        .mapToDouble(Contribution::value)
                        .toArray();
                assertArrayEquals(knn.exactContributions(query, y), values, 1e-9, explainer.name());
                assertEquals(knn.score(query, y), explanation.score(), 1e-12);
                assertEquals(0, explanation.referenceScore(), 1e-12);
            }
        }
    }

    @Test
    void fittingCanBeStopped() {
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThrows(
                CancelledException.class,
                () -> ItemKnn.fit(RandomMatrix.of(log), 5, new JobContext(Progress.NONE, source, 1)));
    }
}
