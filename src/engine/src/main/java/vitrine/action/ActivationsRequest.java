package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code activations}: every layer for one user and item.
 *
 * @param context as for {@code recommend}
 */
public record ActivationsRequest(
        Path model, Optional<String> user, Optional<List<String>> history, String item, Map<String, String> context) {
    public ActivationsRequest {
        // A step recorded before there was a context has none.
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    /** In the recorded context. */
    public ActivationsRequest(Path model, Optional<String> user, Optional<List<String>> history, String item) {
        this(model, user, history, item, Map.of());
    }
}
