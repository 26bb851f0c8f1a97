package vitrine.assess;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vitrine.data.Catalog;
import vitrine.model.InteractionMatrix;

/**
 * What lists are like beside being right, over the first k places of every measured user:
 *
 * <ul>
 *   <li>{@code coverage}: share of all items that stand in at least one list
 *   <li>{@code novelty}: mean over places of {@code -log2(users of the item / users)}, in bits (Vargas and Castells, 2011);
 *       an item nobody had counts as one user's
 *   <li>{@code diversity}: mean over lists of the share of pairs in different categories (Ziegler et al., 2005); only over
 *       items with a category
 *   <li>{@code popularityBias}: average recommendation popularity, the mean over places of the share of users who had the
 *       item (Abdollahpouri et al., 2019, there as counts)
 *   <li>{@code longTail}: share of places with an item outside the most popular ones that make up 80 % of all choices
 * </ul>
 */
final class ListQuality {
    private static final double HEAD = .8;

    private final InteractionMatrix training;
    private final Catalog items;

    /** @param items in the numbering of {@code training} */
    ListQuality(InteractionMatrix training, Catalog items) {
        this.training = training;
        this.items = items;
    }

    /** @param lists item numbers, best first, at least one list */
    SortedMap<String, Double> of(int[][] lists) {
        int users = training.users().size();
        int[] counts = training.itemCounts();
        BitSet head = head(counts);
        BitSet seen = new BitSet();
        double novelty = 0;
        double popularity = 0;
        long tail = 0;
        long places = 0;
        for (int[] list : lists) {
            for (int item : list) {
                seen.set(item);
                novelty -= Math.log((double) Math.max(1, counts[item]) / users) / Math.log(2);
                popularity += (double) counts[item] / users;
                tail += head.get(item) ? 0 : 1;
                places++;
            }
        }
        SortedMap<String, Double> measures = new TreeMap<>();
        measures.put("coverage", (double) seen.cardinality() / counts.length);
        if (places > 0) {
            measures.put("novelty", novelty / places);
            measures.put("popularityBias", popularity / places);
            measures.put("longTail", (double) tail / places);
        }
        diversity(lists).ifPresent(value -> measures.put("diversity", value));
        return measures;
    }

    private static BitSet head(int[] counts) {
        int[] byCount = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -counts[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double most = HEAD * Arrays.stream(counts).asLongStream().sum();
        BitSet head = new BitSet();
        long sum = 0;
        for (int i = 0; i < byCount.length && sum < most; i++) {
            head.set(byCount[i]);
            sum += counts[byCount[i]];
        }
        return head;
    }

    private Optional<Double> diversity(int[][] lists) {
        double sum = 0;
        int measured = 0;
        for (int[] list : lists) {
            String[] categories = Arrays.stream(list)
                    .mapToObj(item -> items.attribute(item, Catalog.CATEGORY))
                    .flatMap(Optional::stream)
                    .toArray(String[]::new);
            int n = categories.length;
            if (n >= 2) {
                sum += differentPairs(categories) / (n * (n - 1) / 2.0);
                measured++;
            }
        }
        return measured == 0 ? Optional.empty() : Optional.of(sum / measured);
    }

    private static int differentPairs(String[] categories) {
        int different = 0;
        for (int i = 0; i < categories.length; i++) {
            for (int j = 0; j < i; j++) {
                different += categories[i].equals(categories[j]) ? 0 : 1;
            }
        }
        return different;
    }
}
