package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.model.Popularity;
import vitrine.model.Query;
import vitrine.run.Workers;
import vitrine.run.WrongUsageException;

class TrainingDataTest {
    private static Set<String> pairs(TrainingData data, boolean validation) {
        Set<String> pairs = new HashSet<>();
        int n = validation ? data.validationTargets() : data.targets();
        for (int i = 0; i < n; i++) {
            int user = validation ? data.validationQuestion(i, 1).user() : data.targetUser(i);
            int item = validation ? data.validationItem(i) : data.targetItem(i);
            assertTrue(pairs.add(user + ":" + item), "a pair twice");
        }
        return pairs;
    }

    @Test
    void validationAndTrainingShareNoPairAndTogetherAreTheTrainingPart() {
        Split split = PlantedShop.split();
        TrainingData data = TrainingData.of(split, 42);
        Set<String> both = pairs(data, false);
        Set<String> held = pairs(data, true);
        assertEquals(PlantedShop.USERS, held.size(), "one a user");
        assertTrue(held.stream().noneMatch(both::contains));
        both.addAll(held);
        assertEquals(split.trainTargets().length, both.size());
    }

    @Test
    void validationRowsAreTheUsersLastTrainingTargetsAndNoPositives() {
        Split split = PlantedShop.split();
        InteractionLog log = split.log();
        TrainingData data = TrainingData.of(split, 42);
        for (int i = 0; i < data.validationTargets(); i++) {
            Query question = data.validationQuestion(i, 100);
            int user = question.user();
            assertEquals(log.item(log.userStart(user) + PlantedShop.STEPS - 2), data.validationItem(i));
            assertFalse(data.positives().contains(user, data.validationItem(i)));
            assertEquals(PlantedShop.STEPS - 2, question.history().length);
        }
    }

    @Test
    void usersWithFewTargetsAreNotHeldBack() {
        Split split = new LeaveOneOut().split(SmallLogs.staircase(10));
        TrainingData data = TrainingData.of(split, 1);
        Set<Integer> users = new HashSet<>();
        for (int i = 0; i < data.validationTargets(); i++) {
            users.add(data.validationQuestion(i, 1).user());
        }
        // User u has u training targets after one was held out; five are needed.
        assertEquals(Set.of(5, 6, 7, 8, 9), users);
    }

    @Test
    void atMostAThousandUsersAreHeldBackDrawnBySeed() {
        InteractionLog.Builder builder =
                new InteractionLog.Builder(vitrine.explain.TestIds.of("u", 1200), vitrine.explain.TestIds.of("i", 6));
        for (int user = 0; user < 1200; user++) {
            for (int item = 0; item < 6; item++) {
                builder.add(user, item, item, vitrine.data.EventType.VIEW, 1, Float.NaN, 1);
            }
        }
        Split split = new vitrine.data.split.NoSplit().split(builder.build());
        Set<String> one = pairs(TrainingData.of(split, 1), true);
        assertEquals(1000, one.size());
        assertEquals(one, pairs(TrainingData.of(split, 1), true));
        assertFalse(one.equals(pairs(TrainingData.of(split, 2), true)));
    }

    @Test
    void aSplitThatHasAValidationPartKeepsItsWholeTrainingPart() {
        Split split = new vitrine.data.split.RatioSplit(3).split(SmallLogs.staircase(60));
        TrainingData data = TrainingData.of(split, 1);
        assertEquals(split.trainTargets().length, pairs(data, false).size());
        Set<String> own = new HashSet<>();
        for (int row : split.validationTargets()) {
            own.add(split.log().user(row) + ":" + split.log().item(row));
        }
        assertTrue(own.size() > 60);
        assertEquals(own, pairs(data, true));
    }

