package vitrine.data.showcase;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import vitrine.run.SeededRandom;

/** Uniform over the pool of the group that the situation belongs to, leaving out what an inhibitor has stopped. */
final class GroupedItems implements ItemSource {
    private final int[][] pools;
    private final int[] groupOf;
    private final ToIntFunction<Situation> group;

    GroupedItems(int[][] pools, int items, ToIntFunction<Situation> group) {
        this.pools = pools;
        this.group = group;
        this.groupOf = new int[items];
        Arrays.fill(groupOf, -1);
        for (int g = 0; g < pools.length; g++) {
            for (int item : pools[g]) {
                groupOf[item] = g;
            }
        }
    }

    /** One pool for everybody. */
    static GroupedItems everywhere(int[] pool, int items) {
        return new GroupedItems(new int[][] {pool}, items, situation -> 0);
    }

    @Override
    public int draw(Situation situation, SeededRandom random) {
        int[] pool = pools[group.applyAsInt(situation)];
        int item = pool[random.nextInt(pool.length)];
        while (situation.stopped().contains(item)) {
            item = pool[random.nextInt(pool.length)];
        }
        return item;
    }

    @Override
    public double probability(int item, Situation situation) {
        int g = group.applyAsInt(situation);
        if (groupOf[item] != g || situation.stopped().contains(item)) {
            return 0;
        }
        int stopped = 0;
        for (int other : situation.stopped()) {
            stopped += groupOf[other] == g ? 1 : 0;
        }
        return 1.0 / (pools[g].length - stopped);
    }
}
