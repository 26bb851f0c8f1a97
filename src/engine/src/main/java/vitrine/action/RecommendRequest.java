package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code recommend}.
 *
 * @param user id; empty: an unknown user, then {@code history} is the whole question
 * @param history item ids, oldest first, in place of the recorded history
 * @param includeSeen rank what the user already has, too
 * @param context names to values in place of what is recorded ({@code hour, weekday, region, device, user.NAME, item.NAME});
 *     only for models that read it
 */
public record RecommendRequest(
        Path model,
        Optional<String> user,
        Optional<List<String>> history,
        int top,
        boolean includeSeen,
        Map<String, String> context) {
    public RecommendRequest {
        // A step recorded before there was a context has none.
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    /** In the recorded context. */
    public RecommendRequest(
            Path model, Optional<String> user, Optional<List<String>> history, int top, boolean includeSeen) {
        this(model, user, history, top, includeSeen, Map.of());
    }
}
