package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code explain}.
 *
 * @param method explainer name; {@code integrated-gradients}, {@code occlusion}, {@code exact}
 * @param top number of parts to list, strongest first; 0: all
 */
public record ExplainRequest(
        Path model,
        Optional<String> user,
        Optional<List<String>> history,
        String item,
        String method,
        int steps,
        int top,
        long seed) {}
