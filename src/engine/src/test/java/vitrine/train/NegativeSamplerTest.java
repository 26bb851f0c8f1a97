package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.run.SeededRandom;

@Timeout(30)
class NegativeSamplerTest {
    private static final int ITEMS = 300;
    private static final int DRAWS = 40_000;
    private static final int[] NO_BATCH = {};

    /** User u has items 0 … u, so item i has {@code ITEMS - i} users. */
    private final InteractionLog log = SmallLogs.staircase(ITEMS);

    private final InteractionMatrix everything =
            InteractionMatrix.of(log, IntStream.range(0, log.size()).toArray());

    /** Draws of {@code sampler} for a user, counted by item. */
    private static int[] counts(NegativeSampler sampler, int user, int[] batch) {
        int[] counts = new int[ITEMS];
        for (int item : sampler.sample(user, DRAWS, batch, new SeededRandom(3))) {
            counts[item]++;
        }
        return counts;
    }

    /** Pearson's test at the level 0.001, quantile by Wilson and Hilferty (1931); what has no weight must not occur. */
    private static void assertFollows(double[] weights, int[] counts) {
        double total = Arrays.stream(weights).sum();
        int draws = IntStream.of(counts).sum();
        double chiSquare = 0;
        int cells = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0) {
                assertEquals(0, counts[i], "number " + i);
            } else {
                double expected = draws * weights[i] / total;
                chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
                cells++;
            }
        }
        double k = cells - 1;
        double quantile = k * Math.pow(1 - 2 / (9 * k) + 3.0902 * Math.sqrt(2 / (9 * k)), 3);
        assertTrue(chiSquare < quantile, "chi-square " + chiSquare + " of at most " + quantile);
    }

    private static double[] weights(int from, java.util.function.IntToDoubleFunction weight) {
        return IntStream.range(0, ITEMS)
                .mapToDouble(i -> i < from ? 0 : weight.applyAsDouble(i))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void neverDrawsATrainingPositive(Sampling sampling) {
        Split split = new LeaveOneOut().split(log);
        InteractionMatrix training = InteractionMatrix.of(log, split.trainTargets());
        NegativeSampler sampler = sampling.over(training);
        int[] batch = {0, 5, 17, 17, 250, 299};
        for (int user = 0; user < ITEMS; user++) {
            int[] drawn = sampler.sample(user, 50, batch, SeededRandom.stream(1, "user", user));
            assertEquals(50, drawn.length);
            for (int item : drawn) {
                assertFalse(training.contains(user, item));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIFORM", "POPULARITY"})
    void doesDrawHeldOutItems(Sampling sampling) {
        Split split = new LeaveOneOut().split(log);
        NegativeSampler sampler = sampling.over(InteractionMatrix.of(log, split.trainTargets()));
        int checked = 0;
        for (int row : split.testTargets()) {
            int held = log.item(row);
            // Item 299 is held out for its only user, so nobody has it in training.
            if (held < ITEMS - 5) {
                int[] drawn =
                        sampler.sample(log.user(row), 8000, NO_BATCH, SeededRandom.stream(2, "user", log.user(row)));
                assertTrue(Arrays.stream(drawn).anyMatch(item -> item == held), "never drew " + held);
                checked++;
            }
        }
        assertTrue(checked > 200, checked + " users");
    }

    @ParameterizedTest
    @EnumSource
    void endsForAUserWhoHasEverythingOrAllButOne(Sampling sampling) {
        NegativeSampler sampler = sampling.over(everything);
        int[] batch = {1, 2, 3};
        assertEquals(0, sampler.sample(ITEMS - 1, 4, batch, new SeededRandom(1)).length);
        int[] last = sampler.sample(ITEMS - 2, 4, batch, new SeededRandom(1));
        assertArrayEquals(new int[] {ITEMS - 1, ITEMS - 1, ITEMS - 1, ITEMS - 1}, last);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 150, ITEMS - 11})
    void uniformGivesEveryOtherItemTheSameChance(int user) {
        assertFollows(weights(user + 1, i -> 1), counts(new UniformSampler(everything), user, new int[] {7}));
    }

    /** The last user has a handful of rare items left: nearly every guess fails, and the law must hold all the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 150, ITEMS - 11})
    void popularityFollowsTheCountToThePowerOfThreeQuarters(int user) {
        assertFollows(
                weights(user + 1, i -> Math.pow(ITEMS - i, .75)),
                counts(new PopularitySampler(everything), user, new int[] {7}));
    }

    @Test
    void popularityDrawsWhatNobodyHasOnlyWhenNothingElseIsLeft() {
        int[] rows =
                IntStream.range(0, log.size()).filter(row -> log.item(row) < 20).toArray();
        NegativeSampler sampler = new PopularitySampler(InteractionMatrix.of(log, rows));
        assertFollows(weights(11, i -> i < 20 ? Math.pow(ITEMS - i, .75) : 0), counts(sampler, 10, NO_BATCH));
        assertFollows(weights(20, i -> 1), counts(sampler, 200, NO_BATCH));
    }

    @Test
    void inBatchGivesEveryPlaceOfTheBatchTheSameChance() {
        int[] batch = {3, 12, 12, 14, 9, 25, 12, 0};
        double[] weights = new double[ITEMS];
        weights[12] = 3;
        weights[14] = 1;
        weights[25] = 1;
        assertFollows(weights, counts(new InBatchSampler(everything), 9, batch));
    }

    @Test
    void inBatchKeepsItsLawWhereNearlyAllOfTheBatchIsTheUsersOwn() {
        int[] batch = new int[2000];
        batch[5] = 200;
        batch[1500] = 201;
        batch[1999] = 200;
        double[] weights = new double[ITEMS];
        weights[200] = 2;
        weights[201] = 1;
        assertFollows(weights, counts(new InBatchSampler(everything), 10, batch));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void inBatchTakesAnyOtherItemWhereTheBatchHasNone(int size) {
        assertFollows(weights(101, i -> 1), counts(new InBatchSampler(everything), 100, new int[size]));
    }

    @Test
    void anAliasTableDrawsInProportion() {
        double[] weights = {0, 1e-9, 5, 0, 1, 1, 100, 2.5, 0};
        AliasTable table = new AliasTable(weights);
        int[] counts = new int[weights.length];
        SeededRandom random = new SeededRandom(5);
        for (int i = 0; i < DRAWS; i++) {
            counts[table.next(random)]++;
        }
        weights[1] = 0;
        assertFollows(weights, counts);
        assertThrows(IllegalArgumentException.class, () -> new AliasTable(new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new AliasTable(new double[] {1, Double.NaN}));
    }
}
