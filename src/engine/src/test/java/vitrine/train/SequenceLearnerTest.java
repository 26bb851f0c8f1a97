package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.data.split.NoSplit;
import vitrine.data.split.Split;
import vitrine.explain.TestIds;
import vitrine.model.Gru;
import vitrine.model.GruSettings;
import vitrine.model.Query;
import vitrine.network.Parameters;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

class SequenceLearnerTest {
    private static final GruSettings SIZES = new GruSettings(8, 16, 6);
    private static final TrainingSettings SETTINGS = new TrainingSettings(30, 8, 1e-2, 20, 0, 0);
    private static final Split SPLIT = PlantedShop.split();

    private static SequenceLearner learner(boolean full) {
        int items = PlantedShop.ITEMS;
        Parameters parameters = Parameters.initial(Gru.network(items, SIZES, SIZES.history(), 1), 5);
        Gru model = new Gru(TestIds.of("u", PlantedShop.USERS), TestIds.of("i", items), SIZES, parameters);
        return new SequenceLearner(model, SETTINGS, full, .1, 5);
    }

    private static JobContext threads(int threads) {
        return new JobContext(Progress.NONE, CancellationToken.NEVER, threads);
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        expected.tensors().forEach((name, tensor) -> assertArrayEquals(tensor.values(), actual.values(name), name));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void learnsWhatAlwaysFollows(boolean full) {
        SequenceLearner learner = learner(full);
        TrainingHistory history =
                new Trainer(SETTINGS, 5).train(learner, TrainingData.of(SPLIT, 5), threads(1), TrainingListener.NONE);
        assertEquals(Math.log(21), history.baseRateLoss(), 1e-12);
        assertEquals(Math.log(21), history.epochs().get(0).loss(), 1, "at first it knows nothing");
        int[] all = IntStream.range(0, PlantedShop.ITEMS).toArray();
        double[] scores = new double[all.length];
        int right = 0;
        for (int item = 0; item < all.length; item++) {
            learner.model().score(Query.of(Query.UNKNOWN_USER, (item + 29) % 30, item), all, scores);
            int best = 0;
            for (int i = 1; i < all.length; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            right += best == PlantedShop.follower(item) ? 1 : 0;
        }
        assertTrue(right >= 27, "only " + right + " of 30 followers were learned");
    }

    /** Everybody buys the same items in the same order, so a model can know everything; 20 draws of 8 items hold the target. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoKnowsTheNextItemIsAlwaysRight(boolean full) {
        int users = 12;
        int items = 8;
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", users), TestIds.of("i", items));
        for (int row = 0; row < users * items; row++) {
            builder.add(row / items, row % items, row % items, EventType.PURCHASE, 1, Float.NaN, 1);
        }
        Split split = new NoSplit().split(builder.build());
        Parameters parameters = Parameters.initial(Gru.network(items, SIZES, SIZES.history(), 1), 5);
        Gru model = new Gru(TestIds.of("u", users), TestIds.of("i", items), SIZES, parameters);
        TrainingHistory history = new Trainer(SETTINGS, 5)
                .train(
                        new SequenceLearner(model, SETTINGS, full, 0, 5),
                        TrainingData.of(split, 5),
                        threads(1),
                        TrainingListener.NONE);
        EpochRecord last = history.epochs().get(history.epochs().size() - 1);
        assertEquals(1, last.accuracy());
        assertTrue(last.loss() < .1, "loss " + last.loss());
    }

    @ParameterizedTest
    @CsvSource({"false,1", "false,3", "true,2"})
    void aResumedTrainingOnOtherThreadsGivesTheBytesOfOneThatNeverStopped(boolean full, int threads) {
        TrainingSettings three = new TrainingSettings(3, 8, 1e-2, 20, 0, 1e-4);
        TrainingData data = TrainingData.of(SPLIT, 5);
        List<TrainingState> states = new ArrayList<>();
        SequenceLearner straight = learner(full);
        new Trainer(three, 5).train(straight, data, threads(1), new TrainingListener() {
            @Override
            public void onState(TrainingMoment moment) {
                states.add(moment.state());
            }
        });
        for (int at : new int[] {0, states.size() / 2, states.size() - 2}) {
            SequenceLearner resumed = learner(full);
            new Trainer(three, 5).resume(resumed, data, threads(threads), TrainingListener.NONE, states.get(at));
            assertSame(straight.parameters(), resumed.parameters());
        }
    }

    /** Two baskets of two and a last item; everything of the last moment is asked for and never read. */
    @Test
    void windowsAskForTheNextMoment() {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", 2), TestIds.of("i", 10));
        int[] times = {1, 1, 2, 2, 3};
        for (int i = 0; i < times.length; i++) {
            builder.add(0, i, times[i], EventType.PURCHASE, 1, Float.NaN, 1);
        }
        builder.add(1, 9, 1, EventType.PURCHASE, 1, Float.NaN, 1);
        Split split = new NoSplit().split(builder.build());
        TrainingData data = TrainingData.of(split, 1);
        int kept = data.targets();
        assertEquals(5, kept, "the last item of the first user is held back");
        SequenceWindows windows = new SequenceWindows(data, 3);
        assertEquals(2, windows.count());
        assertArrayEquals(new int[] {0, 1}, windows.items(0), "the second basket is now the last moment");
        for (int draw = 0; draw < 20; draw++) {
            int[] targets = windows.targets(0, new SeededRandom(draw));
            assertTrue(targets[0] <= 1, "the first moment is asked for at the start");
            assertTrue(targets[1] == 2 || targets[1] == 3, "a basket's items do not follow each other");
            assertTrue(targets[2] == 2 || targets[2] == 3);
        }
        assertArrayEquals(new int[0], windows.items(1));
        assertArrayEquals(new int[] {9}, windows.targets(1, new SeededRandom(1)));
    }

    @Test
    void everyItemOfALongHistoryIsReadOnceButTheLast() {
        Split split = new NoSplit().split(SmallLogs.staircase(30));
        TrainingData data = TrainingData.of(split, 1);
        SequenceWindows windows = new SequenceWindows(data, 4);
        int[] read = new int[30];
        int asked = 0;
        for (int w = 0; w < windows.count(); w++) {
            int[] items = windows.items(w);
            assertTrue(items.length <= 4);
            read[windows.user(w)] += items.length;
            for (int target : windows.targets(w, new SeededRandom(w))) {
                asked += target == SequenceWindows.NONE ? 0 : 1;
            }
        }
        assertEquals(data.targets(), asked, "each target is asked for once");
        for (int user = 0; user < 30; user++) {
            int kept = user + 1 >= 5 ? user : user + 1;
            assertEquals(kept - 1, read[user]);
        }
    }
}
