package vitrine.explain.counterfactual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.explain.CurvedTestModel;
import vitrine.explain.LinearTestModel;
import vitrine.explain.PopularityTestModel;
import vitrine.explain.TestIds;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

class CounterfactualSearchTest {
    private static final int ITEMS = 24;
    private static final int K = 4;

    /** Locks no position. */
    private static boolean nothing(int position) {
        return position < 0;
    }

    private static int[] positions(Counterfactual found) {
        return found.changes().stream()
                .mapToInt(c -> ((Change.Removal) c).position())
                .sorted()
                .toArray();
    }

    private static Counterfactual search(
            Recommender model, Query query, int item, int k, Goal goal, IntPredicate locked, SearchLimits limits) {
        int n = query.history().length;
        ItemPlace place =
                new ItemPlace(model, item, TestIds.candidates(n, model.items().size()), k);
        return CounterfactualSearch.removal(place, query, locked, goal, limits, JobContext.quiet());
    }

    /** Rank by counting, one score at a time: shares no code with the search. */
    private static int naiveRank(Recommender model, Query query, int item) {
        int rank = 1;
        double own = model.score(query, item);
        for (int c = query.history().length; c < model.items().size(); c++) {
            double other = model.score(query, c);
            rank += other > own || (other == own && c < item) ? 1 : 0;
        }
        return rank;
    }

    /** Size of the smallest removal over all subsets of what is not locked; 0: none does it. */
    private static int smallest(Recommender model, Query query, int item, int k, Goal goal, IntPredicate locked) {
        int n = query.history().length;
        int best = 0;
        for (int subset = 1; subset < 1 << n; subset++) {
            int size = Integer.bitCount(subset);
            float[] weights = query.weights().clone();
            boolean allowed = true;
            for (int i = 0; i < n; i++) {
                if ((subset >> i & 1) == 1) {
                    allowed &= !locked.test(i);
                    weights[i] = 0;
                }
            }
            if (allowed && (best == 0 || size < best)) {
                boolean inside = naiveRank(model, query.withWeights(weights), item) <= k;
                best = inside == (goal == Goal.LIFT) ? size : best;
            }
        }
        return best;
    }

    private static int itemAt(Recommender model, Query query, int rank) {
        return IntStream.range(query.history().length, model.items().size())
                .filter(item -> naiveRank(model, query, item) == rank)
                .findFirst()
                .orElseThrow();
    }

    private static Query history(int n) {
        return Query.of(0, IntStream.range(0, n).toArray());
    }

