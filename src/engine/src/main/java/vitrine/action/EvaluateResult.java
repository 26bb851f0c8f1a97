package vitrine.action;

import java.util.SortedMap;

/** Result of {@code evaluate}. */
public record EvaluateResult(
        String model, String protocol, int k, int users, SortedMap<String, Double> metrics, double seconds) {}
