package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code explain}.
 *
 * @param method explainer name; {@code integrated-gradients}, {@code occlusion}, {@code exact}
 * @param top number of parts to list, strongest first; 0: all
 * @param context names to values in place of what is recorded ({@code hour, weekday, region, device, user.NAME, item.NAME});
 *     only for models that read it
 */
public record ExplainRequest(
        Path model,
        Optional<String> user,
        Optional<List<String>> history,
        String item,
        String method,
        int steps,
        int top,
        long seed,
        Map<String, String> context) {
    public ExplainRequest {
        // A step recorded before there was a context has none.
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    /** In the recorded context. */
    public ExplainRequest(
            Path model,
            Optional<String> user,
            Optional<List<String>> history,
            String item,
            String method,
            int steps,
            int top,
            long seed) {
        this(model, user, history, item, method, steps, top, seed, Map.of());
    }
}
