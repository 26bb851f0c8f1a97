package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vitrine.train.EpochRecord;

class RunComparisonTest {
    private static final SortedMap<String, SortedMap<String, Double>> YARDSTICKS =
            new TreeMap<>(Map.of("ndcg", new TreeMap<>(Map.of("itemknn", .3, "popularity", .1))));

    /** @param losses of training and validation; nDCG is one minus it */
    private static StoredRun run(String model, Map<String, String> given, long seed, int best, double... losses) {
        List<EpochRecord> epochs = new ArrayList<>();
        for (double loss : losses) {
            epochs.add(new EpochRecord(
                    epochs.size() + 1, loss, .5, new TreeMap<>(Map.of("loss", loss, "ndcg", 1 - loss)), 1, 1));
        }
        TrainResult result = new TrainResult(
                model,
                epochs,
                Models.recorded(model, given),
                new TrainResult.TrainProvenance("aa", "loo", seed, 1, new TreeMap<>()),
                0,
                0,
                "",
                null);
        return new StoredRun(model, Path.of(model), result, best, TrainedRun.Ending.FINISHED, YARDSTICKS);
    }

    @Test
    void taughtRunsAreCurvesAndComputedOnesLevelsWhereTheyWereMeasured() {
        RunComparison ndcg = RunComparison.of(
                List.of(
                        run("cnn", Map.of(), 1, 2, .5, .25, .4),
                        run("itemknn", Map.of(), 1, 0),
                        run("ease", Map.of(), 1, 0),
                        run("itemknn", Map.of("neighbours", "3"), 1, 0)),
                "ndcg");
        assertArrayEquals(new double[] {.5, .75, .6}, ndcg.curves().get(0).values(), 1e-15);
        assertEquals(List.of(new RunComparison.Level(1, .3)), ndcg.levels());
        assertEquals(List.of(2, 3), ndcg.without(), "never measured, and not the yardstick that was");
        assertEquals(Optional.of(new RunComparison.Best(0, 2, .75)), ndcg.best());
    }

    @Test
    void ofLossesTheLowestIsTheBest() {
        List<StoredRun> runs = List.of(run("cnn", Map.of(), 1, 1, .5), run("cnn", Map.of("dim", "8"), 1, 2, .9, .2));
        assertEquals(1, RunComparison.of(runs, "loss").best().orElseThrow().run());
        assertEquals(1, RunComparison.of(runs, "ndcg").best().orElseThrow().run());
        assertEquals(Optional.empty(), RunComparison.of(runs, "hr").best());
        assertEquals(List.of(0, 1), RunComparison.of(runs, "hr").without());
    }

    @Test
    void whatWasMeasuredOnOtherTargetsCannotBeCompared() {
        StoredRun one = run("cnn", Map.of(), 1, 1, .5);
        assertTrue(RunComparison.of(List.of(one, run("neumf", Map.of(), 1, 1, .5)), "ndcg")
                .sameSample());
        assertFalse(RunComparison.of(List.of(one, run("cnn", Map.of(), 2, 1, .5)), "ndcg")
                .sameSample());
        StoredRun pairs = run("bpr", Map.of("negatives", "4"), 1, 1, .5);
        assertTrue(RunComparison.of(List.of(one, pairs), "ndcg").sameSample());
        assertFalse(RunComparison.of(List.of(one, pairs), "loss").sameSample(), "a loss of pairs is another loss");
    }
}
