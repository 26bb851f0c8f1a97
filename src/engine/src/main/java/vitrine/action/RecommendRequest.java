package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code recommend}.
 *
 * @param user id; empty: an unknown user, then {@code history} is the whole question
 * @param history item ids, oldest first, in place of the recorded history
 * @param includeSeen rank what the user already has, too
 */
public record RecommendRequest(
        Path model, Optional<String> user, Optional<List<String>> history, int top, boolean includeSeen) {}
