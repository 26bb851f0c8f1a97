package vitrine.train;

import vitrine.data.EventType;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.explain.TestIds;
import vitrine.model.Cnn;
import vitrine.model.CnnSettings;
import vitrine.network.Adam;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;

/**
 * A shop in which everybody walks around a circle of items: after item i always comes item i + 1. What follows is
 * planted, so a model that learns must find it.
 */
public final class PlantedShop {
    public static final int USERS = 60;
    public static final int ITEMS = 30;
    public static final int STEPS = 10;
    public static final CnnSettings SIZES = new CnnSettings(8, 12, 3, 6);
    public static final long SEED = 42;

    private PlantedShop() {}

    public static InteractionLog log() {
        InteractionLog.Builder builder = new InteractionLog.Builder(TestIds.of("u", USERS), TestIds.of("i", ITEMS));
        for (int user = 0; user < USERS; user++) {
            int start = SeededRandom.stream(7, "start", user).nextInt(ITEMS);
            for (int step = 0; step < STEPS; step++) {
                builder.add(user, (start + step) % ITEMS, step, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return builder.build();
    }

    public static Split split() {
        return new LeaveOneOut().split(log());
    }

    /** What comes after {@code item}. */
    public static int follower(int item) {
        return (item + 1) % ITEMS;
    }

    public static CnnLearner learner(Split split, TrainingSettings training, long seed) {
        int users = split.log().users().size();
        int items = split.log().items().size();
        Parameters parameters = Parameters.initial(Cnn.network(users, items, SIZES), seed);
        Cnn model = new Cnn(split.log().users(), split.log().items(), SIZES, parameters);
        return new CnnLearner(model, training, Adam.Form.ALGORITHM_1);
    }
}
