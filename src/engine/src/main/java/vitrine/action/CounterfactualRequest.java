package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vitrine.explain.counterfactual.SearchLimits;

/**
 * {@code counterfactual}.
 *
 * @param k length of the list
 * @param maxSize sets of up to so many changes are all tried
 * @param keep item ids that stay in the history; {@code hour, weekday, region, device} for a part of the moment that stays
 * @param lift whether to ask what would bring the item into the list, not what would take it out
 * @param questions most questions put to the model
 * @param context as for {@code recommend --context}
 */
public record CounterfactualRequest(
        Path model,
        Optional<String> user,
        Optional<List<String>> history,
        String item,
        int k,
        int maxSize,
        List<String> keep,
        boolean lift,
        int questions,
        Map<String, String> context) {
    public static final int LARGEST_SIZE = SearchLimits.LARGEST;
    public static final int DEFAULT_QUESTIONS = SearchLimits.DEFAULT.questions();

    public CounterfactualRequest {
        keep = List.copyOf(keep);
        context = Map.copyOf(context);
    }
}
