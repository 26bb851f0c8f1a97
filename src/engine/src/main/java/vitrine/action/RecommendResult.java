package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

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
