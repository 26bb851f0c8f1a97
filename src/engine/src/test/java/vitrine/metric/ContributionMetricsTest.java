package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContributionMetricsTest {
    @Test
    void giniAndEntropyMatchTheReferenceCase() {
        double[] contributions = {.4, .3, -.1, 0};
        assertEquals(.4375, Gini.of(contributions), 1e-12);
        assertEquals(.974315, Entropy.of(contributions), 1e-6);
    }

    @Test
    void equalSharesAreLeastSparseAndMostComplex() {
        double[] equal = {2, -2, 2, 2};
        assertEquals(0, Gini.of(equal), 1e-12);
        assertEquals(Math.log(4), Entropy.of(equal), 1e-12);
    }

    @Test
    void onePartThatCarriesAllIsMostSparseAndLeastComplex() {
        double[] single = {0, 0, 5, 0};
        assertEquals(.75, Gini.of(single), 1e-12);
        assertEquals(0, Entropy.of(single), 1e-12);
    }

    @Test
    void nothingIsNeitherSparseNorComplex() {
        assertEquals(0, Gini.of(new double[3]));
        assertEquals(0, Gini.of(new double[0]));
        assertEquals(0, Entropy.of(new double[3]));
    }

    @Test
    void spearmanSeesOrderOnly() {
        double[] a = {1, 2, 3, 4};
        assertEquals(1, Spearman.of(a, new double[] {1, 10, 100, 1000}), 1e-12);
        assertEquals(-1, Spearman.of(a, new double[] {4, 3, 2, 1}), 1e-12);
    }

    @Test
    void spearmanGivesTiesTheirAverageRank() {
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: Pearson 4.5 / sqrt(4.5 * 5).
        assertEquals(4.5 / Math.sqrt(22.5), Spearman.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}), 1e-12);
    }

    @Test
    void spearmanWithoutAnOrderIsUndefined() {
        assertTrue(Double.isNaN(Spearman.of(new double[] {1}, new double[] {1})));
        assertTrue(Double.isNaN(Spearman.of(new double[] {1, 1}, new double[] {1, 2})));
        assertThrows(IllegalArgumentException.class, () -> Spearman.of(new double[1], new double[2]));
    }
}
