package vitrine.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vitrine.run.AtomicFiles;

/**
 * A generated showcase shop with its truth. Of each user's purchases the first 80 % are for training, the rest is asked about:
 * what a planted rule brought about there, and which items caused it.
 */
final class PlantedShop {
    private static final double TRAINING_SHARE = .8;
    private static final int HISTORY = 20;

    private final Path folder;
    private final Map<String, String> segments = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    /** A planted rule. {@code second} and {@code segment} are empty where it has none. */
    record Rule(String kind, String first, String second, String target, String segment) {}

    /**
     * A purchase that a rule brought about.
     *
     * @param history the user's last 20 distinct purchased items before it, oldest first
     */
    record Effect(String user, Rule rule, Set<String> causes, List<String> history) {}

    PlantedShop(Path folder) throws IOException {
        this.folder = folder;
        for (String[] row : rows("users.csv")) {
            segments.put(row[0], row[1]);
        }
        for (String[] row : rows("rules.csv")) {
            rules.add(new Rule(row[0], row[1], row[2], row[3], row[4]));
        }
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    String segment(String user) {
        return segments.getOrDefault(user, "");
    }

    List<String> items() throws IOException {
        return rows("items.csv").stream().map(row -> row[0]).toList();
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private Map<String, Integer> trainingPurchases(List<String[]> interactions) {
        Map<String, Integer> purchases = new HashMap<>();
        for (String[] row : interactions) {
            if (row[3].equals("purchase")) {
                purchases.merge(row[0], 1, Integer::sum);
            }
        }
        purchases.replaceAll((user, n) -> (int) (TRAINING_SHARE * n + 1e-9));
        return purchases;
    }

    /** Writes {@code train.csv}: each user's rows up to the last purchase that is for training. */
    void writeTraining() throws IOException {
        List<String[]> interactions = rows("interactions.csv");
        Map<String, Integer> training = trainingPurchases(interactions);
        Map<String, Integer> seen = new HashMap<>();
        StringBuilder text = new StringBuilder(
                        Files.readAllLines(folder.resolve("interactions.csv")).get(0))
                .append('\n');
        for (String[] row : interactions) {
            if (seen.getOrDefault(row[0], 0) < training.getOrDefault(row[0], 0)) {
                text.append(String.join(",", row)).append('\n');
            }
            if (row[3].equals("purchase")) {
                seen.merge(row[0], 1, Integer::sum);
            }
        }
        AtomicFiles.write(
                folder.resolve("train.csv"),
                out -> out.write(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** What rules brought about behind the training part. */
    List<Effect> heldOutEffects() throws IOException {
        List<String[]> interactions = rows("interactions.csv");
        Map<String, Integer> training = trainingPurchases(interactions);
        List<String[]> purchases =
                interactions.stream().filter(row -> row[3].equals("purchase")).toList();
        List<String[]> truth = rows("truth.csv");
        if (truth.size() != purchases.size()) {
            throw new IllegalArgumentException("truth.csv and interactions.csv in " + folder + " are not of one shop");
        }
        Map<String, Rule> byTarget = new HashMap<>();
        rules.stream()
                .filter(rule -> !rule.kind().equals("inhibitor"))
                .forEach(rule -> byTarget.put(rule.target(), rule));
        List<Effect> effects = new ArrayList<>();
        Map<String, List<String[]>> earlier = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            String user = truth.get(i)[0];
            List<String[]> before = earlier.computeIfAbsent(user, u -> new ArrayList<>());
            int trained = training.getOrDefault(user, 0);
            // A basket that the training part cuts in two is not asked about: its views are in the training part.
            boolean heldOut = before.size() >= trained
                    && (trained == 0
                            || !before.get(trained - 1)[2].equals(purchases.get(i)[2]));
            if (heldOut && truth.get(i)[2].equals("rule")) {
                Rule rule = Objects.requireNonNull(byTarget.get(truth.get(i)[1]));
                Set<String> causes = Set.of(truth.get(i)[11].split(" "));
                effects.add(
                        new Effect(user, rule, causes, history(before, purchases.get(i)[2], rule.target())));
            }
            before.add(purchases.get(i));
        }
        return effects;
    }

    private static List<String> history(List<String[]> before, String time, String target) {
        LinkedHashSet<String> newestFirst = new LinkedHashSet<>();
        for (int i = before.size() - 1; i >= 0 && newestFirst.size() < HISTORY; i--) {
            if (before.get(i)[2].compareTo(time) < 0 && !before.get(i)[1].equals(target)) {
                newestFirst.add(before.get(i)[1]);
            }
        }
        List<String> oldestFirst = new ArrayList<>(newestFirst);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
