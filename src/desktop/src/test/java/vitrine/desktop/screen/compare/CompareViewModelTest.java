package vitrine.desktop.screen.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.CompareResult.SideBySide;
import vitrine.action.DataSession;
import vitrine.action.LiveTraining;
import vitrine.action.Misfit;
import vitrine.action.ModelSession;
import vitrine.action.StudySession;
import vitrine.action.TrainRequest;
import vitrine.action.TrainedRun;
import vitrine.data.IdIndex;
import vitrine.desktop.Bench;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.screen.train.TrainingBench;
import vitrine.desktop.workspace.ModelRun;
import vitrine.desktop.workspace.Position;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.model.file.TrainedModel;
import vitrine.run.JobContext;
import vitrine.train.TrainingListener;

class CompareViewModelTest {
    @TempDir
    private Path folder;

    private Bench bench;
    private CompareViewModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder).withShop(folder);
        model = bench.call(() -> new CompareViewModel(bench.context()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CompareViewModel.State state() {
        return bench.call(() -> model.stateProperty().get());
    }

    private void await(CompareViewModel.State state) {
        bench.await(() -> model.stateProperty().get() == state);
    }

    private String answer() {
        return bench.call(() -> model.answer().getValue());
    }

    private List<String> chosen() {
        return bench.call(
                () -> model.lineup().runs().stream().map(ModelRun::model).toList());
    }

    private void evaluateKnnAndEase() {
        TrainingBench.train(bench, "itemknn");
        bench.run(model::mainAction);
        await(CompareViewModel.State.READY);
        bench.run(model::mainAction);
        await(CompareViewModel.State.DONE);
    }

    @Test
    void without_a_model_it_says_so_and_with_one_it_offers_ease() {
        assertEquals(CompareViewModel.State.NO_MODEL, state());
        TrainingBench.train(bench, "itemknn");
        assertEquals(CompareViewModel.State.TOO_FEW, state());
        assertTrue(answer().startsWith("One model is chosen"), answer());
        String cursor = bench.workspace().cursor().position().model();
        bench.run(model::mainAction);
        await(CompareViewModel.State.READY);
        assertEquals(List.of("itemknn", "ease"), chosen());
        assertEquals(cursor, bench.workspace().cursor().position().model(), "the cursor stays where it was");
        assertTrue(answer().startsWith("2 models are chosen"), answer());
        assertFalse(bench.call(model::canAddPlain), "one EASE is enough");
    }

    @Test
    void an_evaluation_fills_the_table_and_answers_in_both_languages() {
        evaluateKnnAndEase();
        List<MetricRow> rows = bench.call(() -> List.copyOf(model.rows()));
        assertEquals(3, rows.size());
        assertEquals("A ItemKNN", rows.get(0).name());
        assertTrue(rows.get(2).run().isEmpty(), "popularity stands below as a yardstick");
        assertTrue(rows.stream().limit(2).anyMatch(row -> row.cell("ndcg").best()));
        assertFalse(rows.get(2).cell("ndcg").best(), "a yardstick is no candidate");
        assertTrue(
                rows.get(0).cell("ndcg").text().matches("0\\.\\d{3} ± 0\\.\\d{3}"),
                rows.get(0).cell("ndcg").text());
        assertTrue(answer().contains("A ItemKNN") && answer().contains("B EASE"), answer());
        String how = bench.call(() -> model.consequence().getValue());
        assertTrue(how.contains("loo-full") && how.contains("seed 42") && how.contains("40 users"), how);
        bench.run(() -> bench.context().texts().languageProperty().set(Language.CHINESE));
        assertTrue(answer().endsWith("个相同。"), answer());
        assertEquals("命中率@10", bench.call(() -> model.column("recall").getValue()));
    }

    @Test
    void numbers_of_another_question_are_not_shown_as_its_own() {
        evaluateKnnAndEase();
        bench.run(() -> model.lineup().cutOffProperty().set(5));
        assertEquals(CompareViewModel.State.READY, state());
        assertEquals(
                "not run", bench.call(() -> model.rows().get(0).cell("ndcg").text()));
        assertEquals("nDCG@5", bench.call(() -> model.column("ndcg").getValue()));
        bench.run(() -> model.lineup().cutOffProperty().set(10));
        assertEquals(CompareViewModel.State.DONE, state());
        assertFalse(bench.call(() -> model.rows().get(0).cell("ndcg").text()).equals("not run"));
    }

    @Test
    void a_run_trained_on_another_split_is_refused_in_place_and_can_be_trained_again() {
        evaluateKnnAndEase();
        bench.run(() -> model.lineup().protocolProperty().set("strat75"));
        assertEquals(CompareViewModel.State.ODD, state());
        List<Lineup.Odd> odd = bench.call(() -> List.copyOf(model.odd()));
        assertEquals(2, odd.size());
        assertEquals(Misfit.OTHER_SPLIT, odd.get(0).why());
        String refusal = bench.call(() -> model.refusal(odd.get(0)));
        assertTrue(refusal.startsWith("A ItemKNN was trained with another split"), refusal);
        bench.run(() -> model.joining().again(odd.get(0).run()));
        bench.await(() -> model.odd().size() == 1);
        assertEquals(List.of("ease", "itemknn"), chosen());
        ModelRun again = bench.call(() -> model.lineup().runs().get(1));
        assertEquals("strat75", again.result().provenance().split());
        bench.run(() -> model.lineup().toggle(model.odd().get(0).run()));
        assertEquals(CompareViewModel.State.TOO_FEW, state());
    }

    @Test
    void a_single_run_is_refused_too_where_it_has_seen_the_answers() {
        TrainingBench.train(bench, "itemknn");
        bench.run(() -> model.lineup().protocolProperty().set("temporal"));
        assertEquals(CompareViewModel.State.TOO_FEW, state());
        assertEquals(1, (int) bench.call(() -> model.odd().size()));
        bench.run(() -> model.lineup().protocolProperty().set("loo99"));
        assertEquals(0, (int) bench.call(() -> model.odd().size()));
        assertEquals(CompareViewModel.State.TOO_FEW, state());
    }

    @Test
    void a_run_that_arrives_leaves_the_protocol_the_analyst_chose() {
        TrainingBench.train(bench, "itemknn");
        TrainingBench.train(bench, "ease");
        assertEquals(List.of("itemknn", "ease"), chosen());
        bench.run(() -> model.lineup().protocolProperty().set("loo99"));
        TrainingBench.train(bench, "ease");
        assertEquals("loo99", model.lineup().protocolProperty().get());
        assertEquals(CompareViewModel.State.READY, state());
    }

    @Test
    void a_run_that_arrives_leaves_the_comparison_that_is_being_made_or_was() {
        TrainingBench.train(bench, "itemknn");
        TrainingBench.train(bench, "ease");
        List<ModelRun> before = bench.call(() -> List.copyOf(model.lineup().runs()));
        bench.run(model::mainAction);
        TrainingBench.train(bench, "ease");
        await(CompareViewModel.State.DONE);
        assertEquals(before, bench.call(() -> List.copyOf(model.lineup().runs())));
        TrainingBench.train(bench, "ease");
        assertEquals(CompareViewModel.State.DONE, state());
    }

    @Test
    void until_then_the_usual_line_up_follows_the_runs() {
        TrainingBench.train(bench, "itemknn");
        TrainingBench.train(bench, "ease");
        TrainingBench.train(bench, "ease");
        assertEquals(
                List.of("itemknn-1", "ease-2"),
                bench.call(
                        () -> model.lineup().runs().stream().map(ModelRun::id).toList()));
        bench.run(() -> bench.workspace().open(StudySession.in(folder.resolve("empty"))));
        await(CompareViewModel.State.NO_MODEL);
        bench.run(() -> bench.workspace().openData(vitrine.action.DataOptions.of(folder.resolve("shop.csv"))));
        bench.await(() -> bench.workspace().dataProperty().get().isPresent());
        TrainingBench.train(bench, "itemknn");
        assertEquals(List.of("itemknn"), chosen(), "another study begins anew");
    }

    @Test
    void next_user_begins_where_they_disagree_most_and_walks_on() {
        evaluateKnnAndEase();
        List<String> order = bench.call(() -> model.shownProperty().get().orElseThrow().disagreements().stream()
                .map(one -> one.user())
                .toList());
        bench.run(() -> model.disagreement(1));
        assertEquals(order.get(0), bench.workspace().cursor().position().user());
        bench.run(() -> model.disagreement(1));
        assertEquals(order.get(1), bench.workspace().cursor().position().user());
        bench.run(() -> model.disagreement(-1));
        assertEquals(order.get(0), bench.workspace().cursor().position().user());
        bench.await(() -> model.sideBySideProperty()
                .get()
                .filter(lists -> lists.user().equals(order.get(0)))
                .isPresent());
        assertTrue(bench.call(() -> model.agreement().getValue()).contains("number 1 of 40"));
    }

    @Test
    void a_product_of_a_list_becomes_the_cursors_with_that_lists_model() {
        evaluateKnnAndEase();
        bench.await(() -> model.sideBySideProperty().get().isPresent());
        SideBySide lists = bench.call(() -> model.sideBySideProperty().get().orElseThrow());
        String ease = lists.lists().get(1).model();
        String item = lists.lists().get(1).items().get(2).item();
        bench.run(() -> model.point(ease, item));
        assertEquals(
                new Position(ease, lists.user(), item),
                bench.workspace().cursor().position());
    }

    @Test
    void a_stopped_evaluation_keeps_what_was_measured_and_goes_on() {
        TrainingBench.train(bench, "itemknn");
        bench.run(model::mainAction);
        await(CompareViewModel.State.READY);
        bench.run(() -> {
            model.mainAction();
            model.stop();
            assertEquals(CompareViewModel.State.STOPPING, model.stateProperty().get());
        });
        await(CompareViewModel.State.READY);
        assertEquals("", bench.call(() -> model.errorProperty().get()), "a stop is no failure");
        bench.run(model::mainAction);
        await(CompareViewModel.State.DONE);
    }

    /** EASE that is in the study but cannot be asked. */
    private void addFailing() {
        StudySession study =
                bench.call(() -> bench.workspace().studyProperty().get().orElseThrow());
        DataSession data =
                bench.call(() -> bench.workspace().dataProperty().get().orElseThrow());
        TrainRequest request = new TrainRequest(
                data.options(), "ease", "loo", Map.of(), 42, Optional.of(study.nextModelFile("ease")), true);
        TrainedRun run = new LiveTraining(data, TrainingListener.NONE).run(request, JobContext.quiet());
        TrainedModel ease = run.session().trained();
        TrainedModel failing =
                new TrainedModel(new FailingModel(ease.recommender()), ease.catalog(), ease.log(), ease.provenance());
        TrainedRun broken = new TrainedRun(
                new ModelSession(failing, "ease"),
                run.split(),
                run.history(),
                run.result(),
                run.ending(),
                run.failure(),
                run.kept());
        bench.run(() -> bench.workspace().addBeside(study, request, broken, new TreeMap<>()));
        bench.await(() -> bench.workspace().runs().size() == 2);
    }

    private record FailingModel(Recommender base) implements Recommender {
        @Override
        public String name() {
            return base.name();
        }

        @Override
        public IdIndex users() {
            return base.users();
        }

        @Override
        public IdIndex items() {
            return base.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            throw new IllegalStateException("does not score");
        }
    }

    @Test
    void a_model_that_fails_leaves_the_numbers_of_those_before_it() {
        TrainingBench.train(bench, "itemknn");
        addFailing();
        assertEquals(List.of("itemknn", "ease"), chosen());
        bench.run(model::mainAction);
        bench.await(() -> !model.errorProperty().get().isEmpty());
        assertTrue(bench.call(() -> model.errorProperty().get()).contains("does not score"));
        assertEquals(CompareViewModel.State.READY, state());
        String measured = bench.call(() -> model.rows().get(0).cell("ndcg").text());
        assertTrue(measured.startsWith("0."), measured);
        assertEquals(
                "not run", bench.call(() -> model.rows().get(1).cell("ndcg").text()));
        bench.run(() -> model.lineup().toggle(model.lineup().runs().get(1)));
        assertEquals(measured, bench.call(() -> model.rows().get(0).cell("ndcg").text()), "whatever is chosen next");
    }

    @Test
    void four_models_at_most() {
        for (String name : List.of("itemknn", "popularity", "ease", "itemknn", "popularity")) {
            TrainingBench.train(bench, name);
        }
        bench.run(() -> bench.workspace().runs().forEach(run -> {
            if (!model.lineup().contains(run)) {
                model.lineup().toggle(run);
            }
        }));
        assertEquals(4, chosen().size());
        Optional<ModelRun> left = bench.call(() -> bench.workspace().runs().stream()
                .filter(run -> !model.lineup().contains(run))
                .findFirst());
        assertFalse(bench.call(() -> model.lineup().canToggle(left.orElseThrow())));
    }

    @Test
    void it_says_that_data_are_read_only_while_they_are() throws IOException {
        TrainingBench.train(bench, "itemknn");
        Path study = bench.call(
                () -> bench.workspace().studyProperty().get().orElseThrow().folder());
        Files.delete(folder.resolve("shop.csv"));
        bench.run(() -> bench.workspace().open(StudySession.in(study)));
        await(CompareViewModel.State.NO_DATA);
        bench.await(() -> bench.workspace().failureProperty().get().isPresent());
        ObservableValue<String> words = bench.call(() -> model.answer());
        String unread = "The data of this study are not loaded";
        bench.run(() -> {
            assertTrue(words.getValue().startsWith(unread), words.getValue());
            bench.workspace()
                    .dataSlot()
                    .run(bench.context().texts().bind("job.data"), reading -> "", read -> {}, why -> {});
            assertTrue(words.getValue().startsWith("Reading the data"), words.getValue());
        });
        bench.await(() -> words.getValue().startsWith(unread));
    }

    @Test
    void another_study_forgets_the_comparison() {
        evaluateKnnAndEase();
        bench.run(() -> bench.workspace().open(StudySession.in(folder.resolve("empty"))));
        await(CompareViewModel.State.NO_MODEL);
        assertTrue(bench.call(() -> model.shownProperty().get().isEmpty()));
        assertEquals(List.of(), chosen());
    }
}
