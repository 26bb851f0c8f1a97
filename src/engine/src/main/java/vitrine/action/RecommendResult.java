package vitrine.action;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vitrine.words.Percentages;

/**
 * Result of {@code recommend}.
 *
 * @param foldedIn whether the model, which knows users by a trained vector, fitted one to the history for this answer
 * @param context the moment the list was made for, {@code hour, weekday, region, device} where known; null for a model that
 *     reads none
 */
public record RecommendResult(
        @Nullable String user,
        List<HistoryItem> history,
        List<Ranked> items,
        boolean foldedIn,
        double milliseconds,
        @Nullable SortedMap<String, String> context) {
    /** The probabilities of the list in words, "2.51 %", all alike and never zero where they are not; "-" where none is. */
    public List<String> percentages() {
        List<Optional<Double>> all = items.stream()
                .map(item -> Optional.ofNullable(item.probability()))
                .toList();
        Percentages list = Percentages.forLargest(
                all.stream().mapToDouble(p -> p.orElse(0.0)).max().orElse(0));
        return all.stream().map(p -> p.map(q -> list.words(q).en()).orElse("-")).toList();
    }

    /** One history item, oldest first. */
    public record HistoryItem(String item, String title, double weight) {}

    /**
     * One line of the list.
     *
     * @param score before squashing
     * @param probability only where the model is calibrated, else null
     * @param reason one line: the strongest history item by occlusion, worded as an observation
     */
    public record Ranked(
            int rank,
            String item,
            String title,
            double score,
            @Nullable Double probability,
            String reason) {}
}
