package vitrine.desktop.screen.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.desktop.Bench;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.workspace.ModelRun;

class RunsTest {
    @TempDir
    Path folder;

    private Bench bench;
    private TrainViewModel training;
    private Runs runs;

    @BeforeEach
    void open() {
        bench = new Bench(folder).withShop(folder);
        training = bench.call(() -> new TrainViewModel(bench.context()));
        runs = bench.call(() -> new Runs(bench.context(), training));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ModelRun train(String name, String field, String value) {
        int before = bench.call(() -> bench.workspace().runs().size());
        bench.run(() -> {
            training.form().modelProperty().set(name);
            training.form().field(field).orElseThrow().value().set(value);
            training.mainAction();
        });
        bench.await(() -> bench.workspace().runs().size() > before);
        return bench.call(() -> bench.workspace().runs().get(before));
    }

    @Test
    void every_run_is_a_row_that_says_what_was_changed_and_how_it_ended() {
        train("cnn", "epochs", "2");
        train("popularity", "seed", "7");
        List<RunRow> rows = bench.call(() -> List.copyOf(runs.rows()));
        assertEquals(2, rows.size());
        assertEquals("seed 7", rows.get(0).settings());
        assertEquals("train.run.computed", rows.get(0).state());
        assertEquals("epochs 2", rows.get(1).settings());
        assertEquals("train.run.done", rows.get(1).state());
        assertTrue(rows.get(1).ndcg().isPresent());
    }

    @Test
    void the_training_stands_above_the_runs_until_it_is_one() {
        bench.run(() -> {
            training.form().field("epochs").orElseThrow().value().set("1000");
            training.form().field("patience").orElseThrow().value().set("0");
            training.mainAction();
        });
        bench.await(() -> training.curvesProperty().get().epochs().size() >= 2);
        bench.run(training::mainAction);
        RunRow row = bench.call(() -> runs.rows().get(0));
        assertEquals("train.run.paused", row.state());
        assertTrue(row.run().isEmpty() && row.best() > 0);
        assertEquals("epochs 1000, patience 0", row.settings());
        bench.run(training::stop);
        bench.await(() -> bench.workspace().runs().size() == 1);
        assertEquals(
                List.of("train.run.stopped"),
                bench.call(() -> runs.rows().stream().map(RunRow::state).toList()));
    }

    @Test
    void ticked_runs_stand_on_one_chart_and_those_without_a_number_are_named() {
        ModelRun network = train("cnn", "epochs", "2");
        ModelRun other = train("cnn", "epochs", "3");
        ModelRun popular = train("popularity", "seed", "42");
        ModelRun linear = train("ease", "l2", "10");
        bench.run(() -> runs.toggle(network.id()));
        assertTrue(runs.comparedProperty().get().isEmpty(), "one run is no comparison");
        bench.run(() -> List.of(other, popular, linear).forEach(run -> runs.toggle(run.id())));
        Runs.Compared compared = runs.comparedProperty().get().orElseThrow();
        assertEquals(List.of(network, other, popular, linear), compared.runs());
        Plot plot =
                bench.call(() -> new ComparedPlot(bench.context().texts()).of(compared.runs(), compared.comparison()));
        assertEquals(3, plot.lines().size());
        assertEquals(Plot.Style.YARDSTICK, plot.lines().get(0).style());
        assertEquals(2, plot.lines().get(1).y().length);
        assertEquals(3, plot.lines().get(2).y().length);
        assertTrue(bench.call(() -> runs.answer().get()).startsWith("Best of 4 runs: "));
        String consequence = bench.call(() -> runs.consequence().get());
        assertTrue(consequence.contains("seed 42") && consequence.endsWith("left out: D EASE."), consequence);
        assertTrue(consequence.contains("ranked among 99 sampled products"), consequence);
        bench.run(() -> runs.measureProperty().set("loss"));
        String counted = bench.call(() -> runs.consequence().get());
        assertTrue(counted.contains("each counted with up to 4 sampled products"), counted);
        assertEquals(
                2,
                runs.comparedProperty()
                        .get()
                        .orElseThrow()
                        .comparison()
                        .curves()
                        .size());
        bench.run(runs::compareNothing);
        assertTrue(runs.comparedProperty().get().isEmpty());
    }

    @Test
    void no_more_than_six_runs_are_ticked() {
        for (int i = 0; i < 7; i++) {
            String id = train("popularity", "seed", String.valueOf(i)).id();
            bench.run(() -> runs.toggle(id));
        }
        assertEquals(Runs.MOST, runs.ticked().size());
        String last = bench.call(() -> bench.workspace().runs().get(6).id());
        assertFalse(runs.canTick(last));
        assertFalse(bench.call(
                () -> runs.comparedProperty().get().orElseThrow().comparison().sameSample()));
    }
}
