package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final List<Set<Integer>> TRUE =
            List.of(Set.of(3, 1, 2), Set.of(1, 4, 5, 6, 7), Set.of(2, 5, 6, 8, 9, 10, 11, 12, 13, 14));
    private static final int[][] PREDICTED = {{3, 10, 12}, {10, 3, 5, 11, 13}, {4, 10, 7, 13, 1, 3, 5, 2, 11, 14}};

    private interface Measure {
        double of(boolean[] hits, int relevant);
    }

    private static double mean(Measure measure) {
        double sum = 0;
        for (int u = 0; u < PREDICTED.length; u++) {
            boolean[] hits = new boolean[PREDICTED[u].length];
            for (int i = 0; i < hits.length; i++) {
                hits[i] = TRUE.get(u).contains(PREDICTED[u][i]);
            }
            sum += measure.of(hits, TRUE.get(u).size());
        }
        return sum / PREDICTED.length;
    }

    @Test
    void agreeWithTheReferenceFixture() {
        assertEquals(.38172, mean((hits, relevant) -> NdcgAtK.of(hits, relevant, 10)), 1e-5);
        assertEquals(.23613, mean((hits, relevant) -> AveragePrecisionAtK.of(hits, relevant, 10)), 1e-5);
        assertEquals(.26666, mean((hits, relevant) -> PrecisionAtK.of(hits, 10)), 1e-5);
        assertEquals(.37777, mean((hits, relevant) -> RecallAtK.of(hits, relevant, 10)), 1e-5);
        assertEquals(1, mean((hits, relevant) -> HitRateAtK.of(hits, 10)));
        assertEquals((1 + 1 / 3.0 + 1 / 2.0) / 3, mean((hits, relevant) -> ReciprocalRank.of(hits)), 1e-12);
    }

    @Test
    void aSingleRelevantItemNeedsItsRankOnly() {
        for (int rank = 1; rank <= 12; rank++) {
            boolean[] hits = new boolean[12];
            hits[rank - 1] = true;
            for (int k : new int[] {1, 5, 10}) {
                assertEquals(NdcgAtK.of(hits, 1, k), NdcgAtK.ofRank(rank, k), 1e-12);
                assertEquals(HitRateAtK.of(hits, k), HitRateAtK.ofRank(rank, k));
                assertEquals(PrecisionAtK.of(hits, k), PrecisionAtK.ofRank(rank, k));
                assertEquals(RecallAtK.of(hits, 1, k), RecallAtK.ofRank(rank, k));
                assertEquals(AveragePrecisionAtK.of(hits, 1, k), AveragePrecisionAtK.ofRank(rank, k));
            }
            assertEquals(ReciprocalRank.of(hits), ReciprocalRank.ofRank(rank));
        }
    }

    @Test
    void aPerfectListScoresOneAndAnEmptyOneZero() {
        boolean[] all = {true, true, true};
        assertEquals(1, NdcgAtK.of(all, 3, 10), 1e-12);
        assertEquals(1, AveragePrecisionAtK.of(all, 3, 10), 1e-12);
        assertEquals(1, RecallAtK.of(all, 3, 10));
        boolean[] none = {};
        assertEquals(0, NdcgAtK.of(none, 0, 10));
        assertEquals(0, AveragePrecisionAtK.of(none, 0, 10));
        assertEquals(0, RecallAtK.of(none, 0, 10));
        assertEquals(0, PrecisionAtK.of(none, 10));
        assertEquals(0, HitRateAtK.of(none, 10));
        assertEquals(0, ReciprocalRank.of(none));
    }

    @Test
    void theCutOffCounts() {
        boolean[] late = {false, false, true};
        assertEquals(0, NdcgAtK.of(late, 1, 2));
        assertEquals(0, AveragePrecisionAtK.of(late, 1, 2));
        assertEquals(0, HitRateAtK.of(late, 2));
    }
}
