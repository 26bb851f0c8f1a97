package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.InteractionMatrix;
import vitrine.run.SeededRandom;

@Timeout(30)
class NegativeSamplerTest {
    private static final int ITEMS = 300;
    private final InteractionLog log = SmallLogs.staircase(ITEMS);

    @Test
    void neverDrawsATrainingPositive() {
        Split split = new LeaveOneOut().split(log);
        InteractionMatrix training = InteractionMatrix.of(log, split.trainTargets());
        NegativeSampler sampler = new NegativeSampler(training);
        for (int user = 0; user < ITEMS; user++) {
            for (int item : sampler.sample(user, 50, SeededRandom.stream(1, "user", user))) {
                assertFalse(training.contains(user, item));
            }
        }
    }

    @Test
    void doesDrawHeldOutItems() {
        Split split = new LeaveOneOut().split(log);
        NegativeSampler sampler = new NegativeSampler(InteractionMatrix.of(log, split.trainTargets()));
        for (int row : split.testTargets()) {
            int held = log.item(row);
            int[] drawn = sampler.sample(log.user(row), 4000, SeededRandom.stream(2, "user", log.user(row)));
            assertTrue(Arrays.stream(drawn).anyMatch(item -> item == held), "never drew " + held);
        }
    }

    @Test
    void endsForAUserWhoHasEverythingOrAllButOne() {
        int[] all = java.util.stream.IntStream.range(0, log.size()).toArray();
        NegativeSampler sampler = new NegativeSampler(InteractionMatrix.of(log, all));
        assertEquals(0, sampler.sample(ITEMS - 1, 4, new SeededRandom(1)).length);
        int[] last = sampler.sample(ITEMS - 2, 4, new SeededRandom(1));
        assertTrue(Arrays.equals(new int[] {ITEMS - 1, ITEMS - 1, ITEMS - 1, ITEMS - 1}, last));
    }

    @Test
    void drawsUniformly() {
        int[] all = java.util.stream.IntStream.range(0, log.size()).toArray();
        NegativeSampler sampler = new NegativeSampler(InteractionMatrix.of(log, all));
        int[] counts = new int[ITEMS];
        for (int item : sampler.sample(ITEMS - 11, 20_000, new SeededRandom(3))) {
            counts[item]++;
        }
        for (int item = ITEMS - 10; item < ITEMS; item++) {
            assertEquals(2000, counts[item], 4 * Math.sqrt(20_000 * .1 * .9));
        }
    }
}
