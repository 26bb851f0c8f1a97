package vitrine.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.Catalog;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.explain.TestIds;
import vitrine.model.InteractionMatrix;
import vitrine.model.LogitRecommender;
import vitrine.model.Query;
import vitrine.run.BadInputException;
import vitrine.run.CancellationSource;
import vitrine.run.CancellationToken;
import vitrine.run.CancelledException;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.WrongUsageException;

class LeaveOneOutProtocolTest {
    private static final int USERS = 40;
    private static final int ITEMS = 150;
    /** User u has items u … u + 3, one a moment; the last is held out. */
    private static final Split SPLIT = new LeaveOneOut().split(log());

    private static InteractionLog log() {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", USERS), TestIds.of("i", ITEMS));
        for (int user = 0; user < USERS; user++) {
            for (int step = 0; step < 4; step++) {
                builder.add(user, user + step, step, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return builder.build();
    }

    private static int target(int user) {
        return user + 3;
    }

    /** A made-up recommender that keeps what it was asked. */
    private static class Scripted implements LogitRecommender {
        final IntBinaryOperator score;
        final Map<Integer, int[]> asked = new ConcurrentHashMap<>();
        final Map<Integer, Query> questions = new ConcurrentHashMap<>();

        Scripted(IntBinaryOperator score) {
            this.score = score;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public IdIndex users() {
            return SPLIT.log().users();
        }

        @Override
        public IdIndex items() {
            return SPLIT.log().items();
        }

        @Override
        public int maxHistory() {
            return 2;
        }

        @Override
        public void score(Query query, int[] candidates, double[] scores) {
            asked.put(query.user(), candidates.clone());
            questions.put(query.user(), query);
            for (int i = 0; i < candidates.length; i++) {
                scores[i] = score.applyAsInt(query.user(), candidates[i]);
            }
        }
    }

    /** Puts the target at {@code rank}: that many candidates less one, the lowest numbers, stand before it. */
    private static Scripted ranksTargetAt(int rank) {
        return new Scripted((user, item) -> {
            if (item == target(user)) {
                return 0;
            }
            // Items the user has are no candidates, so number the rest from 1.
            int place = item < user ? item + 1 : item - 3;
            return place < rank ? 1 : -1;
        });
    }

    private static JobContext threads(int threads) {
        return new JobContext(Progress.NONE, CancellationToken.NEVER, threads);
    }

    private static SortedMap<String, Double> measure(Scripted model, String protocol, int k) {
        return new LeaveOneOutProtocol(protocol, k, 42)
                .evaluate(model, SPLIT, Catalog.empty(SPLIT.log().items()), threads(2))
                .metrics();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10, 11, 60, 147})
    void aKnownRankGivesTheClosedForms(int rank) {
        SortedMap<String, Double> full = measure(ranksTargetAt(rank), "loo-full", 10);
        boolean hit = rank <= 10;
        assertMetric(full, "hr", hit ? 1 : 0);
        assertMetric(full, "recall", hit ? 1 : 0);
        assertMetric(full, "precision", hit ? .1 : 0);
        assertMetric(full, "ndcg", hit ? Math.log(2) / Math.log(rank + 1) : 0);
        assertMetric(full, "mrr", 1.0 / rank);
        assertMetric(full, "map", hit ? 1.0 / rank : 0);
        // 147 candidates: all but the three items of training.
        assertMetric(full, "auc", (147.0 - rank) / 146);
    }

    private static void assertMetric(SortedMap<String, Double> metrics, String name, double expected) {
        assertEquals(expected, metrics.getOrDefault(name, Double.NaN), 1e-12, name);
    }

    @Test
    void equalScoresRankById() {
        SortedMap<String, Double> all = measure(new Scripted((user, item) -> 0), "loo-full", 10);
        double expected = 0;
        int[] byId = vitrine.data.IdOrder.of(SPLIT.log().items());
        for (int user = 0; user < USERS; user++) {
            int rank = 1;
            for (int item : byId) {
                if (item == target(user)) {
                    break;
                }
                rank += item < user || item > target(user) ? 1 : 0;
            }
            expected += 1.0 / rank / USERS;
        }
        assertEquals(expected, all.getOrDefault("mrr", 0.0), 1e-12);
        assertMetric(all, "loss", Math.log(2));
    }

    @Test
    void theSampleIsTheTargetAnd99UnseenItemsInIdOrder() {
        Scripted model = ranksTargetAt(1);
        SortedMap<String, Double> metrics = measure(model, "loo99", 10);
        assertMetric(metrics, "hr", 1);
        InteractionMatrix training = InteractionMatrix.of(SPLIT.log(), SPLIT.trainTargets());
        List<Integer> byId = Arrays.stream(vitrine.data.IdOrder.of(SPLIT.log().items()))
                .boxed()
                .toList();
        assertEquals(USERS, model.asked.size());
        Set<List<Integer>> samples = new HashSet<>();
        model.asked.forEach((user, candidates) -> {
            List<Integer> list = Arrays.stream(candidates).boxed().toList();
            assertEquals(100, list.size());
            assertEquals(100, new HashSet<>(list).size(), "each once");
            assertTrue(list.contains(target(user)));
            assertTrue(list.stream().noneMatch(item -> training.contains(user, item)));
            assertEquals(
                    list.stream()
                            .sorted(java.util.Comparator.comparing(byId::indexOf))
                            .toList(),
                    list,
                    "id order");
            samples.add(list);
        });
        assertEquals(USERS, samples.size(), "every user has a sample of its own");
    }

    @Test
    void theQuestionIsTheNewestHistoryStrictlyBeforeTheTarget() {
        Scripted model = ranksTargetAt(1);
        measure(model, "loo-full", 10);
        model.questions.forEach((user, query) -> {
            assertTrue(Arrays.equals(new int[] {user + 1, user + 2}, query.history()));
            assertTrue(Arrays.equals(new float[] {1, 1}, query.weights()));
        });
    }

    @Test
    void lossAndAccuracyAreOfTheTargetAndFourOthers() {
        // Score 2 for the target, -1 for all others: everything on the right side.
        SortedMap<String, Double> good =
                measure(new Scripted((user, item) -> item == target(user) ? 2 : -1), "loo99", 10);
        double loss = (Math.log1p(Math.exp(-2)) + 4 * Math.log1p(Math.exp(-1))) / 5;
        assertMetric(good, "loss", loss);
        assertMetric(good, "accuracy", 1);
        assertMetric(good, "alwaysNoAccuracy", .8);
        assertMetric(measure(new Scripted((user, item) -> -1), "loo99", 10), "accuracy", .8);
    }

    @Test
    void lossIsOnlyGivenForScoresThatAreLogOdds() {
        vitrine.model.Popularity popularity =
                new vitrine.model.Popularity(SPLIT.log().users(), SPLIT.log().items(), new int[ITEMS]);
        Evaluation evaluation = new LeaveOneOutProtocol("loo99", 5, 1)
                .evaluate(popularity, SPLIT, Catalog.empty(SPLIT.log().items()), JobContext.quiet());
        assertFalse(evaluation.metrics().containsKey("loss"));
        assertFalse(evaluation.metrics().containsKey("accuracy"));
        assertEquals("loo99", evaluation.protocol());
        assertEquals(5, evaluation.k());
        assertEquals(USERS, evaluation.users());
    }

    @Test
    void theSameForAnyNumberOfThreadsAndAnotherSampleForAnotherSeed() {
        LeaveOneOutProtocol protocol = new LeaveOneOutProtocol("loo99", 10, 7);
        IntBinaryOperator hash = (user, item) -> (user * 31 + item * 17) % 101;
        Evaluation one = protocol.evaluate(
                new Scripted(hash), SPLIT, Catalog.empty(SPLIT.log().items()), threads(1));
        for (int threads : new int[] {2, 3, 8}) {
            assertEquals(
                    one,
                    protocol.evaluate(
                            new Scripted(hash), SPLIT, Catalog.empty(SPLIT.log().items()), threads(threads)));
        }
        assertFalse(one.equals(new LeaveOneOutProtocol("loo99", 10, 8)
                .evaluate(new Scripted(hash), SPLIT, Catalog.empty(SPLIT.log().items()), threads(1))));
    }

    @Test
    void smallCataloguesGiveAllTheyHave() {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", 2), TestIds.of("i", 3));
        for (int item = 0; item < 3; item++) {
            builder.add(0, item, item, EventType.PURCHASE, 1, Float.NaN, 1);
        }
        builder.add(1, 0, 1, EventType.PURCHASE, 1, Float.NaN, 1);
        Split split = new LeaveOneOut().split(builder.build());
        Scripted model = new Scripted((user, item) -> item);
        Evaluation evaluation = new LeaveOneOutProtocol("loo99", 10, 1)
                .evaluate(model, split, Catalog.empty(split.log().items()), JobContext.quiet());
        assertEquals(1, evaluation.users(), "a user with one interaction has nothing held out");
        assertMetric(evaluation.metrics(), "auc", 1);
        assertMetric(evaluation.metrics(), "hr", 1);
    }

    @Test
    void unknownProtocolsAndCutOffsAreWrongUsage() {
        for (String name : new String[] {"loo", "LOO99", ""}) {
            WrongUsageException refused = assertThrows(WrongUsageException.class, () -> Protocols.named(name, 10, 1));
            assertTrue(refused.getMessage().contains("loo99, loo-full, strat75"), refused.getMessage());
        }
        assertThrows(WrongUsageException.class, () -> Protocols.named("loo99", 0, 1));
        assertThrows(WrongUsageException.class, () -> Protocols.named("loo99", 1001, 1));
    }

    @Test
    void nothingHeldOutIsBadInput() {
        Split none = new NoSplit().split(log());
        assertThrows(
                BadInputException.class,
                () -> new LeaveOneOutProtocol("loo99", 10, 1)
                        .evaluate(
                                ranksTargetAt(1), none, Catalog.empty(none.log().items()), JobContext.quiet()));
    }

    @Test
    void canBeStopped() {
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThrows(
                CancelledException.class,
                () -> new LeaveOneOutProtocol("loo99", 10, 1)
                        .evaluate(
                                ranksTargetAt(1),
                                SPLIT,
                                Catalog.empty(SPLIT.log().items()),
                                new JobContext(Progress.NONE, source, 2)));
    }
}
