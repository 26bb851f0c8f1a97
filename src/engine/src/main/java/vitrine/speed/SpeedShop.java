package vitrine.speed;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import vitrine.data.IdIndex;
import vitrine.run.SeededRandom;

/**
 * Distinct purchases of a made-up shop with the outer measures of MovieLens-1M: 6,040 users, 3,706 items, 1,000,209
 * purchases; how often an item is bought falls as {@code rank^-0.8}, how busy users are follows a log-normal law. User by
 * user, each user's items in an order of their own.
 */
final class SpeedShop {
    static final int USERS = 6040;
    static final int ITEMS = 3706;
    private static final int PURCHASES = 1_000_209;

    private final int[] start = new int[USERS + 1];
    private final int[] items = new int[PURCHASES];
    private final int[] users = new int[PURCHASES];
    private final BitSet bought = new BitSet(USERS * ITEMS);

    SpeedShop(long seed) {
        SeededRandom random = SeededRandom.stream(seed, "speed-shop", 0);
        double[] popularity = new double[ITEMS];
        Arrays.setAll(popularity, i -> Math.pow(i + 1, -0.8));
        double[] activity = new double[USERS];
        Arrays.setAll(activity, u -> Math.exp(random.nextGaussian()));
        Ladder items = new Ladder(popularity);
        Ladder users = new Ladder(activity);
        int[] names = new int[ITEMS];
        Arrays.setAll(names, i -> i);
        random.shuffle(names);
        for (int count = 0; count < PURCHASES; ) {
            int pair = users.draw(random) * ITEMS + names[items.draw(random)];
            if (!bought.get(pair)) {
                bought.set(pair);
                count++;
            }
        }
        collect(random);
    }

    private void collect(SeededRandom random) {
        int n = 0;
        for (int user = 0; user < USERS; user++) {
            start[user] = n;
            int end = (user + 1) * ITEMS;
            for (int pair = bought.nextSetBit(user * ITEMS);
                    pair >= 0 && pair < end;
                    pair = bought.nextSetBit(pair + 1)) {
                users[n] = user;
                items[n++] = pair % ITEMS;
            }
            int[] own = Arrays.copyOfRange(items, start[user], n);
            random.shuffle(own);
            System.arraycopy(own, 0, items, start[user], own.length);
        }
        start[USERS] = n;
    }

    int purchases() {
        return PURCHASES;
    }

    int user(int purchase) {
        return users[purchase];
    }

    int item(int purchase) {
        return items[purchase];
    }

    /** First purchase of a user; of {@link #USERS}: the number of purchases. */
    int start(int user) {
        return start[user];
    }

    /** Items of the busiest user. */
    int longestHistory() {
        int longest = 0;
        for (int user = 0; user < USERS; user++) {
            longest = Math.max(longest, start[user + 1] - start[user]);
        }
        return longest;
    }

    /** A uniform draw among what a user has not bought; after a hundred draws in vain, the last one. */
    int notBought(int user, SeededRandom random) {
        int item = random.nextInt(ITEMS);
        for (int tries = 0; tries < 100 && bought.get(user * ITEMS + item); tries++) {
            item = random.nextInt(ITEMS);
        }
        return item;
    }

    static IdIndex userIds() {
        return ids("u", USERS);
    }

    static IdIndex itemIds() {
        return ids("i", ITEMS);
    }

    private static IdIndex ids(String letter, int count) {
        return IdIndex.of(IntStream.range(0, count).mapToObj(i -> letter + i).toList());
    }

    /** Draws a number in proportion to its weight. */
    private static final class Ladder {
        private final double[] upTo;

        Ladder(double[] weights) {
            upTo = weights.clone();
            for (int i = 1; i < upTo.length; i++) {
                upTo[i] += upTo[i - 1];
            }
        }

        int draw(SeededRandom random) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
        }
    }
}
