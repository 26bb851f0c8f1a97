package vitrine.desktop.screen.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.CompareResult.Compared;
import vitrine.action.LiveComparison;
import vitrine.desktop.Bench;
import vitrine.desktop.screen.train.TrainingBench;
import vitrine.desktop.workspace.ModelRun;

class MetricRowsTest {
    @TempDir
    private Path folder;

    private Bench bench;
    private List<ModelRun> runs;
    private final Map<String, Compared> known = new HashMap<>();

    @BeforeEach
    void train() {
        bench = new Bench(folder).withShop(folder);
        for (String name : List.of("itemknn", "ease", "itemknn")) {
            TrainingBench.train(bench, name);
        }
        runs = bench.call(() -> List.copyOf(bench.workspace().runs()));
        measure(runs.get(0).id(), .2);
        measure(runs.get(1).id(), .3);
        measure(runs.get(2).id(), .5);
        measure(LiveComparison.YARDSTICK, .1);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void measure(String id, double value) {
        known.put(
                id,
                new Compared(
                        id,
                        id,
                        new TreeMap<>(Map.of("ndcg", value, "recall", value, "mrr", value)),
                        new TreeMap<>(),
                        0,
                        0));
    }

    /** For each row, whether it has the star; the yardstick last. */
    private List<Boolean> stars(List<ModelRun> chosen) {
        return new MetricRows(bench.context().texts())
                        .of(
                                chosen,
                                known,
                                Optional.ofNullable(known.get(LiveComparison.YARDSTICK)),
                                "compare.cell.not-run")
                        .stream()
                        .map(row -> row.cell("ndcg").best())
                        .toList();
    }

    @Test
    void the_highest_of_the_chosen_models_has_the_star() {
        assertEquals(List.of(false, false, true, false), stars(runs));
        known.put(runs.get(0).id(), known.get(runs.get(2).id()));
        assertEquals(List.of(true, false, true, false), stars(runs), "both, where they print the same");
    }

    @Test
    void a_yardstick_above_them_takes_no_star_away() {
        measure(LiveComparison.YARDSTICK, .9);
        assertEquals(List.of(false, false, true, false), stars(runs));
    }

    @Test
    void a_model_no_longer_chosen_takes_its_star_along() {
        assertEquals(List.of(false, true, false), stars(runs.subList(0, 2)));
    }

    @Test
    void one_measured_model_is_not_the_best_of_itself() {
        assertEquals(List.of(false, false), stars(runs.subList(2, 3)));
        known.remove(runs.get(0).id());
        known.remove(runs.get(1).id());
        assertEquals(List.of(false, false, false, false), stars(runs));
    }
}
