package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code explain}.
 *
 * @param method explainer name: one of {@link Explainers#names}
 * @param steps of a path method; others do not read it
 * @param top number of parts to list, strongest first; 0: all
 * @param context names to values in place of what is recorded ({@code hour, weekday, region, device, user.NAME, item.NAME});
 *     only for models that read it
 * @param parameters of the method by name; what is absent has its default
 * @param against id of another item: explained is by how much {@code item} is ahead of it
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
        Map<String, String> context,
        Map<String, Double> parameters,
        Optional<String> against) {
    public ExplainRequest {
        // A step recorded before there was a context, or a parameter, has none.
        context = context == null ? Map.of() : Map.copyOf(context);
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        against = against == null ? Optional.empty() : against;
    }

    /** Of the item's own score. */
    public ExplainRequest(
            Path model,
            Optional<String> user,
            Optional<List<String>> history,
            String item,
            String method,
            int steps,
            int top,
            long seed,
            Map<String, String> context,
            Map<String, Double> parameters) {
        this(model, user, history, item, method, steps, top, seed, context, parameters, Optional.empty());
    }

    /** With the method's parameters at their defaults. */
    public ExplainRequest(
            Path model,
            Optional<String> user,
            Optional<List<String>> history,
            String item,
            String method,
            int steps,
            int top,
            long seed,
            Map<String, String> context) {
        this(model, user, history, item, method, steps, top, seed, context, Map.of());
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
