package vitrine.desktop.screen.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.StudySession;
import vitrine.action.TrainedRun;
import vitrine.desktop.Bench;
import vitrine.desktop.workspace.ModelRun;
import vitrine.train.EpochRecord;
import vitrine.train.Objective;

class TrainViewModelTest {
    @TempDir
    Path folder;

    private Bench bench;
    private TrainViewModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        model = bench.call(() -> new TrainViewModel(bench.context()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void set(String field, String value) {
        bench.run(() -> model.form().field(field).orElseThrow().value().set(value));
    }

    private ModelRun trained() {
        bench.run(model::mainAction);
        bench.await(() -> !bench.workspace().runs().isEmpty());
        return bench.call(() -> bench.workspace().runs().get(0));
    }

    @Test
    void a_model_of_pairs_is_measured_against_a_coin() {
        bench.withShop(folder);
        bench.run(() -> model.form().modelProperty().set("bpr"));
        trained();
        Curves curves = bench.call(() -> model.curvesProperty().get());
        assertEquals(Objective.PAIRWISE, curves.objective());
        assertEquals(Math.log(2), curves.baseRateLoss(), 1e-12);
        assertEquals(0.5, curves.alwaysNoAccuracy());
    }

    @Test
    void without_data_there_is_nothing_to_learn_from() {
        assertEquals(TrainViewModel.State.NO_DATA, model.stateProperty().get());
        bench.run(model::mainAction);
        assertEquals(TrainViewModel.State.NO_DATA, model.stateProperty().get());
    }

    @Test
    void the_form_is_built_from_the_model_s_own_description() {
        assertEquals("20", model.form().field("epochs").orElseThrow().value().get());
        assertTrue(model.form().field("filters").orElseThrow().advanced());
        bench.run(() -> model.form().modelProperty().set("popularity"));
        assertEquals(1, model.form().fields().size(), "the seed alone");
    }

    @Test
    void a_list_of_layers_is_typed_with_commas() {
        bench.run(() -> model.form().modelProperty().set("neumf"));
        TrainForm.Field layers = model.form().field("layers").orElseThrow();
        assertEquals("32,16,8", layers.value().get());
        for (String right : java.util.List.of("32,16,8", "64", " 8 , 4 ")) {
            bench.run(() -> layers.value().set(right));
            assertTrue(model.form().refusal().isEmpty(), right);
        }
        for (String wrong : java.util.List.of("", "32,", "a,b", "8.5", "-1,8")) {
            bench.run(() -> layers.value().set(wrong));
            assertTrue(model.form().refusal().isPresent(), wrong);
        }
    }

    @Test
    void a_word_among_the_parameters_is_chosen_and_a_wrong_value_is_refused_at_its_field() {
        TrainForm.Field sampling = model.form().field("sampling").orElseThrow();
        assertEquals(java.util.List.of("uniform", "popularity", "in-batch"), sampling.choices());
        assertTrue(sampling.advanced());
        TrainForm.Field rate = model.form().field("lr").orElseThrow();
        bench.run(() -> rate.value().set("7"));
        assertTrue(
                rate.refusal().orElseThrow().contains("--lr must lie between"),
                rate.refusal().orElse(""));
        assertTrue(sampling.refusal().isEmpty());
        bench.run(() -> rate.value().set("0.01"));
        for (String name : vitrine.action.Models.names()) {
            bench.run(() -> model.form().modelProperty().set(name));
            assertTrue(model.form().refusal().isEmpty(), name + ": the defaults can be trained with");
        }
    }

    @Test
    void a_training_stopped_before_its_first_epoch_says_that_nothing_was_kept_until_the_next_one_starts() {
        bench.withShop(folder);
        bench.run(() -> {
            model.mainAction();
            model.stop();
        });
        bench.await(() -> model.consequence().get().startsWith("Stopped before the first epoch"));
        assertEquals(
                TrainViewModel.State.IDLE,
                bench.call(() -> model.stateProperty().get()));
        set("epochs", "1");
        trained();
        assertTrue(bench.call(() -> model.consequence().get()).startsWith("One epoch"));
    }

    @Test
    void pre_training_says_which_half_is_taught_and_the_curves_begin_with_the_joint_epochs() {
        bench.withShop(folder);
        bench.run(() -> model.form().modelProperty().set("neumf"));
        set("epochs", "2");
        set("pretrain-epochs", "200");
        set("patience", "0");
        set("batch", "64");
        bench.run(model::mainAction);
        bench.await(() -> model.consequence().get().startsWith("Pre-training, GMF alone: epoch "));
        assertTrue(bench.call(() -> model.answer().get()).startsWith("Pre-training: "));
        assertEquals(0, bench.call(() -> model.curvesProperty().get().epochs().size()));
        bench.run(model::stop);
        bench.await(() -> model.consequence().get().startsWith("Stopped before the first epoch"));
        set("pretrain-epochs", "1");
        assertEquals(2, trained().history().epochs().size());
    }

    @Test
    void a_finished_run_becomes_the_cursor_s_model_and_answers_in_one_sentence() {
        bench.withShop(folder);
        set("epochs", "3");
        ModelRun run = trained();
        assertEquals("A", run.letter());
        assertEquals(3, run.history().epochs().size());
        assertEquals(run.id(), bench.workspace().cursor().position().model());
        String answer = bench.call(() -> model.answer().get());
        assertTrue(answer.contains("Validation nDCG@10 "), answer);
        assertTrue(bench.call(() -> model.consequence().get()).startsWith("3 epochs, epoch "));
        Curves curves = model.curvesProperty().get();
        LearningPlots plots = new LearningPlots(bench.context().texts());
        assertEquals(3, plots.loss(curves).lines().size(), "base rate, training, validation");
        assertEquals(3, plots.accuracy(curves).lines().size());
        assertTrue(plots.ranking(curves, "ndcg").description().contains("validation 0."));
    }

    @Test
    void a_reopened_study_shows_the_same_run() {
        bench.withShop(folder);
        set("epochs", "2");
        ModelRun run = trained();
        StudySession again = StudySession.in(
                bench.workspace().studyProperty().get().orElseThrow().folder());
        bench.run(() -> bench.workspace().open(again));
        bench.await(() -> !bench.workspace().runs().isEmpty()
                && bench.workspace().dataProperty().get().isPresent());
        ModelRun reopened = bench.call(() -> bench.workspace().runs().get(0));
        assertEquals(run.history(), reopened.history());
        assertEquals(run.yardsticks(), reopened.yardsticks());
        assertEquals(run.result(), reopened.result());
        assertEquals(
                run.id(), bench.workspace().modelProperty().get().orElseThrow().id());
    }

    @Test
    void stopping_keeps_the_best_epoch_as_the_model() {
        bench.withShop(folder);
        set("epochs", "1000");
        set("patience", "0");
        bench.run(model::mainAction);
        bench.await(() -> model.curvesProperty().get().epochs().size() >= 2);
        bench.run(model::stop);
        bench.await(() -> !bench.workspace().runs().isEmpty());
        ModelRun run = bench.call(() -> bench.workspace().runs().get(0));
        assertEquals(TrainedRun.Ending.STOPPED, run.ending());
        assertTrue(run.history().bestEpoch() >= 1);
        assertTrue(bench.call(() -> model.consequence().get()).startsWith("Stopped after epoch "));
        assertEquals(TrainViewModel.State.IDLE, model.stateProperty().get());
    }

    @Test
    void the_main_action_pauses_and_resumes() {
        bench.withShop(folder);
        set("epochs", "1000");
        set("patience", "0");
        bench.run(model::mainAction);
        bench.await(() -> model.curvesProperty().get().live().x().length > 0);
        bench.run(model::mainAction);
        assertEquals(TrainViewModel.State.PAUSED, model.stateProperty().get());
        assertTrue(bench.call(() -> model.consequence().get()).endsWith("paused; memory is kept"));
        bench.run(model::mainAction);
        assertEquals(TrainViewModel.State.RUNNING, model.stateProperty().get());
        bench.run(model::stop);
        bench.await(() -> model.stateProperty().get() == TrainViewModel.State.IDLE);
    }

    @Test
    void a_word_in_a_number_field_is_refused_before_anything_starts() {
        bench.withShop(folder);
        set("epochs", "many");
        bench.run(model::mainAction);
        assertEquals(TrainViewModel.State.IDLE, model.stateProperty().get());
        assertFalse(model.errorProperty().get().isEmpty());
    }

    @Test
    void a_value_out_of_range_is_refused_in_the_engine_s_words() {
        bench.withShop(folder);
        set("epochs", "0");
        bench.run(model::mainAction);
        bench.await(() -> !model.errorProperty().get().isEmpty());
        assertTrue(model.errorProperty().get().contains("between 1 and 1000"));
    }

    @Test
    void an_earlier_epoch_becomes_a_run_and_undo_leads_back() {
        bench.withShop(folder);
        set("epochs", "4");
        set("patience", "0");
        ModelRun first = trained();
        int best = first.history().bestEpoch();
        int other = best == 2 ? 3 : 2;
        assertEquals(
                java.util.List.of(1, 2, 3, 4),
                bench.call(model::epochs).stream().map(Rewinding.Choice::epoch).toList());
        bench.run(() -> model.rewind(other));
        bench.await(() -> bench.workspace().runs().size() == 2);
        ModelRun second =
                bench.call(() -> bench.workspace().modelProperty().get().orElseThrow());
        assertEquals(other, second.history().bestEpoch());
        assertEquals(first.history().epochs(), second.history().epochs());
        assertEquals(other, second.result().parameters().get("rewoundToEpoch"));
        assertEquals(
                first.id(),
                bench.call(() ->
                        model.rewinding().cameFromProperty().get().orElseThrow().id()));
        bench.run(() -> model.rewinding().undo());
        assertEquals(
                first.id(),
                bench.workspace().modelProperty().get().orElseThrow().id());
        assertTrue(model.rewinding().cameFromProperty().get().isEmpty());
    }

    @Test
    void training_goes_on_from_the_kept_epoch_as_a_run_of_its_own() {
        bench.withShop(folder);
        set("epochs", "2");
        set("patience", "0");
        ModelRun first = trained();
        int kept = first.history().bestEpoch();
        set("epochs", "5");
        set("lr", "0.0005");
        bench.run(model::goOn);
        bench.await(() -> bench.workspace().runs().size() == 2);
        ModelRun second = bench.call(() -> bench.workspace().runs().get(1));
        assertEquals(5, second.history().epochs().size());
        assertEquals(
                first.history().epochs().subList(0, kept),
                second.history().epochs().subList(0, kept));
        assertEquals(kept, second.result().parameters().get("continuedAfterEpoch"));
        bench.run(() -> model.form().modelProperty().set("neumf"));
        bench.run(model::goOn);
        assertEquals(
                "Choose the model Article CNN in the settings: only the same model can go on from here."
                        .replace("Article CNN", bench.context().texts().get("model.cnn")),
                model.errorProperty().get());
    }

    @Test
    void a_paused_training_can_be_taken_back() {
        bench.withShop(folder);
        set("epochs", "1000");
        set("patience", "0");
        bench.run(model::mainAction);
        bench.await(() -> model.curvesProperty().get().epochs().size() >= 3);
        bench.run(model::mainAction);
        assertEquals(TrainViewModel.State.PAUSED, model.stateProperty().get());
        bench.run(() -> model.rewind(1));
        bench.await(() -> bench.workspace()
                .modelProperty()
                .get()
                .filter(run -> run.history().bestEpoch() == 1)
                .isPresent());
        assertTrue(bench.workspace()
                        .modelProperty()
                        .get()
                        .orElseThrow()
                        .history()
                        .epochs()
                        .size()
                >= 3);
        assertEquals(TrainViewModel.State.IDLE, model.stateProperty().get());
    }

    /** Trains without end until told to stop. */
    private void startEndless() {
        set("epochs", "1000");
        set("patience", "0");
        bench.run(model::mainAction);
        bench.await(() -> model.epochs().size() >= 2);
    }

    private void trainShortly(int runs) {
        bench.run(model::mainAction);
        bench.await(() -> bench.workspace().runs().size() == runs);
    }

    @Test
    void only_epochs_in_memory_are_offered_and_one_that_is_not_does_not_stop_the_training() {
        EpochRecord one = new EpochRecord(1, .5, .8, new TreeMap<>(Map.of("ndcg", .25)), 1, 1);
        EpochRecord two = new EpochRecord(2, .4, .8, new TreeMap<>(Map.of("ndcg", .5)), 1, 1);
        LiveCurve.Snapshot live =
                new LiveCurve.Snapshot(new double[0], new double[0], new double[0], List.of(one, two), 3);
        assertEquals(List.of(new Rewinding.Choice(2, Optional.of(.5), false)), Rewinding.choices(live, Set.of(2, 7)));
        bench.withShop(folder);
        startEndless();
        bench.run(() -> model.rewind(1001));
        assertEquals(
                TrainViewModel.State.RUNNING,
                bench.call(() -> model.stateProperty().get()));
        assertTrue(model.errorProperty().get().startsWith("Epoch 1001 is no longer in memory"));
        bench.run(model::stop);
        bench.await(() -> !bench.workspace().runs().isEmpty());
    }

    @Test
    void a_click_on_another_run_while_stopping_does_not_take_that_one_back() {
        bench.withShop(folder);
        set("epochs", "3");
        set("patience", "0");
        trainShortly(1);
        trainShortly(2);
        String other = bench.call(() -> bench.workspace().runs().get(0).id());
        startEndless();
        int earlier = bench.call(() -> model.curvesProperty().get().best().orElse(1)) == 1 ? 2 : 1;
        bench.run(() -> {
            model.rewind(earlier);
            bench.workspace().cursor().go(bench.workspace().cursor().position().withModel(other));
        });
        bench.await(() -> bench.workspace().runs().size() == 4);
        ModelRun stopped = bench.call(() -> bench.workspace().runs().get(2));
        ModelRun back = bench.call(() -> bench.workspace().runs().get(3));
        assertEquals(earlier, back.history().bestEpoch());
        assertEquals(stopped.history().epochs(), back.history().epochs());
    }

    @Test
    void nothing_is_trained_while_an_earlier_epoch_is_being_made_a_run() {
        bench.withShop(folder);
        set("epochs", "3");
        set("patience", "0");
        ModelRun first = trained();
        int other = first.history().bestEpoch() == 2 ? 3 : 2;
        bench.run(() -> {
            model.rewind(other);
            assertEquals(TrainViewModel.State.REWINDING, model.stateProperty().get());
            model.mainAction();
            model.goOn();
            model.rewind(1);
        });
        bench.await(() -> bench.workspace().runs().size() == 2);
        assertEquals(
                TrainViewModel.State.IDLE,
                bench.call(() -> model.stateProperty().get()));
        trainShortly(3);
        assertEquals(
                3,
                bench.call(() -> bench.workspace().runs().stream()
                        .map(ModelRun::file)
                        .distinct()
                        .count()));
        assertEquals(other, bench.workspace().runs().get(1).history().bestEpoch());
    }

    @Test
    void a_training_ends_in_the_study_it_was_begun_in() {
        bench.withShop(folder);
        StudySession own = bench.workspace().studyProperty().get().orElseThrow();
        startEndless();
        bench.run(() -> {
            bench.workspace().open(StudySession.in(folder.resolve("other")));
            model.stop();
        });
        bench.await(() -> own.runs().size() == 1);
        bench.await(() -> model.stateProperty().get() == TrainViewModel.State.NO_DATA);
        assertTrue(bench.call(() -> bench.workspace().runs().isEmpty()));
        assertTrue(bench.call(() -> model.curvesProperty().get().epochs().isEmpty()));
        assertTrue(StudySession.in(folder.resolve("other")).runs().isEmpty());
    }

    @Test
    void a_way_back_ends_with_its_study() {
        bench.withShop(folder);
        set("epochs", "3");
        set("patience", "0");
        ModelRun first = trained();
        StudySession own = bench.workspace().studyProperty().get().orElseThrow();
        bench.run(() -> {
            model.rewind(first.history().bestEpoch() == 2 ? 3 : 2);
            bench.workspace().openData(own.data().orElseThrow());
        });
        assertEquals(TrainViewModel.State.NO_DATA, model.stateProperty().get());
        bench.await(() -> model.stateProperty().get() == TrainViewModel.State.IDLE);
        trainShortly(1);
        assertEquals(1, own.runs().size());
        assertEquals("", model.errorProperty().get());
    }

    @Test
    void a_cancelled_way_back_is_no_error() {
        bench.withShop(folder);
        set("epochs", "3");
        set("patience", "0");
        ModelRun first = trained();
        bench.run(() -> {
            model.rewind(first.history().bestEpoch() == 2 ? 3 : 2);
            model.rewinding().jobProperty().get().orElseThrow().cancel();
        });
        bench.await(() -> model.stateProperty().get() == TrainViewModel.State.IDLE);
        assertEquals("", bench.call(() -> model.errorProperty().get()));
    }

    @Test
    void a_run_that_went_on_can_go_on_from_an_epoch_it_began_with() {
        bench.withShop(folder);
        set("epochs", "2");
        set("patience", "0");
        ModelRun first = trained();
        int kept = first.history().bestEpoch();
        set("epochs", "4");
        // Learns nothing more: the best epoch stays the one it began with.
        set("lr", "1e-9");
        bench.run(model::goOn);
        bench.await(() -> bench.workspace().runs().size() == 2);
        assertEquals(kept, bench.workspace().runs().get(1).history().bestEpoch());
        assertTrue(bench.call(model::canGoOn));
        bench.run(model::goOn);
        bench.await(() -> bench.workspace().runs().size() == 3);
        assertEquals(4, bench.workspace().runs().get(2).history().epochs().size());
    }

    @Test
    void a_computed_model_waits_for_its_only_number() {
        bench.withShop(folder);
        bench.run(() -> model.form().modelProperty().set("itemknn"));
        ModelRun run = trained();
        assertTrue(run.validation("ndcg").isPresent());
        assertTrue(run.validation("loss").isEmpty(), "never measured");
    }

    @Test
    void a_computed_model_has_no_curves_and_says_so() {
        bench.withShop(folder);
        bench.run(() -> model.form().modelProperty().set("popularity"));
        trained();
        assertEquals(
                "Popularity is computed, not trained: it has no curves.",
                bench.call(() -> model.answer().get()));
    }

    @Test
    void behind_the_last_epoch_it_says_that_probabilities_are_measured_and_no_time() {
        bench.withLargerShop(folder);
        set("epochs", "1");
        List<String> said = new java.util.ArrayList<>();
        javafx.beans.value.ObservableValue<String> consequence = bench.call(model::consequence);
        bench.run(() -> consequence.addListener((o, before, now) -> said.add(now)));
        trained();
        List<String> all = bench.call(() -> List.copyOf(said));
        assertTrue(all.contains("Training has ended; calibrating and measuring probabilities"), all::toString);
        assertTrue(all.get(all.size() - 1).startsWith("One epoch"), all::toString);
    }

    private String reliabilityWords() {
        return bench.call(() -> ReliabilityCard.words(
                model.stateProperty().get(),
                bench.workspace().modelProperty().get(),
                new ReliabilityPlot(bench.context().texts()),
                bench.context().texts(),
                Double.NaN));
    }

    @Test
    void while_another_training_runs_no_run_s_probabilities_are_shown() {
        bench.withLargerShop(folder);
        assertEquals("", reliabilityWords(), "no run, nothing to say");
        bench.run(() -> model.form().modelProperty().set("bpr"));
        trained();
        assertTrue(reliabilityWords().startsWith("\u2192 predicted"), reliabilityWords());
        set("epochs", "1000");
        set("patience", "0");
        bench.run(model::mainAction);
        assertEquals("Measured when training has ended.", reliabilityWords());
        bench.run(model::stop);
        bench.await(() -> !model.stateProperty().get().isTraining());
        assertFalse(reliabilityWords().startsWith("Measured when"), reliabilityWords());
    }
}
