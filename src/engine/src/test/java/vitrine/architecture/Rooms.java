package vitrine.architecture;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of the engine and the rooms each may use. A name stands for exactly that package, a name with ".." for it
 * and all below. Records carry types of the rooms below them ({@code Contribution} names {@code model.Part}): rooms that
 * render such records may therefore name {@code model}, {@code run} and {@code provenance}.
 */
final class Rooms {
    private static final Set<String> BELOW_EXPLAIN = Set.of("model", "network", "data..", "run", "provenance");
    private static final Set<String> RENDERED =
            Set.of("assess..", "explain..", "data..", "model", "metric", "run", "provenance");

    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("", Set.of()),
            Map.entry("run", Set.of()),
            Map.entry("provenance", Set.of()),
            Map.entry("metric", Set.of()),
            Map.entry("data", Set.of("run", "provenance")),
            Map.entry("data.ingest", Set.of("data", "data.prepare", "run", "provenance")),
            Map.entry("data.prepare", Set.of("data", "run", "provenance")),
            Map.entry("data.split", Set.of("data", "run", "provenance")),
            Map.entry("data.showcase", Set.of("data", "run", "provenance")),
            Map.entry("network", Set.of("network.kernel", "run")),
            Map.entry("network.kernel", Set.of("run")),
            Map.entry("network.vector", Set.of("network.kernel")),
            Map.entry("network.dl4j", Set.of("network", "run")),
            Map.entry("model", Set.of("model.feature", "network", "network.kernel", "data..", "run", "provenance")),
            Map.entry("model.feature", Set.of("data", "run")),
            Map.entry("model.file", Set.of("model", "model.feature", "network", "data..", "run", "provenance")),
            Map.entry("train", Set.of("model", "model.feature", "network", "metric", "data..", "run", "provenance")),
            Map.entry("explain", BELOW_EXPLAIN),
            Map.entry("explain.gradient", with(BELOW_EXPLAIN, "explain")),
            Map.entry("explain.perturb", with(BELOW_EXPLAIN, "explain")),
            Map.entry("explain.control", with(BELOW_EXPLAIN, "explain")),
            Map.entry("explain.layer", with(BELOW_EXPLAIN, "explain")),
            Map.entry("explain.counterfactual", with(BELOW_EXPLAIN, "explain", "metric")),
            Map.entry("assess", with(BELOW_EXPLAIN, "explain..", "train", "metric")),
            Map.entry("assess.faithfulness", with(BELOW_EXPLAIN, "explain..", "train", "metric", "assess")),
            Map.entry("assess.tournament", with(BELOW_EXPLAIN, "explain..", "metric", "assess", "assess.faithfulness")),
            Map.entry("speed", Set.of("model..", "network..", "data..", "explain..", "metric", "run", "provenance")),
            Map.entry("words", RENDERED),
            Map.entry("chart", with(RENDERED, "train", "network")),
            Map.entry("report", with(RENDERED, "train", "network", "chart", "words")),
            Map.entry("study", Set.of("run", "provenance", "data")),
            Map.entry(
                    "action",
                    with(RENDERED, "model..", "train", "network..", "chart", "words", "report", "study", "speed")));

    private Rooms() {}

    /** @return the room of a class of the engine; empty for a package nobody has given a room */
    static Optional<String> roomOf(String packageName) {
        String room = packageName.equals("vitrine") ? "" : packageName.substring("vitrine.".length());
        return MAY_USE.containsKey(room) ? Optional.of(room) : Optional.empty();
    }

    static boolean mayUse(String room, String other) {
        return room.equals(other)
                || MAY_USE.getOrDefault(room, Set.of()).stream()
                        .anyMatch(allowed -> allowed.endsWith("..")
                                ? (other + ".").startsWith(allowed.substring(0, allowed.length() - 1))
                                : allowed.equals(other));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new java.util.HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
