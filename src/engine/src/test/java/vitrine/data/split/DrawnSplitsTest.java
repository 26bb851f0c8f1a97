package vitrine.data.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.explain.TestIds;
import vitrine.run.SeededRandom;

class DrawnSplitsTest {
    /** Users of 1 to 40 events on 50 items, some of them repeats. */
    private static final InteractionLog LOG = log();

    private static InteractionLog log() {
        SeededRandom random = new SeededRandom(5);
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", 60), TestIds.of("i", 50));
        for (int user = 0; user < 60; user++) {
            int events = 1 + random.nextInt(40);
            for (int e = 0; e < events; e++) {
                builder.add(user, random.nextInt(50), e, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return builder.build();
    }

    static Stream<Splitter> drawn() {
        return Stream.of(new StratifiedSplit(3), new RatioSplit(3));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void every_target_is_in_one_part_and_what_is_held_out_is_seen_nowhere(Splitter splitter) {
        Split split = splitter.split(LOG);
        assertTrue(split.isDrawn());
        int[] together = IntStream.concat(
                        Arrays.stream(split.trainTargets()),
                        IntStream.concat(Arrays.stream(split.testTargets()), Arrays.stream(split.validationTargets())))
                .sorted()
                .toArray();
        assertArrayEquals(Targets.of(LOG), together);
        for (int[] held : new int[][] {split.testTargets(), split.validationTargets()}) {
            for (int row : held) {
                assertFalse(
                        Arrays.stream(split.trainHistories().latest(LOG.user(row), 100))
                                .anyMatch(item -> item == LOG.item(row)),
                        "a repeat of the pair would tell");
                assertTrue(split.hidden().get(row));
            }
        }
        for (int row : split.trainTargets()) {
            assertFalse(split.hidden().get(row));
        }
    }

    @Test
    void three_quarters_of_each_item_train() {
        Split split = new StratifiedSplit(3).split(LOG);
        int[] targets = Targets.of(LOG);
        for (int item = 0; item < 50; item++) {
            int own = item;
            long all = Arrays.stream(targets).filter(r -> LOG.item(r) == own).count();
            long trained = Arrays.stream(split.trainTargets())
                    .filter(r -> LOG.item(r) == own)
                    .count();
            assertTrue(Math.abs(trained - .75 * all) <= .5, trained + " of " + all);
        }
    }

    @Test
    void a_tenth_of_each_user_is_tested_and_a_tenth_validated_rounded_down() {
        Split split = new RatioSplit(3).split(LOG);
        int[] targets = Targets.of(LOG);
        for (int user = 0; user < 60; user++) {
            int own = user;
            long all = Arrays.stream(targets).filter(r -> LOG.user(r) == own).count();
            for (int[] part : new int[][] {split.testTargets(), split.validationTargets()}) {
                assertEquals(
                        all / 10,
                        Arrays.stream(part).filter(r -> LOG.user(r) == own).count());
            }
        }
    }

    @Test
    void the_seed_decides_what_is_held_out() {
        assertArrayEquals(
                new RatioSplit(3).split(LOG).testTargets(),
                new RatioSplit(3).split(LOG).testTargets());
        assertFalse(Arrays.equals(
                new RatioSplit(3).split(LOG).testTargets(),
                new RatioSplit(4).split(LOG).testTargets()));
        assertFalse(Arrays.equals(
                new StratifiedSplit(3).split(LOG).testTargets(),
                new StratifiedSplit(4).split(LOG).testTargets()));
    }
}
