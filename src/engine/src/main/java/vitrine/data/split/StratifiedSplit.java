package vitrine.data.split;

import java.util.Arrays;
import vitrine.data.InteractionLog;
import vitrine.run.SeededRandom;

/**
 * Three quarters of each item's targets train, drawn at random, the rest are held out: the split of the benchmark in
 * Microsoft Recommenders. An item's share is rounded half to even, so an item chosen once or twice is never held out. Not
 * leak-free in time: training knows of choices made after those held out.
 */
public final class StratifiedSplit implements Splitter {
    public static final String NAME = "strat75";
    private static final double TRAINED = .75;

    private final long seed;

    public StratifiedSplit(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Split split(InteractionLog log) {
        int[] targets = Targets.of(log);
        int[] items = Arrays.stream(targets).map(log::item).toArray();
        int[] train = new int[targets.length];
        int[] test = new int[targets.length];
        int trainSize = 0;
        int testSize = 0;
        int[][] byItem = RandomRows.byGroup(items, log.items().size());
        for (int item = 0; item < byItem.length; item++) {
            int[] own = byItem[item];
            SeededRandom.stream(seed, NAME, item).shuffle(own);
            int trained = (int) Math.rint(TRAINED * own.length);
            for (int i = 0; i < own.length; i++) {
                if (i < trained) {
                    train[trainSize++] = targets[own[i]];
                } else {
                    test[testSize++] = targets[own[i]];
                }
            }
        }
        int[] held = RandomRows.sorted(test, testSize);
        return Split.of(NAME, log, RandomRows.sorted(train, trainSize), held, RandomRows.hide(log, held));
    }
}