    @Test
    void aQuestionHoldsWhatLiesStrictlyBefore() {
        Split split = PlantedShop.split();
        TrainingData data = TrainingData.of(split, 42);
        InteractionLog log = split.log();
        for (int i = 0; i < data.targets(); i++) {
            Query question = data.question(i, 4);
            int user = data.targetUser(i);
            int first = log.item(log.userStart(user));
            int step = Math.floorMod(data.targetItem(i) - first, PlantedShop.ITEMS);
            int[] expected = IntStream.range(Math.max(0, step - 4), step)
                    .map(s -> (first + s) % PlantedShop.ITEMS)
                    .toArray();
            assertArrayEquals(expected, question.history());
        }
    }

    @Test
    void validationMeasuresKnownRanks() {
        TrainingData data = TrainingData.of(PlantedShop.split(), 42);
        Validation validation = new Validation(data, 4, 42);
        try (Workers workers = new Workers(2)) {
            var indifferent = validation.measure(
                    new Popularity(PlantedShop.log().users(), PlantedShop.log().items(), new int[PlantedShop.ITEMS]),
                    workers);
            assertTrue(indifferent.getOrDefault("hr", 1.0) < 1, "ties go by id, never to the target as such");
            assertEquals(Math.log(2), indifferent.getOrDefault("loss", 0.0), 1e-12);
            assertTrue(new Validation(TrainingData.of(new LeaveOneOut().split(SmallLogs.pairs(9)), 1), 4, 1)
                    .measure(Popularity.fit(data.positives()), workers)
                    .isEmpty());
        }
    }

    @Test
    void settingsStateTheirRanges() {
        TrainingSettings d = TrainingSettings.DEFAULTS;
        assertEquals(204, d.groupsPerBatch());
        assertEquals(1, new TrainingSettings(1, 2, .1, 100, 0, 0).groupsPerBatch());
        assertRefused("--epochs", () -> new TrainingSettings(0, 10, .1, 4, 0, 0));
        assertRefused("--batch", () -> new TrainingSettings(1, 1, .1, 4, 0, 0));
        assertRefused("--lr", () -> new TrainingSettings(1, 10, Double.NaN, 4, 0, 0));
        assertRefused("--lr", () -> new TrainingSettings(1, 10, 1.5, 4, 0, 0));
        assertRefused("--negatives", () -> new TrainingSettings(1, 10, .1, 0, 0, 0));
        assertRefused("--patience", () -> new TrainingSettings(1, 10, .1, 4, -1, 0));
        assertRefused("--weight-decay", () -> new TrainingSettings(1, 10, .1, 4, 0, 2));
        assertRefused("--warmup", () -> warmingUp(-1));
        assertRefused("--warmup", () -> warmingUp(1_000_001));
        assertTrue(assertThrows(WrongUsageException.class, () -> warmingUp(1.5))
                .getMessage()
                .contains("whole number of steps"));
        assertThrows(WrongUsageException.class, () -> Sampling.of("often"));
        assertEquals(Sampling.IN_BATCH, Sampling.of("in-batch"));
    }

    private static TrainingSettings warmingUp(double warmup) {
        return new TrainingSettings(1, 10, .5, 4, 0, 0, Sampling.UNIFORM, warmup, 0);
    }

    @Test
    void theRateRisesEvenlyOverAShareOrANumberOfStepsAndThenStays() {
        assertEquals(.5, warmingUp(0).learningRateAt(1, 100));
        for (double warmup : new double[] {20, .2}) {
            TrainingSettings settings = warmingUp(warmup);
            assertEquals(.025, settings.learningRateAt(1, 100), 1e-15);
            assertEquals(.25, settings.learningRateAt(10, 100), 1e-15);
            assertEquals(.475, settings.learningRateAt(19, 100), 1e-15);
            assertEquals(.5, settings.learningRateAt(20, 100));
            assertEquals(.5, settings.learningRateAt(100, 100));
        }
        assertEquals(.25, warmingUp(.001).learningRateAt(1, 1001), 1e-15, "a share is rounded up to whole steps");
    }

    private static void assertRefused(String flag, org.junit.jupiter.api.function.Executable making) {
        WrongUsageException refused = assertThrows(WrongUsageException.class, making);
        assertTrue(refused.getMessage().startsWith(flag + " must lie between "), refused.getMessage());
    }
}
