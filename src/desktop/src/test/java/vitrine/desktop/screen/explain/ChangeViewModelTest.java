package vitrine.desktop.screen.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vitrine.desktop.Bench;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.screen.train.TrainingBench;
import vitrine.desktop.workspace.Ranker;

/** What would change a recommendation, and why it stands above another one. */
class ChangeViewModelTest {
    private static final int K = 3;

    @TempDir
    private Path folder;

    private Bench bench;
    private ExplainViewModel explain;
    private ExplainTexts words;
    private ChangeViewModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder).withShop(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void train(String name) {
        TrainingBench.train(bench, name);
        var context = bench.context();
        explain = bench.call(() -> new ExplainViewModel(
                context.texts(),
                context.tasks(),
                bench.workspace(),
                new Ranker(context.texts(), context.tasks(), bench.workspace())));
        words = new ExplainTexts(context.texts(), explain);
        model = bench.call(() -> new ChangeViewModel(context.texts(), context.tasks(), explain, K));
        awaitChecked();
    }

    private void awaitChecked() {
        bench.await(() -> !explain.updating().get()
                && explain.answerProperty()
                        .get()
                        .filter(a -> a.checked().isPresent())
                        .isPresent());
    }

    private Answer answer() {
        return bench.call(() -> explain.answerProperty().get().orElseThrow());
    }

    private void search() {
        bench.run(model::search);
        awaitFound();
    }

    private void awaitFound() {
        bench.await(() -> !model.running().get());
    }

    /** Goes to an item near the end of the list that some removal moves over it. */
    private void searchSomethingThatCanChange() {
        var list = answer().asked().list();
        for (int place : new int[] {2, 3, 1, 4, 0, 5}) {
            if (place >= list.ranking().items().length) {
                continue;
            }
            String id = list.question().run().session().itemId(list.ranking().items()[place]);
            bench.run(() -> explain.choose(id));
            awaitChecked();
            search();
            if (!bench.call(model::removed).isEmpty()) {
                return;
            }
        }
        throw new AssertionError("no removal moves any item over the end of the list");
    }

    private void chooseAnother() {
        bench.run(() -> explain.choose(bench.workspace().cursor().items().get(1)));
        awaitChecked();
    }

    @Test
    void nothing_is_searched_before_it_is_asked_for() {
        train("itemknn");
        assertFalse(bench.call(() -> model.running().get()));
        assertTrue(bench.call(() -> model.isAskable().get()));
        assertTrue(bench.call(model::sentence).startsWith("Which past actions"));
    }

    @Test
    void the_answer_is_a_sentence_with_what_is_taken_away_and_the_list_without_it() {
        train("itemknn");
        searchSomethingThatCanChange();
        String said = bench.call(model::sentence);
        String title = answer().asked().title();
        assertTrue(said.startsWith("Without "), said);
        assertTrue(said.contains(title), said);
        List<ChangeViewModel.Place> list = bench.call(model::list);
        assertEquals(K, list.size());
        boolean dropped = said.contains("leaves the top");
        assertEquals(!dropped, list.stream().anyMatch(p -> p.title().equals(title)));
        assertTrue(list.stream().anyMatch(ChangeViewModel.Place::isNew));
        bench.run(() -> bench.context().texts().languageProperty().set(Language.CHINESE));
        assertTrue(bench.call(model::sentence).contains("前 " + K + " 名"));
    }

    @Test
    void what_is_locked_is_taken_away_no_more_until_it_is_released() {
        train("itemknn");
        searchSomethingThatCanChange();
        List<ChangeViewModel.Action> removed = bench.call(model::removed);
        ChangeViewModel.Action first = removed.get(0);
        bench.run(() -> model.keep(first.id()));
        awaitFound();
        assertTrue(bench.call(model::removed).stream().noneMatch(a -> a.id().equals(first.id())));
        assertEquals(List.of(first.title()), bench.call(model::keptTitles));
        bench.run(model::release);
        awaitFound();
        assertEquals(removed, bench.call(model::removed));
        bench.run(() -> model.keep(first.id()));
        chooseAnother();
        assertTrue(bench.call(model::keptTitles).isEmpty(), "another item begins anew");
    }

    @Test
    void another_item_forgets_the_answer_and_a_stop_keeps_the_screen() {
        train("itemknn");
        search();
        chooseAnother();
        assertTrue(bench.call(model::removed).isEmpty());
        assertTrue(bench.call(model::sentence).startsWith("Which past actions"));
        Answer before = answer();
        bench.run(() -> {
            model.search();
            model.stop();
        });
        awaitFound();
        String said = bench.call(model::sentence);
        assertTrue(said.startsWith("Stopped") || !bench.call(model::removed).isEmpty() || said.startsWith("No "), said);
        assertEquals(before, answer());
        assertTrue(bench.call(() -> model.isAskable().get()));
    }

    @Test
    void a_vector_fitted_to_the_history_is_said_so() {
        train("neumf");
        search();
        assertTrue(bench.call(model::sentence).contains("By fold-in"), bench.call(model::sentence));
    }

    private int rival() {
        int[] items = answer().asked().list().ranking().items();
        return items[items.length - 1];
    }

    @Test
    void a_contrast_turns_bars_title_sum_and_question_to_the_margin_and_another_item_ends_it() {
        train("itemknn");
        Answer alone = answer();
        int rival = rival();
        bench.run(() -> explain.compareWith(OptionalInt.of(rival)));
        awaitChecked();
        Answer margin = answer();
        assertEquals(OptionalInt.of(rival), margin.against());
        String other = margin.rival().orElseThrow();
        String title = margin.asked().title();
        assertTrue(bench.call(() -> words.question().getValue()).startsWith("Why " + title + " above " + other));
        assertEquals(
                "Contributions to the margin",
                bench.call(() -> words.barsTitle().getValue()));
        assertTrue(bench.call(() -> words.sum().getValue()).contains("= margin "));
        assertTrue(bench.call(() -> words.headline().getValue()).startsWith(title + " is "));
        assertTrue(bench.call(() -> words.towards().getValue()).contains(title));
        assertEquals("", bench.call(() -> words.standing().getValue()));
        chooseAnother();
        assertEquals(
                OptionalInt.empty(), bench.call(() -> explain.againstProperty().get()));
        assertTrue(answer().against().isEmpty());
        assertFalse(alone.asked().isSame(answer().asked()));
    }

    @Test
    void a_contrast_is_not_kept_as_the_reason_of_the_list_and_going_back_gives_the_kept_answer() {
        train("itemknn");
        Answer alone = answer();
        bench.await(() -> bench.workspace()
                        .studyProperty()
                        .get()
                        .orElseThrow()
                        .explanations()
                        .size()
                == 1);
        var stored = bench.workspace().studyProperty().get().orElseThrow().explanations();
        int rival = rival();
        bench.run(() -> explain.compareWith(OptionalInt.of(rival)));
        awaitChecked();
        assertEquals(
                stored, bench.workspace().studyProperty().get().orElseThrow().explanations());
        bench.run(() -> explain.compareWith(OptionalInt.empty()));
        assertEquals(alone, answer());
    }
}
