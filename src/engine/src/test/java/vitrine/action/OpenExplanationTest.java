package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.assess.faithfulness.Verdict;
import vitrine.chart.HeatMapData;
import vitrine.explain.Contribution;
import vitrine.explain.Figures;
import vitrine.explain.control.Controls;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;
import vitrine.run.WrongUsageException;
import vitrine.train.TrainingListener;
import vitrine.words.ExplanationWords;

/** Explaining a model that is already open, as the window does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenExplanationTest {
    private static final JobContext QUIET = JobContext.quiet();

    private ModelSession cnn;
    private ModelSession knn;
    private ModelSession popularity;

    @BeforeAll
    void train(@TempDir Path folder) {
        TinyShop shop = new TinyShop(folder);
        DataSession data = DataSession.open(shop.data, QUIET);
        cnn = session(data, "cnn", TinyShop.QUICK);
        knn = session(data, "itemknn", Map.of());
        popularity = session(data, "popularity", Map.of());
    }

    private static ModelSession session(DataSession data, String model, Map<String, String> parameters) {
        TrainRequest request = new TrainRequest(
                data.options(), model, "loo", parameters, 42, Optional.empty(), Optional.empty(), true);
        return new LiveTraining(data, TrainingListener.NONE).run(request, QUIET).session();
    }

    private static OpenRanking list(ModelSession session) {
        return OpenRanking.of(session, "u003", Set.of(), false);
    }

    private static OpenExplanation explain(ModelSession session, String method, int rank) {
        OpenRanking list = list(session);
        return OpenExplanation.of(session, list, list.items()[rank - 1], method, 7, claim -> {}, QUIET);
    }

    private static OpenExplanation.Fit fit(ModelSession session, String method) {
        OpenRanking list = list(session);
        return OpenExplanation.methods(session, list.query(), list.items()[0]).stream()
                .filter(m -> m.name().equals(method))
                .findFirst()
                .orElseThrow()
                .fit();
    }

    @Test
    void the_claim_comes_before_the_verdict_and_is_the_one_that_is_checked() {
        OpenRanking list = list(cnn);
        List<OpenExplanation.Unchecked> claims = new ArrayList<>();
        OpenExplanation open =
                OpenExplanation.of(cnn, list, list.items()[0], "integrated-gradients", 7, claims::add, QUIET);
        assertEquals(1, claims.size());
        assertEquals(claims.get(0).explanation(), open.checked().explanation());
        assertEquals(claims.get(0).parts(), open.parts());
        assertEquals(list.scores()[0], open.checked().explanation().score(), 1e-5);
    }

    @Test
    void the_standing_is_the_rank_in_the_list_and_the_rank_after_really_switching_the_named_items_off() {
        for (int rank : new int[] {1, 3, 8}) {
            OpenExplanation open = explain(cnn, "integrated-gradients", rank);
            assertEquals(rank, open.standing().rank());
            List<Integer> named = ExplanationWords.named(open.parts());
            assertEquals(named.size(), open.standing().named());
            Query query = open.checked().explanation().request().query();
            Set<String> off = new java.util.HashSet<>();
            for (int part : named) {
                Contribution c = open.checked().explanation().contributions().get(part);
                off.add(cnn.itemId(query.history()[c.index()]));
            }
            OpenRanking without = OpenRanking.of(cnn, "u003", off, false);
            int item = open.checked().explanation().request().item();
            assertEquals(without.ranks()[item], open.standing().withoutNamed());
        }
    }

    @Test
    void with_what_the_user_has_among_the_candidates_the_rank_is_still_that_of_the_list() {
        OpenRanking list = OpenRanking.of(knn, "u003", Set.of(), true);
        int unseen = 0;
        for (int rank = 1; rank <= list.items().length; rank++) {
            int item = list.items()[rank - 1];
            if (java.util.Arrays.stream(list.query().history()).noneMatch(h -> h == item)) {
                OpenExplanation open = OpenExplanation.of(knn, list, item, "exact", 7, claim -> {}, QUIET);
                assertEquals(rank, open.standing().rank());
                unseen++;
            }
        }
        assertTrue(unseen > 0 && unseen < list.items().length);
    }

    @Test
    void each_model_is_explained_by_the_most_telling_method_that_fits() {
        assertEquals(OpenExplanation.Fit.FITS, fit(cnn, "integrated-gradients"));
        assertEquals(OpenExplanation.Fit.WRONG_MODEL, fit(cnn, "exact"));
        assertEquals(OpenExplanation.Fit.FITS, fit(knn, "exact"));
        assertEquals("integrated-gradients", choice(cnn, ""));
        assertEquals("exact", choice(knn, ""));
        assertEquals("occlusion", choice(knn, "occlusion"));
        assertEquals("integrated-gradients", choice(cnn, "exact"));
    }

    @Test
    void every_method_that_fits_answers_and_only_controls_are_never_a_reason() {
        for (ModelSession session : List.of(cnn, knn)) {
            OpenRanking list = list(session);
            List<OpenExplanation.Method> methods = OpenExplanation.methods(session, list.query(), list.items()[0]);
            assertEquals(
                    List.of("cosine", "popularity", "random"),
                    methods.subList(methods.size() - 3, methods.size()).stream()
                            .map(OpenExplanation.Method::name)
                            .toList());
            for (OpenExplanation.Method method : methods) {
                if (method.fit() == OpenExplanation.Fit.FITS) {
                    OpenExplanation open = explain(session, method.name(), 1);
                    assertNotEquals(Verdict.FAILED, open.checked().verdict(), method.name());
                    assertEquals(
                            list.query().history().length,
                            open.checked().explanation().contributions().stream()
                                    .filter(c -> c.kind() == Part.Kind.HISTORY)
                                    .count());
                    String headline = ExplanationWords.headline(
                                    open.checked(),
                                    open.parts(),
                                    Figures.of(open.checked().explanation()),
                                    open.verb())
                            .en();
                    assertEquals(
                            Controls.isControl(method.name()),
                            headline.startsWith("A control, not a reason"),
                            method.name() + ": " + headline);
                    if (Controls.isControl(method.name())) {
                        assertTrue(open.reason().en().startsWith("strongest part"));
                    }
                }
            }
        }
    }

    @Test
    void parameters_reach_the_method_and_foreign_ones_are_refused() {
        OpenRanking list = list(cnn);
        int item = list.items()[0];
        OpenExplanation coarse = OpenExplanation.of(
                cnn,
                list,
                item,
                OptionalInt.empty(),
                "integrated-gradients",
                Map.of("steps", 1.0),
                7,
                claim -> {},
                QUIET);
        OpenExplanation fine = explain(cnn, "integrated-gradients", 1);
        assertNotEquals(
                coarse.checked().explanation().contributions(),
                fine.checked().explanation().contributions());
        assertThrows(
                WrongUsageException.class,
                () -> OpenExplanation.of(
                        cnn,
                        list,
                        item,
                        OptionalInt.empty(),
                        "occlusion",
                        Map.of("steps", 1.0),
                        7,
                        claim -> {},
                        QUIET));
        assertEquals(
                List.of("masks", "ridge", "width"),
                Explainers.settings("lime").stream().map(MethodSetting::name).toList());
    }

    private static String choice(ModelSession session, String wished) {
        OpenRanking list = list(session);
        return OpenExplanation.choice(OpenExplanation.methods(session, list.query(), list.items()[0]), wished);
    }

    @Test
    void exact_shapley_declares_when_the_history_has_too_many_parts() {
        assertEquals(13, list(cnn).query().history().length + 1);
        assertEquals(OpenExplanation.Fit.TOO_MANY_PARTS, fit(cnn, "shapley"));
        assertThrows(CannotAnswerException.class, () -> explain(cnn, "exact", 1));
    }

    @Test
    void a_linear_model_is_explained_exactly_and_a_model_without_history_gives_nothing_to_test() {
        assertEquals(Verdict.EXACT, explain(knn, "exact", 1).checked().verdict());
        OpenExplanation blind = explain(popularity, choice(popularity, ""), 1);
        assertTrue(blind.parts().stream().allMatch(p -> p.value() == 0));
        assertEquals(0, blind.standing().named());
        assertEquals(blind.standing().rank(), blind.standing().withoutNamed());
    }

    @Test
    void the_cells_of_a_layer_all_ways_pass_sum_to_the_score_minus_that_of_the_empty_history() {
        OpenRanking list = list(cnn);
        int item = list.items()[0];
        LayerLens lens = LayerLens.of(cnn, list.query(), item, QUIET);
        Query empty = list.query()
                .withWeights(new float[list.query().history().length])
                .withUser(Query.UNKNOWN_USER);
        double change = cnn.model().score(list.query(), item) - cnn.model().score(empty, item);
        ActivationsResult.LayerView conv = lens.layers().stream()
                .filter(l -> l.name().equals("conv1d"))
                .findFirst()
                .orElseThrow();
        assertTrue(lens.has(conv, LayerLens.Quantity.CONDUCTANCE));
        assertEquals(change, lens.sum(conv, LayerLens.Quantity.CONDUCTANCE), .01 * Math.abs(change));
        HeatMapData map = lens.map(conv, LayerLens.Quantity.CONDUCTANCE, "unused");
        assertEquals(lens.rows().size(), map.allRows());
        ActivationsResult.LayerView first = lens.layers().get(0);
        assertFalse(lens.has(first, LayerLens.Quantity.CONDUCTANCE));
        assertNotNull(lens.map(first, LayerLens.Quantity.ACTIVATION, "unused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"neumf", "bpr"})
    void a_model_that_reads_no_history_has_the_users_row_and_the_way_from_the_unknown_user(
            String name, @TempDir Path folder) {
        DataSession data = DataSession.open(new TinyShop(folder).data, QUIET);
        Map<String, String> quick = name.equals("bpr") ? Map.of("epochs", "2") : TinyShop.quick(name);
        ModelSession session = session(data, name, quick);
        OpenRanking list = list(session);
        int item = list.items()[0];
        LayerLens lens = LayerLens.of(session, list.query(), item, QUIET);
        assertEquals(1, lens.rows().size());
        assertEquals(1, lens.padding().length);
        double change = session.model().score(list.query(), item)
                - session.model().score(list.query().withUser(Query.UNKNOWN_USER), item);
        ActivationsResult.LayerView last = lens.layers().get(lens.layers().size() - 1);
        assertEquals(change, lens.sum(last, LayerLens.Quantity.CONDUCTANCE), 1e-3 * (1 + Math.abs(change)));
        assertNotNull(lens.map(last, LayerLens.Quantity.CONDUCTANCE, "score"));
    }

    @Test
    void a_model_without_layers_says_so() {
        assertFalse(LayerLens.fits(knn));
        OpenRanking list = list(knn);
        assertThrows(CannotAnswerException.class, () -> LayerLens.of(knn, list.query(), list.items()[0], QUIET));
    }
}
