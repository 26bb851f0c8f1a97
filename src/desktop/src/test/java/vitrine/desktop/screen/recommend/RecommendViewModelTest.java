package vitrine.desktop.screen.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.ContextChoice;
import vitrine.desktop.Bench;
import vitrine.desktop.LittleShop;
import vitrine.desktop.screen.train.TrainingBench;
import vitrine.desktop.workspace.HistoryRow;
import vitrine.desktop.workspace.Ranker;

class RecommendViewModelTest {
    @TempDir
    private Path folder;

    private Bench bench;
    private RecommendViewModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder).withShop(folder);
        TrainingBench.train(bench, "itemknn");
        model = bench.call(() -> new RecommendViewModel(
                bench.context().texts(),
                bench.context().tasks(),
                bench.workspace(),
                new Ranker(bench.context().texts(), bench.context().tasks(), bench.workspace())));
        bench.await(() -> !model.rows().isEmpty());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> ids() {
        return bench.call(() -> model.rows().stream().map(ListRow::id).toList());
    }

    private List<HistoryRow> history() {
        return bench.call(() -> List.copyOf(model.history()));
    }

    @Test
    void the_list_is_ranked_from_one_by_falling_score_and_holds_nothing_of_the_history() {
        List<ListRow> rows = bench.call(() -> List.copyOf(model.rows()));
        Set<String> past = new HashSet<>(history().stream().map(HistoryRow::id).toList());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(i + 1, rows.get(i).rank());
            assertTrue(i == 0 || rows.get(i - 1).score() >= rows.get(i).score());
            assertFalse(past.contains(rows.get(i).id()));
            assertTrue(rows.get(i).share() >= 0 && rows.get(i).share() <= 1);
            assertTrue(rows.get(i).move().stayed());
        }
    }

    @Test
    void a_model_that_reads_no_history_says_that_switches_change_nothing() {
        assertTrue(bench.call(() -> model.readsHistory().getValue()));
        TrainingBench.train(bench, "popularity");
        bench.await(() -> !model.readsHistory().getValue());
        String said = bench.call(() -> model.consequence().getValue());
        assertTrue(said.contains("popularity does not read the past actions"), said);
    }

    private List<String> contexts() {
        return bench.call(() ->
                model.contexts().getValue().stream().map(ContextChoice::name).toList());
    }

    @Test
    void a_model_that_reads_no_context_offers_none_and_says_which_would() {
        assertEquals(List.of(), contexts());
        String said = bench.call(() -> model.noContext().getValue());
        assertTrue(said.contains("ItemKNN reads no hour") && said.contains("Train Context"), said);
    }

    @Test
    void another_hour_ranks_again_and_as_recorded_brings_the_same_list_back() {
        TrainingBench.train(bench, "context");
        // The shop has times, but neither regions nor devices.
        bench.await(() -> model.contexts().getValue().size() == 2);
        assertEquals(List.of("hour", "weekday"), contexts());
        assertEquals("", bench.call(() -> model.noContext().getValue()));
        assertEquals(
                Optional.of("8"),
                bench.call(() -> model.contexts().getValue().get(0).recorded()));
        List<ListRow> before = bench.call(() -> List.copyOf(model.rows()));
        bench.run(() -> model.ask("hour", Optional.of("20")));
        bench.await(() -> model.rows().get(0).score() != before.get(0).score());
        assertEquals(Map.of("hour", "20"), bench.call(model::asked));
        assertTrue(bench.call(() -> model.consequence().getValue()).contains("another moment"));
        bench.run(() -> model.ask("hour", Optional.empty()));
        bench.await(() -> model.rows().get(0).score() == before.get(0).score());
        assertEquals(before.stream().map(ListRow::id).toList(), ids());
    }

    @Test
    void what_is_recorded_is_no_edit_when_it_is_chosen() {
        TrainingBench.train(bench, "context");
        bench.await(() -> model.contexts().getValue().size() == 2);
        bench.run(() -> model.ask("hour", Optional.of("20")));
        assertEquals(1, bench.workspace().cursor().edits().count());
        bench.run(() -> model.ask("hour", Optional.of("8")));
        assertTrue(bench.workspace().cursor().edits().isEmpty());
    }

    @Test
    void a_model_that_reads_no_context_is_not_said_to_be_asked_about_another_moment() {
        TrainingBench.train(bench, "context");
        bench.await(() -> model.contexts().getValue().size() == 2);
        bench.run(() -> model.ask("hour", Optional.of("20")));
        bench.await(() -> model.consequence().getValue().contains("another moment"));
        TrainingBench.train(bench, "bpr");
        bench.await(() -> model.noContext().getValue().startsWith("BPR reads no hour"));
        String said = bench.call(() -> model.consequence().getValue());
        assertTrue(said.contains("products ranked"), said);
        bench.run(() -> model.switchItem(model.history().get(0).id(), false));
        bench.await(() -> model.consequence().getValue().contains("fold-in"));
        String folded = bench.call(() -> model.consequence().getValue());
        assertTrue(folded.startsWith("1 of "), folded);
    }

    @Test
    void where_the_data_knows_no_moment_no_model_is_advised() {
        java.nio.file.Path file = LittleShop.writeWithoutTimes(folder.resolve("untimed"));
        bench.run(() -> bench.workspace().openData(vitrine.action.DataOptions.of(file)));
        bench.await(() -> bench.workspace().dataProperty().get().isPresent());
        TrainingBench.train(bench, "itemknn");
        bench.await(() -> !model.noContext().getValue().isEmpty());
        assertEquals(
                "ItemKNN reads no hour, weekday, region or device, and the data has none.",
                bench.call(() -> model.noContext().getValue()));
        TrainingBench.train(bench, "context");
        bench.await(() -> model.noContext().getValue().startsWith("Context reads hour"));
        assertEquals(List.of(), contexts());
    }

    @Test
    void a_model_that_knows_users_by_a_vector_compares_two_fitted_ones() {
        TrainingBench.train(bench, "bpr");
        bench.await(() -> model.consequence().getValue().contains("products ranked"));
        assertTrue(bench.call(() -> model.readsHistory().getValue()));
        HistoryRow first = history().get(0);
        bench.run(() -> model.switchItem(first.id(), false));
        bench.await(() -> model.consequence().getValue().contains("fold-in"));
        bench.run(() -> model.switchItem(first.id(), true));
        bench.await(() -> model.rows().stream().allMatch(row -> row.move().stayed()));
    }

    @Test
    void switching_everything_off_takes_all_scores_away_and_reset_brings_the_same_list_back() {
        List<String> before = ids();
        for (HistoryRow row : history()) {
            bench.run(() -> model.switchItem(row.id(), false));
        }
        bench.await(() -> model.rows().stream().allMatch(row -> row.score() == 0));
        assertTrue(history().stream().noneMatch(HistoryRow::on));
        bench.run(model::reset);
        bench.await(() -> model.rows().stream().anyMatch(row -> row.score() > 0));
        assertEquals(before, ids());
        assertTrue(history().stream().allMatch(HistoryRow::on));
    }

    @Test
    void arrows_speak_against_the_unedited_list() {
        List<String> before = ids();
        HistoryRow first = history().get(0);
        bench.run(() -> model.switchItem(first.id(), false));
        bench.await(() -> model.history().stream().anyMatch(row -> !row.on()));
        bench.await(() -> model.rows().stream()
                .allMatch(row -> before.indexOf(row.id()) + 1 == row.move().before()));
        for (ListRow row : bench.call(() -> List.copyOf(model.rows()))) {
            assertEquals(row.move().before() - row.rank(), row.move().places());
        }
    }

    @Test
    void an_answer_names_the_first_product() {
        bench.await(() -> !model.answer().getValue().isEmpty());
        String first = bench.call(() -> model.rows().get(0).title());
        assertTrue(bench.call(() -> model.answer().getValue()).contains(first));
    }

    @Test
    void a_first_product_already_taken_has_no_probability_but_a_score() {
        bench.run(() -> bench.workspace()
                .openData(vitrine.action.DataOptions.of(LittleShop.write(folder.resolve("larger"), 120))));
        bench.await(() -> bench.workspace().dataProperty().get().isPresent());
        TrainingBench.train(bench, "bpr");
        bench.await(() -> model.answer().getValue().contains(" %"));
        bench.run(() -> model.ranker().includeSeenProperty().set(true));
        Set<String> past = new HashSet<>(history().stream().map(HistoryRow::id).toList());
        bench.await(() -> past.contains(model.rows().get(0).id()));
        String said = bench.call(() -> model.answer().getValue());
        assertTrue(said.matches(".*\\(score -?[0-9.]+\\).*"), said);
    }
}
