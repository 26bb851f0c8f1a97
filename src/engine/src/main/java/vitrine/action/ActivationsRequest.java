package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code activations}: every layer for one user and item. */
public record ActivationsRequest(Path model, Optional<String> user, Optional<List<String>> history, String item) {}
