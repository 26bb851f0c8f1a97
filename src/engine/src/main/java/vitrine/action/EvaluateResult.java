package vitrine.action;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Result of {@code evaluate}. */
public record EvaluateResult(
        String model, String protocol, int k, int users, SortedMap<String, @Nullable Double> metrics, double seconds) {}
