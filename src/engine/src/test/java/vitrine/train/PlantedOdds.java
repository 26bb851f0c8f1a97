package vitrine.train;

import java.util.BitSet;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.explain.TestIds;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.SeededRandom;

/**
 * A world whose odds are known: each user's last two items are drawn, among the items the user has not taken, with
 * probabilities proportional to exp(taste), and its model's score is the taste times {@code stretch} plus a constant of the
 * user's own. The calibration such a model needs is the slope 1 / stretch.
 */
public record PlantedOdds(int userCount, double stretch) implements Recommender {
    public static final int ITEMS = 60;
    private static final int FIRST = 5;

    /** Of a user for an item: from 0 to 4, another order for each user. */
    private static double taste(int user, int item) {
        return 4.0 * Math.floorMod(item * 7 + user, ITEMS) / ITEMS;
    }

    public Split split() {
        InteractionLog.Builder builder = new InteractionLog.Builder(users(), items());
        for (int user = 0; user < userCount; user++) {
            SeededRandom random = SeededRandom.stream(3, "odds", user);
            BitSet taken = new BitSet();
            for (int step = 0; step < FIRST + 2; step++) {
                int item = step < FIRST ? uniform(taken, random) : likely(user, taken, random);
                taken.set(item);
                builder.add(user, item, step, EventType.PURCHASE, 1, Float.NaN, 1);
            }
        }
        return new LeaveOneOut().split(builder.build());
    }

    private static int uniform(BitSet taken, SeededRandom random) {
        int item = random.nextInt(ITEMS);
        return taken.get(item) ? uniform(taken, random) : item;
    }

    private static int likely(int user, BitSet taken, SeededRandom random) {
        double sum = 0;
        for (int item = 0; item < ITEMS; item++) {
            sum += taken.get(item) ? 0 : Math.exp(taste(user, item));
        }
        double left = random.nextInt(1 << 30) / (double) (1 << 30) * sum;
        int item = -1;
        while (left >= 0 && item < ITEMS - 1) {
            item++;
            left -= taken.get(item) ? 0 : Math.exp(taste(user, item));
        }
        return item;
    }

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public IdIndex users() {
        return TestIds.of("u", userCount);
    }

    @Override
    public IdIndex items() {
        return TestIds.of("i", ITEMS);
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        for (int i = 0; i < candidates.length; i++) {
            scores[i] = stretch * taste(query.user(), candidates[i]) + 11 * (query.user() % 13);
        }
    }
}
