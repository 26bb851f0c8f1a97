package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import vitrine.action.CompareResult.Disagreement;
import vitrine.action.CompareResult.Overlap;
import vitrine.data.IdIndex;
import vitrine.data.IdOrder;
import vitrine.metric.ListOverlap;

/** How alike the lists of every two models are, and for whom they differ most. */
final class ListOverlaps {
    private static final int SHOWN = 10;
    private static final int BINS = 10;

    private ListOverlaps() {}

    /**
     * @param users measured user numbers
     * @param lists by model, then user, item numbers
     */
    static List<Overlap> of(List<String> names, int depth, int[] users, IdIndex ids, List<int[][]> lists) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                overlaps.add(overlap(names.get(a), names.get(b), depth, users, ids, lists.get(a), lists.get(b)));
            }
        }
        return overlaps;
    }

    private static Overlap overlap(
            String a, String b, int depth, int[] users, IdIndex ids, int[][] first, int[][] second) {
        List<Disagreement> all = new ArrayList<>();
        Integer[] histogram = new Integer[BINS];
        Arrays.fill(histogram, 0);
        for (int i = 0; i < users.length; i++) {
            double rbo = ListOverlap.rankBiased(first[i], second[i], ListOverlap.PERSISTENCE);
            histogram[Math.min(BINS - 1, (int) (rbo * BINS))]++;
            all.add(new Disagreement(ids.id(users[i]), rbo, ListOverlap.jaccard(first[i], second[i])));
        }
        double rbo = all.stream().mapToDouble(Disagreement::rbo).average().orElse(Double.NaN);
        double jaccard =
                all.stream().mapToDouble(Disagreement::jaccard).average().orElse(Double.NaN);
        all.sort(Comparator.comparingDouble(Disagreement::rbo).thenComparing(Disagreement::user, IdOrder.BY_ID));
        return new Overlap(
                a,
                b,
                depth,
                rbo,
                ListOverlap.PERSISTENCE,
                jaccard,
                Collections.unmodifiableList(Arrays.asList(histogram)),
                List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))));
    }
}
