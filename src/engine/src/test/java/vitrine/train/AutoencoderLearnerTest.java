package vitrine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.data.split.NoSplit;
import vitrine.explain.TestIds;
import vitrine.model.MultVae;
import vitrine.model.MultVaeSettings;
import vitrine.model.Query;
import vitrine.network.Parameters;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.Progress;
import vitrine.run.SeededRandom;

class AutoencoderLearnerTest {
    private static final int USERS = 60;
    private static final int GROUPS = 3;
    private static final int GROUP = 12;
    private static final int EACH = 7;
    private static final MultVaeSettings SIZES = new MultVaeSettings(16, 6);

    /** Each user chooses from one of three groups of items. */
    private static TrainingData data() {
        InteractionLog.Builder builder =
                new InteractionLog.Builder(TestIds.of("u", USERS), TestIds.of("i", GROUPS * GROUP));
        for (int user = 0; user < USERS; user++) {
            int[] items = IntStream.range(0, GROUP).toArray();
            SeededRandom.stream(3, "items", user).shuffle(items);
            for (int i = 0; i < EACH; i++) {
                builder.add(user, user % GROUPS * GROUP + items[i], i, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return TrainingData.of(new NoSplit().split(builder.build()), 5);
    }

    private static AutoencoderLearner learner(TrainingSettings settings) {
        int items = GROUPS * GROUP;
        Parameters parameters = Parameters.initial(MultVae.network(items, SIZES, 1), 5);
        MultVae model = new MultVae(TestIds.of("u", USERS), TestIds.of("i", items), SIZES, parameters);
        return new AutoencoderLearner(model, settings, .2, 40, 5);
    }

    private static JobContext threads(int threads) {
        return new JobContext(Progress.NONE, CancellationToken.NEVER, threads);
    }

    @Test
    void learnsWhatIsChosenTogether() {
        TrainingSettings settings = new TrainingSettings(40, 10, 1e-2, 20, 0, 0);
        AutoencoderLearner learner = learner(settings);
        TrainingHistory history = new Trainer(settings, 5).train(learner, data(), threads(1), TrainingListener.NONE);
        assertEquals(Math.log(21), history.baseRateLoss(), 1e-12);
        int[] all = IntStream.range(0, GROUPS * GROUP).toArray();
        for (int group = 0; group < GROUPS; group++) {
            double[] scores = new double[all.length];
            learner.model().score(Query.of(Query.UNKNOWN_USER, group * GROUP, group * GROUP + 5), all, scores);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int item : all) {
                if (item / GROUP == group) {
                    least = Math.min(least, scores[item]);
                } else {
                    most = Math.max(most, scores[item]);
                }
            }
            assertTrue(least > most, "group " + group + ": " + least + " against " + most);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aResumedTrainingOnOtherThreadsGivesTheBytesOfOneThatNeverStopped(int threads) {
        TrainingSettings settings = new TrainingSettings(3, 10, 1e-2, 20, 0, 1e-4);
        TrainingData data = data();
        List<TrainingState> states = new ArrayList<>();
        AutoencoderLearner straight = learner(settings);
        new Trainer(settings, 5).train(straight, data, threads(1), new TrainingListener() {
            @Override
            public void onState(TrainingMoment moment) {
                states.add(moment.state());
            }
        });
        for (int at : new int[] {0, states.size() / 2, states.size() - 2}) {
            AutoencoderLearner resumed = learner(settings);
            new Trainer(settings, 5).resume(resumed, data, threads(threads), TrainingListener.NONE, states.get(at));
            straight.parameters()
                    .tensors()
                    .forEach((name, tensor) -> assertArrayEquals(
                            tensor.values(), resumed.parameters().values(name), name));
        }
    }
}
