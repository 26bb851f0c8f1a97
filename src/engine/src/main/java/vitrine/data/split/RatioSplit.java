package vitrine.data.split;

import java.util.Arrays;
import vitrine.data.InteractionLog;
import vitrine.run.SeededRandom;

/**
 * Of each user's targets, drawn at random, a tenth (rounded down) is held out for the test and a tenth for validation; the
 * rest trains: the split of RecBole's benchmarks. A user with fewer than ten targets has none held out. Not leak-free in
 * time.
 */
public final class RatioSplit implements Splitter {
    public static final String NAME = "ratio801010";
    private static final int TENTH = 10;

    private final long seed;

    public RatioSplit(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Split split(InteractionLog log) {
        int[] targets = Targets.of(log);
        int[] users = Arrays.stream(targets).map(log::user).toArray();
        int[][] parts = new int[3][targets.length];
        int[] sizes = new int[parts.length];
        int[][] byUser = RandomRows.byGroup(users, log.users().size());
        for (int user = 0; user < byUser.length; user++) {
            int[] own = byUser[user];
            SeededRandom.stream(seed, NAME, user).shuffle(own);
            int held = own.length / TENTH;
            for (int i = 0; i < own.length; i++) {
                int part = i < held ? 0 : i < 2 * held ? 1 : 2;
                parts[part][sizes[part]++] = targets[own[i]];
            }
        }
        int[] test = RandomRows.sorted(parts[0], sizes[0]);
        int[] validation = RandomRows.sorted(parts[1], sizes[1]);
        int[] train = RandomRows.sorted(parts[2], sizes[2]);
        return Split.of(NAME, log, train, test, validation, RandomRows.hide(log, test, validation));
    }
}
