package vitrine.desktop.screen.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.action.Explainers;
import vitrine.action.LayerLens.Quantity;
import vitrine.action.MethodSetting;
import vitrine.action.StoredExplanation;
import vitrine.assess.faithfulness.Verdict;
import vitrine.desktop.Bench;
import vitrine.desktop.control.VerdictState;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.screen.train.TrainingBench;
import vitrine.desktop.workspace.Cursor;
import vitrine.desktop.workspace.Edits;
import vitrine.desktop.workspace.Ranker;
import vitrine.desktop.workspace.Verdicts;

class ExplainViewModelTest {
    @TempDir
    private Path folder;

    private Bench bench;
    private ExplainViewModel model;
    private ExplainTexts words;

    @BeforeEach
    void open() {
        bench = new Bench(folder).withShop(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void train(String name) {
        ask(name);
        awaitChecked();
    }

    private void ask(String name) {
        TrainingBench.train(bench, name);
        var context = bench.context();
        model = bench.call(() -> new ExplainViewModel(
                context.texts(),
                context.tasks(),
                bench.workspace(),
                new Ranker(context.texts(), context.tasks(), bench.workspace())));
        words = new ExplainTexts(context.texts(), model);
    }

    private void awaitChecked() {
        bench.await(() -> !model.updating().get() && checked().isPresent());
    }

    private Optional<Answer> checked() {
        return model.answerProperty().get().filter(a -> a.checked().isPresent());
    }

    private Answer answer() {
        return bench.call(() -> checked().orElseThrow());
    }

    private Cursor cursor() {
        return bench.workspace().cursor();
    }

    @Test
    void a_model_that_knows_users_by_a_vector_is_explained_by_fold_in_and_says_so_in_both_languages() {
        train("neumf");
        assertEquals("", bench.call(() -> model.failureProperty().get()));
        String said = bench.call(() -> words.headline().getValue());
        assertTrue(said.contains("By fold-in: neumf knows users by a trained vector"), said);
        bench.await(() -> !stored().isEmpty());
        assertEquals(cursor().position().user(), stored().get(0).user());
        bench.run(() -> bench.context().texts().languageProperty().set(Language.CHINESE));
        assertTrue(bench.call(() -> words.headline().getValue()).contains("fold-in：neumf"));
    }

    @Test
    void the_answer_is_about_the_item_under_the_cursor_and_its_verdict_reaches_the_list_and_the_study() {
        train("itemknn");
        Answer answer = answer();
        assertEquals(cursor().position().item(), item(answer));
        assertEquals("exact", answer.method());
        assertEquals(VerdictState.EXACT, model.stateProperty().get());
        Verdicts.Question here = new Verdicts.Question(cursor().position(), Edits.NONE);
        Verdicts.Checked known =
                bench.call(() -> bench.workspace().verdicts().of(here)).orElseThrow();
        assertEquals(Verdict.EXACT, known.verdict());
        bench.await(() -> !stored().isEmpty());
        assertEquals(cursor().position().item(), stored().get(0).item());
    }

    private List<StoredExplanation> stored() {
        return bench.workspace().studyProperty().get().orElseThrow().explanations();
    }

    private static String item(Answer answer) {
        return answer.asked()
                .list()
                .question()
                .run()
                .session()
                .itemId(answer.asked().item());
    }

    @Test
    void walking_the_list_asks_again_and_walking_back_gives_the_kept_answer() {
        train("itemknn");
        Answer first = answer();
        String start = cursor().position().item();
        bench.run(() -> model.choose(cursor().items().get(1)));
        awaitChecked();
        assertFalse(item(answer()).equals(start));
        bench.run(() -> cursor().back());
        assertSame(first, answer());
    }

    @Test
    void an_edited_history_is_another_question_and_the_title_says_so() {
        train("itemknn");
        Answer before = answer();
        var query = before.explanation().request().query();
        String off =
                before.asked().list().question().run().session().itemId(query.history()[query.history().length - 1]);
        bench.run(() -> cursor().edit(Edits.NONE.with(off, false)));
        bench.await(() -> model.answerProperty()
                .get()
                .map(a -> !a.asked().list().question().edits().isEmpty()
                        && a.checked().isPresent())
                .orElse(false));
        int last = query.history().length - 1;
        assertEquals(0, answer().explanation().request().query().weights()[last]);
        assertTrue(bench.call(() -> words.question().getValue()).endsWith("(edited history)"));
        assertTrue(stored().stream().allMatch(s -> s.item().equals(item(before))), "edited answers are not kept");
    }

    @Test
    void a_method_that_fits_is_used_and_one_that_does_not_is_not() {
        train("cnn");
        assertEquals("integrated-gradients", answer().method());
        bench.run(() -> model.methodProperty().set("occlusion"));
        bench.await(() -> checked().map(a -> a.method().equals("occlusion")).orElse(false));
        bench.run(() -> model.methodProperty().set("exact"));
        bench.await(() ->
                checked().map(a -> a.method().equals("integrated-gradients")).orElse(false));
    }

    @Test
    void a_setting_asks_again_and_another_method_begins_with_its_defaults() {
        train("cnn");
        Map<String, Double> three = Map.of("steps", 3.0);
        bench.run(() -> model.settingsProperty().set(three));
        bench.await(() -> checked()
                .map(a -> a.explanation().request().parameters().equals(three))
                .orElse(false));
        bench.run(() -> model.methodProperty().set("occlusion"));
        bench.await(() -> checked().map(a -> a.method().equals("occlusion")).orElse(false));
        assertEquals(Map.of(), bench.call(() -> model.settingsProperty().get()));
        assertFalse(bench.call(() -> model.updating().get()));
    }

    @Test
    void the_form_takes_what_the_method_takes() {
        MethodSetting steps = Explainers.settings("integrated-gradients").get(0);
        assertEquals(Optional.of(7.0), MethodForm.value(steps, " 7 "));
        for (String wrong : List.of("", "seven", "0", "1.5", "10001", "NaN")) {
            assertEquals(Optional.empty(), MethodForm.value(steps, wrong), wrong);
        }
    }

    @Test
    void the_sum_line_and_the_headline_speak_both_languages() {
        train("itemknn");
        String english = bench.call(() -> words.sum().getValue());
        assertTrue(english.startsWith("empty history "), english);
        bench.run(() -> bench.context().texts().languageProperty().set(Language.CHINESE));
        assertTrue(bench.call(() -> words.sum().getValue()).startsWith("空历史 "));
        assertTrue(bench.call(() -> words.question().getValue()).startsWith("为什么"));
    }

    @Test
    void popularity_has_nothing_to_explain_and_no_layers() {
        train("popularity");
        assertTrue(answer().nothingMoves());
        LensViewModel lens = bench.call(
                () -> new LensViewModel(bench.context().texts(), bench.context().tasks(), model));
        assertTrue(bench.call(() -> lens.lensProperty().get().isEmpty()));
        assertTrue(bench.call(() -> lens.note().getValue()).contains("popularity"));
        Answer answer = answer();
        assertTrue(bench.call(() -> words.nothing(answer)).startsWith("popularity"));
    }

    @Test
    void the_lens_shows_the_layer_and_the_quantity_wished_for_where_the_layer_has_it() {
        train("cnn");
        LensViewModel lens = bench.call(
                () -> new LensViewModel(bench.context().texts(), bench.context().tasks(), model));
        bench.await(() -> lens.lensProperty().get().isPresent());
        assertEquals("conv1d", bench.call(() -> lens.shown().orElseThrow().name()));
        assertEquals(Quantity.CONDUCTANCE, bench.call(lens::shownQuantity));
        assertTrue(bench.call(lens::sum).contains("as the bars above"), bench.call(lens::sum));
        String first = bench.call(() -> lens.layers().get(0));
        bench.run(() -> lens.layerProperty().set(first));
        assertEquals(Quantity.ACTIVATION, bench.call(lens::shownQuantity));
        assertTrue(bench.call(() -> lens.map().orElseThrow().allUnits() > 0));
    }

    @Test
    void while_another_screen_is_in_front_nothing_is_asked_and_on_return_the_newest_question_is() {
        train("itemknn");
        Answer first = answer();
        bench.run(model::leaveFront);
        String next = bench.call(() -> cursor().items().get(1));
        bench.run(() -> model.choose(next));
        assertSame(first, bench.call(() -> model.answerProperty().get().orElseThrow()));
        bench.run(model::comeToFront);
        awaitChecked();
        assertEquals(next, item(answer()));
    }

    @Test
    void stopping_before_the_bars_came_never_leaves_the_bars_of_another_product() {
        train("cnn");
        bench.run(() -> {
            model.choose(cursor().items().get(2));
            model.stop();
        });
        bench.await(() -> model.stateProperty().get() != VerdictState.CHECKING);
        String here = cursor().position().item();
        assertTrue(bench.call(() ->
                model.answerProperty().get().map(a -> item(a).equals(here)).orElse(true)));
        assertTrue(model.failureProperty().get().isEmpty());
        bench.run(model::askAgain);
        awaitChecked();
        assertEquals(here, item(answer()));
    }

    @Test
    void without_a_question_there_is_no_answer() {
        train("itemknn");
        bench.run(() -> cursor().settle(cursor().position().withUser("nobody")));
        bench.await(() -> model.answerProperty().get().isEmpty());
        assertTrue(model.askedProperty().get().isEmpty());
        assertFalse(bench.call(() -> words.question().getValue()).contains("Product"));
    }

    @Test
    void a_history_switched_off_altogether_is_not_called_a_model_that_ignores_users() {
        train("itemknn");
        var query = answer().explanation().request().query();
        var session = answer().asked().list().question().run().session();
        bench.run(() -> {
            Edits edits = Edits.NONE;
            for (int h : query.history()) {
                edits = edits.with(session.itemId(h), false);
            }
            cursor().edit(edits);
        });
        bench.await(() -> checked().map(Answer::nothingMoves).orElse(false));
        Answer answer = answer();
        assertTrue(bench.call(() -> words.nothing(answer)).startsWith("Nothing in this history"));
    }
}
