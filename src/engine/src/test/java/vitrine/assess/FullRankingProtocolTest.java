package vitrine.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.Catalog;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.explain.TestIds;
import vitrine.model.InteractionMatrix;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;

class FullRankingProtocolTest {
    private static final int USERS = 30;
    private static final int ITEMS = 60;

    /** User u has items u … u + 29, one a moment: enough for three to be held out by tenths. */
    private static InteractionLog log() {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", USERS), TestIds.of("i", ITEMS));
        for (int user = 0; user < USERS; user++) {
            for (int step = 0; step < 30; step++) {
                builder.add(user, user + step, step, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return builder.build();
    }

    private static Split split(String protocol) {
        return Protocols.named(protocol, 10, 42).splitter().split(log());
    }

    /** Knows what is held out, and scores it above or below all else. */
    private static final class Oracle implements Recommender {
        final Map<Integer, int[]> asked = new ConcurrentHashMap<>();
        final Map<Integer, int[]> histories = new ConcurrentHashMap<>();
        private final InteractionMatrix held;
        private final double sign;

        Oracle(Split split, double sign) {
            this.held = InteractionMatrix.of(split.log(), split.testTargets());
            this.sign = sign;
        }

        @Override
        public String name() {
            return "oracle";
        }

        @Override
        public IdIndex users() {
            return held.users();
        }

        @Override
        public IdIndex items() {
            return held.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            asked.put(query.user(), candidates.clone());
            histories.put(query.user(), query.history());
            for (int i = 0; i < candidates.length; i++) {
                scores[i] = held.contains(query.user(), candidates[i]) ? sign : 0;
            }
        }
    }

    private static Evaluation evaluate(Recommender model, String protocol) {
        Split split = split(protocol);
        return Protocols.named(protocol, 10, 42)
                .evaluate(model, split, Catalog.empty(split.log().items()), JobContext.quiet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat75", "ratio801010", "temporal"})
    void who_knows_what_is_held_out_is_perfect_and_who_turns_it_round_has_no_hit(String protocol) {
        Split split = split(protocol);
        Map<String, Double> best = evaluate(new Oracle(split, 1), protocol).metrics();
        Map<String, Double> worst = evaluate(new Oracle(split, -1), protocol).metrics();
        for (String perfect : Set.of("hr", "ndcg", "mrr", "auc")) {
            assertEquals(1, best.get(perfect), 1e-12, perfect);
        }
        assertEquals(0, worst.get("auc"), 1e-12);
        // Every list is as full as it can be: as many hits as there are relevant items, or k.
        InteractionMatrix held = InteractionMatrix.of(split.log(), split.testTargets());
        double recall = IntStream.range(0, USERS)
                .map(u -> held.itemsOf(u).length)
                .filter(n -> n > 0)
                .mapToDouble(n -> Math.min(1, 10.0 / n))
                .average()
                .orElseThrow();
        assertEquals(recall, best.get("recall"), 1e-12);
        assertEquals(recall, best.get("map"), 1e-12, "with nothing wrong before a hit, precision there is 1");
        assertFalse(best.containsKey("loss"), "no loss of scores that are no log-odds");
    }

    /** Gives three to one for what is held out, one to three for all else. */
    private record ThreeToOne(Oracle oracle) implements vitrine.model.LogitRecommender {
        @Override
        public String name() {
            return "three-to-one";
        }

        @Override
        public IdIndex users() {
            return oracle.users();
        }

        @Override
        public IdIndex items() {
            return oracle.items();
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            oracle.score(query, candidates, scores);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = scores[i] > 0 ? Math.log(3) : -Math.log(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat75", "ratio801010", "temporal"})
    void log_odds_have_a_loss_an_accuracy_and_a_calibration_error(String protocol) {
        Map<String, Double> metrics = evaluate(new ThreeToOne(new Oracle(split(protocol), 1)), protocol)
                .metrics();
        assertEquals(-Math.log(.75), metrics.get("loss"), 1e-9);
        assertEquals(1, metrics.get("accuracy"));
        assertEquals(.8, metrics.get("alwaysNoAccuracy"));
        assertEquals(.25, metrics.get("calibrationError"), 1e-9, "a quarter off on both sides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat75", "ratio801010", "temporal"})
    void candidates_are_all_items_but_those_of_the_training_and_validation_part_in_id_order(String protocol) {
        Split split = split(protocol);
        Oracle oracle = new Oracle(split, 1);
        Evaluation evaluation = evaluate(oracle, protocol);
        InteractionMatrix training = InteractionMatrix.of(split.log(), split.trainTargets());
        InteractionMatrix validation = InteractionMatrix.of(split.log(), split.validationTargets());
        assertEquals(evaluation.users(), oracle.asked.size());
        assertTrue(evaluation.users() > 0);
        oracle.asked.forEach((user, candidates) -> {
            int[] expected = IntStream.range(0, ITEMS)
                    .filter(i -> !training.contains(user, i) && !validation.contains(user, i))
                    .toArray();
            assertEquals(Arrays.toString(expected), Arrays.toString(candidates));
            for (int past : oracle.histories.getOrDefault(user, new int[0])) {
                assertTrue(training.contains(user, past), "the history holds training items only");
            }
        });
    }

    @Test
    void lists_are_described() {
        // Four users, five items. Training: item 0 by all, item 1 by two, item 2 by one, items 3 and 4 by none.
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", 4), TestIds.of("i", 5));
        int[][] pairs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {2, 2}, {3, 0}};
        for (int[] pair : pairs) {
            builder.add(pair[0], pair[1], 0, EventType.PURCHASE, 1, Float.NaN, 1);
        }
        InteractionLog log = builder.build();
        InteractionMatrix training =
                InteractionMatrix.of(log, IntStream.range(0, log.size()).toArray());
        Catalog items =
                new Catalog(log.items(), Map.of(Catalog.CATEGORY, new String[] {"tea", "tea", "cups", "cups", ""}));
        Map<String, Double> measures = new ListQuality(training, items).of(new int[][] {{0, 1, 2}, {0, 3, 4}});
        assertEquals(5.0 / 5, measures.get("coverage"), 1e-12);
        // -log2 of 1, 1/2, 1/4, 1, and of 1/4 for each item nobody had.
        assertEquals((0 + 1 + 2 + 0 + 2 + 2) / 6.0, measures.get("novelty"), 1e-12);
        assertEquals((1 + .5 + .25 + 1 + 0 + 0) / 6, measures.get("popularityBias"), 1e-12);
        // 80 % of seven choices are 5.6: items 0 (4) and 1 (2) are the head.
        assertEquals(3.0 / 6, measures.get("longTail"), 1e-12);
        // Two of three pairs differ in the first list; tea and cups in the second, where one item has no category.
        assertEquals((2.0 / 3 + 1) / 2, measures.get("diversity"), 1e-12);
    }

    @Test
    void the_same_for_any_number_of_threads_and_it_can_be_stopped() {
        Split split = split("strat75");
        Catalog items = Catalog.empty(split.log().items());
        Protocol protocol = Protocols.named("strat75", 10, 42);
        Evaluation one = protocol.evaluate(new Oracle(split, 1), split, items, JobContext.quiet());
        CancellationSource source = new CancellationSource();
        JobContext three = new JobContext(Progress.NONE, source, 3);
        assertEquals(one, protocol.evaluate(new Oracle(split, 1), split, items, three));
        source.cancel();
        assertThrows(CancelledException.class, () -> protocol.evaluate(new Oracle(split, 1), split, items, three));
    }

    @Test
    void nothing_held_out_is_bad_input() {
        InteractionLog.Builder few = new InteractionLog.Builder(TestIds.of("u", 2), TestIds.of("i", 2));
        few.add(0, 0, 0, EventType.PURCHASE, 1, Float.NaN, 1);
        few.add(1, 1, 1, EventType.PURCHASE, 1, Float.NaN, 1);
        Split split = Protocols.named("ratio801010", 10, 1).splitter().split(few.build());
        assertThrows(
                BadInputException.class,
                () -> Protocols.named("ratio801010", 10, 1)
                        .evaluate(
                                new Oracle(split, 1),
                                split,
                                Catalog.empty(split.log().items()),
                                JobContext.quiet()));
    }

    @Test
    void names_lead_to_their_protocols() {
        assertEquals(
                Protocols.NAMES,
                Protocols.NAMES.stream()
                        .map(name -> Protocols.named(name, 10, 1).name())
                        .collect(Collectors.toList()));
    }
}