    private static void agreesWithAllSubsets(Recommender model, int n, Goal goal, IntPredicate locked) {
        Query query = history(n);
        int first = goal == Goal.DROP ? 1 : K + 1;
        int last = goal == Goal.DROP ? K : K + 5;
        for (int rank = first; rank <= last; rank++) {
            int item = itemAt(model, query, rank);
            int size = smallest(model, query, item, K, goal, locked);
            Counterfactual found =
                    search(model, query, item, K, goal, locked, new SearchLimits(SearchLimits.LARGEST, 100_000));
            assertEquals(size > 0, found.isFound(), "rank " + rank);
            assertEquals(size, found.changes().size(), "rank " + rank);
            assertEquals(rank, found.before().rank());
            // Six of seven sizes are all tried; seven of seven removed is a set greedy tries itself.
            assertTrue(found.certified() || (!found.isFound() && n > SearchLimits.LARGEST), "rank " + rank);
            if (found.isFound()) {
                float[] weights = query.weights().clone();
                for (int position : positions(found)) {
                    assertFalse(locked.test(position));
                    weights[position] = 0;
                }
                int after = naiveRank(model, query.withWeights(weights), item);
                assertEquals(after, found.after().orElseThrow().rank());
                assertEquals(goal == Goal.DROP, after > K);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void a_linear_model_gets_the_smallest_set_of_all_subsets(Goal goal) {
        for (long seed = 0; seed < 12; seed++) {
            agreesWithAllSubsets(LinearTestModel.random(ITEMS, .3, seed), 7, goal, CounterfactualSearchTest::nothing);
        }
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void a_curved_model_gets_the_smallest_set_of_all_subsets(Goal goal) {
        for (long seed = 0; seed < 12; seed++) {
            agreesWithAllSubsets(new CurvedTestModel(ITEMS, seed), 6, goal, CounterfactualSearchTest::nothing);
        }
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void what_is_locked_stays_and_the_rest_is_still_searched_through(Goal goal) {
        for (long seed = 0; seed < 8; seed++) {
            IntPredicate locked = position -> position % 3 == 1;
            agreesWithAllSubsets(LinearTestModel.random(ITEMS, 0, seed), 7, goal, locked);
            agreesWithAllSubsets(new CurvedTestModel(ITEMS, seed), 6, goal, locked);
        }
    }

    /** Science, section 3, case 12: f_A = .4 x0 + .3 x1 + .1 x2, f_B = .05 x0 + .1 x1 + .2 x2 + .25 x3 + .01. */
    @Test
    void the_worked_history_falls_behind_without_its_first_item() {
        double[][] weights = new double[6][6];
        double[][] columns = {{.4, .05}, {.3, .1}, {.1, .2}, {0, .25}};
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(columns[i], 0, weights[i], 4, 2);
        }
        LinearTestModel model = new LinearTestModel(weights, new double[] {0, 0, 0, 0, 0, .01}, 0);
        Counterfactual found =
                search(model, history(4), 4, 1, Goal.DROP, CounterfactualSearchTest::nothing, SearchLimits.DEFAULT);
        assertArrayEquals(new int[] {0}, positions(found));
        assertTrue(found.certified());
        assertEquals(1, found.before().rank());
        assertEquals(2, found.after().orElseThrow().rank());
        assertEquals(.19, found.before().margin(), 1e-12);
        assertArrayEquals(new int[] {5}, found.after().orElseThrow().without(found.before()));
    }

    /** An item held up by five equal purchases, none of which its rival shares: the fifth removal lets it fall. */
    private static LinearTestModel heldUpByFive() {
        double[][] weights = new double[10][10];
        for (int i = 0; i < 5; i++) {
            weights[i][8] = 1;
        }
        double[] bias = new double[10];
        bias[9] = .5;
        return new LinearTestModel(weights, bias, 0);
    }

    @Test
    void an_answer_larger_than_the_sets_tried_is_certified_where_a_formula_rules_the_rest_out() {
        Counterfactual found = search(
                heldUpByFive(),
                history(8),
                8,
                1,
                Goal.DROP,
                CounterfactualSearchTest::nothing,
                new SearchLimits(2, 1_000));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, positions(found));
        assertTrue(found.certified());
        assertEquals(4, found.sizesRuledOut());
    }

    @Test
    void without_a_formula_the_same_answer_is_only_the_best_found() {
        LinearTestModel linear = heldUpByFive();
        Recommender opaque = new Opaque(linear);
        Counterfactual found = search(
                opaque, history(8), 8, 1, Goal.DROP, CounterfactualSearchTest::nothing, new SearchLimits(2, 1_000));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, positions(found));
        assertFalse(found.certified());
        assertEquals(2, found.sizesRuledOut());
        assertTrue(search(
                        opaque,
                        history(8),
                        8,
                        1,
                        Goal.DROP,
                        CounterfactualSearchTest::nothing,
                        new SearchLimits(4, 1_000))
                .certified());
    }

    /** A model whose inside cannot be seen. */
    private record Opaque(Recommender model) implements Recommender {
        @Override
        public String name() {
            return "opaque";
        }

        @Override
        public vitrine.data.IdIndex users() {
            return model.users();
        }

        @Override
        public vitrine.data.IdIndex items() {
            return model.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            model.score(query, candidates, scores);
        }
    }

    @Test
    void used_up_questions_leave_the_greedy_answer_uncertified() {
        Counterfactual found = search(
                new Opaque(heldUpByFive()),
                history(8),
                8,
                1,
                Goal.DROP,
                CounterfactualSearchTest::nothing,
                new SearchLimits(4, 30));
        assertEquals(5, found.changes().size());
        assertFalse(found.certified());
        assertEquals(1, found.sizesRuledOut());
    }

    @Test
    void exhaustion_finds_a_smaller_set_than_greedy() {
        int smaller = 0;
        for (long seed = 0; seed < 40; seed++) {
            CurvedTestModel model = new CurvedTestModel(40, seed);
            Query query = history(14);
            for (int rank = 1; rank <= 3; rank++) {
                int item = itemAt(model, query, rank);
                Counterfactual greedy = search(
                        model, query, item, 6, Goal.DROP, CounterfactualSearchTest::nothing, new SearchLimits(1, 14));
                Counterfactual whole = search(
                        model,
                        query,
                        item,
                        6,
                        Goal.DROP,
                        CounterfactualSearchTest::nothing,
                        new SearchLimits(3, 5_000));
                assertTrue(whole.isFound() || !greedy.isFound());
                assertTrue(!greedy.isFound()
                        || whole.changes().size() <= greedy.changes().size());
                smaller += whole.changes().size() < greedy.changes().size() ? 1 : 0;
            }
        }
        assertTrue(smaller > 0, "greedy was never beaten: the exhaustive part proved nothing");
    }

    @Test
    void no_part_of_the_answer_can_be_spared() {
        for (long seed = 0; seed < 20; seed++) {
            CurvedTestModel model = new CurvedTestModel(40, seed);
            Query query = history(14);
            int item = itemAt(model, query, 1);
            Counterfactual found = search(
                    model, query, item, 6, Goal.DROP, CounterfactualSearchTest::nothing, new SearchLimits(2, 5_000));
            for (int spared : positions(found)) {
                float[] weights = query.weights().clone();
                Arrays.stream(positions(found)).filter(p -> p != spared).forEach(p -> weights[p] = 0);
                assertTrue(
                        naiveRank(model, query.withWeights(weights), item) <= 6, "seed " + seed + " spares " + spared);
            }
        }
    }

    @Test
    void a_model_that_ignores_the_history_has_no_answer_and_that_is_certain() {
        Counterfactual none = search(
                PopularityTestModel.of(20),
                history(6),
                19,
                3,
                Goal.DROP,
                CounterfactualSearchTest::nothing,
                new SearchLimits(SearchLimits.LARGEST, 100));
        assertFalse(none.isFound());
        assertTrue(none.certified());
        assertTrue(none.changes().isEmpty());
    }

    @Test
    void a_list_longer_than_the_candidates_cannot_be_left() {
        Counterfactual none = search(
                LinearTestModel.random(12, 0, 3),
                history(6),
                8,
                6,
                Goal.DROP,
                CounterfactualSearchTest::nothing,
                SearchLimits.DEFAULT);
        assertFalse(none.isFound());
        assertTrue(none.certified());
    }

    @Test
    void what_is_switched_off_already_is_no_part_of_an_answer() {
        LinearTestModel model = LinearTestModel.random(ITEMS, 0, 5);
        Query query = history(8).withWeight(2, 0f).withWeight(6, 0f);
        int item = itemAt(model, query, 2);
        Counterfactual found =
                search(model, query, item, K, Goal.DROP, CounterfactualSearchTest::nothing, SearchLimits.DEFAULT);
        assertTrue(Arrays.stream(positions(found)).noneMatch(p -> p == 2 || p == 6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_number_of_threads_changes_nothing(long seed) {
        CurvedTestModel model = new CurvedTestModel(60, seed);
        Query query = history(16);
        ItemPlace place = new ItemPlace(model, itemAt(model, query, 1), TestIds.candidates(16, 60), 10);
        List<Counterfactual> found = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            JobContext context = new JobContext(Progress.NONE, () -> false, threads);
            found.add(CounterfactualSearch.removal(
                    place, query, CounterfactualSearchTest::nothing, Goal.DROP, SearchLimits.DEFAULT, context));
        }
        assertEquals(found.get(0).changes(), found.get(1).changes());
        assertEquals(found.get(0).questions(), found.get(1).questions());
        assertEquals(found.get(0).certified(), found.get(1).certified());
    }

    @Test
    void a_cancelled_search_ends() {
        CancellationSource source = new CancellationSource();
        JobContext context = new JobContext((stage, done, total) -> source.cancel(), source, 1);
        CurvedTestModel model = new CurvedTestModel(60, 1);
        ItemPlace place = new ItemPlace(model, itemAt(model, history(16), 1), TestIds.candidates(16, 60), 10);
        assertThrows(
                CancelledException.class,
                () -> CounterfactualSearch.removal(
                        place,
                        history(16),
                        CounterfactualSearchTest::nothing,
                        Goal.DROP,
                        SearchLimits.DEFAULT,
                        context));
    }

    @Test
    void progress_never_runs_past_its_total() {
        List<String> wrong = new ArrayList<>();
        JobContext context = new JobContext(
                (stage, done, total) -> {
                    if (done < 0 || done > total) {
                        wrong.add(stage + " " + done + "/" + total);
                    }
                },
                () -> false,
                1);
        SeededRandom random = new SeededRandom(4);
        LinearTestModel linear = LinearTestModel.random(90, 0, random.nextLong());
        Query query = history(30);
        for (Recommender model : List.of(linear, new CurvedTestModel(60, 2))) {
            ItemPlace place = new ItemPlace(
                    model, 35, TestIds.candidates(30, model.items().size()), 5);
            Goal goal = Goal.of(place.of(query).rank(), 5);
            CounterfactualSearch.removal(
                    place, query, CounterfactualSearchTest::nothing, goal, SearchLimits.DEFAULT, context);
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
    }
}
