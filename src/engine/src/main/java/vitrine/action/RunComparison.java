package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs of a study side by side, by one measure of their validation targets. A run is named by its place in the list that was
 * given.
 *
 * @param measure {@code ndcg}, {@code hr}, {@code loss} or {@code accuracy}
 * @param curves of the runs that were taught in epochs
 * @param levels of the runs that were computed and measured
 * @param without runs that have no number for this measure
 * @param best of all; empty when no run has a number
 * @param sameSample whether all numbers are of the same validation targets and count the same thing; if not, they cannot be
 *     compared
 */
public record RunComparison(
        String measure,
        List<Curve> curves,
        List<Level> levels,
        List<Integer> without,
        Optional<Best> best,
        boolean sameSample) {
    private static final String LOSS = "loss";
    private static final String ACCURACY = "accuracy";

    /** What can be compared. */
    public static final List<String> MEASURES = List.of("ndcg", "hr", LOSS, ACCURACY);

    /** @param values after each epoch from 1; NaN where it was not measured */
    public record Curve(int run, double[] values) {}

    /** The one value of a computed model. */
    public record Level(int run, double value) {}

    /** @param epoch 0 for a computed model */
    public record Best(int run, int epoch, double value) {}

    public static RunComparison of(List<StoredRun> runs, String measure) {
        List<Curve> curves = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        List<Best> values = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            StoredRun run = runs.get(i);
            double[] curve = curve(run, measure);
            Optional<Double> level = level(run, measure);
            if (Arrays.stream(curve).anyMatch(Double::isFinite)) {
                curves.add(new Curve(i, curve));
                double kept = run.bestEpoch() > 0 ? curve[run.bestEpoch() - 1] : Double.NaN;
                if (Double.isFinite(kept)) {
                    values.add(new Best(i, run.bestEpoch(), kept));
                }
            } else if (curve.length == 0 && level.isPresent()) {
                levels.add(new Level(i, level.get()));
                values.add(new Best(i, 0, level.get()));
            } else {
                without.add(i);
            }
        }
        List<StoredRun> shown = java.util.stream.IntStream.range(0, runs.size())
                .filter(i -> !without.contains(i))
                .mapToObj(runs::get)
                .toList();
        return new RunComparison(
                measure,
                List.copyOf(curves),
                List.copyOf(levels),
                List.copyOf(without),
                best(values, measure.equals(LOSS)),
                samples(shown, measure).size() <= 1);
    }

    private static double[] curve(StoredRun run, String measure) {
        return run.result().epochs().stream()
                .mapToDouble(epoch -> epoch.validation().getOrDefault(measure, Double.NaN))
                .toArray();
    }

    /** The yardstick of the same name is this model only with the values it was measured with. */
    private static Optional<Double> level(StoredRun run, String measure) {
        boolean usual =
                Models.changed(run.result().model(), run.result().parameters()).isEmpty();
        return usual
                ? Optional.ofNullable(run.yardsticks()
                        .getOrDefault(measure, new TreeMap<>())
                        .get(run.result().model()))
                : Optional.empty();
    }

    private static Optional<Best> best(List<Best> values, boolean lowest) {
        return values.stream().reduce((a, b) -> (lowest ? b.value() < a.value() : b.value() > a.value()) ? b : a);
    }

    /** What decides the held-back targets and what they are ranked against; loss and accuracy also count negatives. */
    private static Set<List<Object>> samples(List<StoredRun> runs, String measure) {
        Set<List<Object>> samples = new HashSet<>();
        for (StoredRun run : runs) {
            TrainResult.TrainProvenance made = run.result().provenance();
            List<Object> sample = new ArrayList<>(List.of(made.dataSha256(), made.split(), made.seed()));
            if (measure.equals(LOSS) || measure.equals(ACCURACY)) {
                sample.add(run.result().parameters().getOrDefault("negatives", 0));
                sample.add(Models.objective(run.result().model()));
            }
            samples.add(sample);
        }
        return samples;
    }
}
