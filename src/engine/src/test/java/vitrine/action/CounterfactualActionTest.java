package vitrine.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vitrine.explain.counterfactual.Goal;
import vitrine.explain.counterfactual.SearchLimits;
import vitrine.model.Query;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/** Counterfactuals of trained models, against every subset of a short history asked one by one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterfactualActionTest {
    private static final JobContext QUIET = JobContext.quiet();
    private static final List<String> HISTORY = List.of("0100", "0105", "0101", "0102", "0120", "0103");
    private static final int K = 5;
    private final Map<String, Path> files = new TreeMap<>();

    @BeforeAll
    void train(@TempDir Path folder) {
        TinyShop shop = new TinyShop(folder);
        train(shop, "cnn", TinyShop.QUICK);
        train(shop, "neumf", TinyShop.QUICK_NEUMF);
        train(shop, "bpr", Map.of("epochs", "6", "factors", "4"));
        train(shop, "ease", Map.of("l2", "5"));
        train(shop, "popularity", Map.of());
        train(shop, "context", TinyShop.QUICK_CONTEXT);
    }

    private void train(TinyShop shop, String model, Map<String, String> parameters) {
        Path file = shop.folder.resolve(model + ".vitrine");
        new TrainAction()
                .run(
                        new TrainRequest(
                                shop.data, model, "loo", parameters, 42, Optional.of(file), Optional.empty(), true),
                        QUIET);
        files.put(model, file);
    }

    private Path file(String model) {
        return java.util.Objects.requireNonNull(files.get(model));
    }

    private CounterfactualResult ask(String model, String item, List<String> keep, boolean lift) {
        return new CounterfactualAction()
                .run(
                        new CounterfactualRequest(
                                file(model),
                                Optional.empty(),
                                Optional.of(HISTORY),
                                item,
                                K,
                                CounterfactualRequest.LARGEST_SIZE,
                                keep,
                                lift,
                                CounterfactualRequest.DEFAULT_QUESTIONS,
                                Map.of()),
                        QUIET);
    }

    /** Rank by counting over all items outside the history, ids in order: shares no code with the search. */
    private static int rank(ModelSession session, Query query, int item) {
        double own = session.byHistory().score(query, item);
        String id = session.itemId(item);
        int rank = 1;
        for (int other = 0; other < session.model().items().size(); other++) {
            if (other == item || HISTORY.contains(session.itemId(other))) {
                continue;
            }
            double score = session.byHistory().score(query, other);
            rank += score > own || (score == own && session.itemId(other).compareTo(id) < 0) ? 1 : 0;
        }
        return rank;
    }

    @ParameterizedTest
    @CsvSource({"cnn, false", "cnn, true", "neumf, false", "neumf, true", "bpr, false", "ease, false", "ease, true"})
    void a_trained_model_gets_the_smallest_of_all_subsets(String model, boolean lift) {
        ModelSession session = ModelSession.open(file(model));
        Query query = session.query(Optional.empty(), Optional.of(HISTORY));
        Set<String> keep = Set.of("0101");
        for (int item : session.unseen(query)) {
            int before = rank(session, query, item);
            if ((before <= K) == lift || before > K + 3) {
                continue;
            }
            int smallest = 0;
            for (int subset = 1; subset < 1 << HISTORY.size(); subset++) {
                float[] weights = query.weights().clone();
                boolean allowed = true;
                for (int i = 0; i < weights.length; i++) {
                    if ((subset >> i & 1) == 1) {
                        weights[i] = 0;
                        allowed &= !keep.contains(HISTORY.get(i));
                    }
                }
                int size = Integer.bitCount(subset);
                if (allowed
                        && (smallest == 0 || size < smallest)
                        && (rank(session, query.withWeights(weights), item) <= K) == lift) {
                    smallest = size;
                }
            }
            CounterfactualResult found = ask(model, session.itemId(item), List.copyOf(keep), lift);
            assertEquals(before, found.before().rank(), session.itemId(item));
            assertEquals(smallest > 0, found.found(), session.itemId(item));
            assertEquals(smallest, found.size(), session.itemId(item));
            assertTrue(found.certified(), session.itemId(item));
            assertEquals(session.foldsIn(), found.foldedIn());
            float[] weights = query.weights().clone();
            for (CounterfactualResult.Item removed : found.removed()) {
                assertFalse(keep.contains(removed.item()));
                weights[HISTORY.indexOf(removed.item())] = 0;
            }
            if (found.found()) {
                assertEquals(
                        rank(session, query.withWeights(weights), item),
                        found.after().rank());
                assertEquals(lift, found.after().rank() <= K);
                assertNotNull(lift ? found.replaces() : found.replacedBy());
                assertNull(lift ? found.replacedBy() : found.replaces());
            }
        }
    }

    @Test
    void the_best_of_a_recommended_list_drops_out_and_what_replaces_it_was_outside() {
        RecommendResult list = new RecommendAction()
                .run(new RecommendRequest(file("cnn"), Optional.of("u003"), Optional.empty(), K, false), QUIET);
        String first = list.items().get(0).item();
        CounterfactualResult found = new CounterfactualAction()
                .run(
                        new CounterfactualRequest(
                                file("cnn"),
                                Optional.of("u003"),
                                Optional.empty(),
                                first,
                                K,
                                3,
                                List.of(),
                                false,
                                CounterfactualRequest.DEFAULT_QUESTIONS,
                                Map.of()),
                        QUIET);
        assertEquals(1, found.before().rank());
        if (found.found()) {
            String newcomer = found.replacedBy().item();
            assertTrue(list.items().stream().noneMatch(i -> i.item().equals(newcomer)), newcomer);
            assertTrue(found.sentence().en().contains(found.replacedBy().title()));
        }
    }

    @Test
    void what_is_so_already_is_said_with_its_rank() {
        ModelSession session = ModelSession.open(file("ease"));
        Query query = session.query(Optional.empty(), Optional.of(HISTORY));
        for (int item : session.unseen(query)) {
            boolean inside = rank(session, query, item) <= K;
            CannotAnswerException said = assertThrows(
                    CannotAnswerException.class, () -> ask("ease", session.itemId(item), List.of(), inside));
            assertTrue(said.getMessage().contains("rank " + rank(session, query, item)), said.getMessage());
            assertTrue(said.getMessage().contains("--lift"), said.getMessage());
        }
    }

    @Test
    void a_model_that_ignores_the_history_says_that_nothing_changes_it() {
        ModelSession session = ModelSession.open(file("popularity"));
        Query query = session.query(Optional.empty(), Optional.of(HISTORY));
        int item = OpenRankingOrder.best(session, query);
        CounterfactualResult none = ask("popularity", session.itemId(item), List.of(), false);
        assertFalse(none.found());
        assertTrue(none.certified());
        assertNull(none.after());
        assertTrue(
                none.sentence().en().startsWith("No removal of past actions takes"),
                none.sentence().en());
    }

    /** The first of all items outside the history. */
    private static final class OpenRankingOrder {
        static int best(ModelSession session, Query query) {
            for (int item : session.unseen(query)) {
                if (rank(session, query, item) == 1) {
                    return item;
                }
            }
            throw new AssertionError("nobody is first");
        }
    }

    @Test
    void an_unknown_item_to_keep_is_refused_by_name() {
        BadInputException said =
                assertThrows(BadInputException.class, () -> ask("ease", "0110", List.of("milk"), false));
        assertTrue(said.getMessage().contains("milk"), said.getMessage());
    }

    @Test
    void the_moment_is_a_second_kind_of_change_and_can_be_locked() {
        ModelSession session = ModelSession.open(file("context"));
        OpenRanking list = OpenRanking.of(session, "u003", Set.of(), false);
        OpenCounterfactual open =
                OpenCounterfactual.of(session, list, list.items()[0], K, Set.of(), SearchLimits.DEFAULT, QUIET);
        assertEquals(Goal.DROP, open.removal().goal());
        assertTrue(open.moment().isPresent());
        // The shop's events are all at ten o'clock: other weekdays are all there is to try.
        open.changed(session).forEach(c -> assertEquals("weekday", c.name()));
        assertFalse(open.momentSentence(session).isEmpty());
        OpenCounterfactual locked = OpenCounterfactual.of(
                session,
                list,
                list.items()[0],
                K,
                Set.of("hour", "weekday", "region", "device"),
                SearchLimits.DEFAULT,
                QUIET);
        assertTrue(locked.moment().isEmpty());
    }
}
