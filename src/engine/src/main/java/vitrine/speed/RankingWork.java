package vitrine.speed;

import java.util.Arrays;
import java.util.function.IntConsumer;
import vitrine.metric.PartialTopK;
import vitrine.model.NeuMf;
import vitrine.model.NeuMfSettings;
import vitrine.model.Query;
import vitrine.network.Parameters;
import vitrine.run.Workers;

/**
 * NeuMF's ten best items of those a user has not bought, all items scored: for one user as long as it takes, or for all
 * users in turn on all threads.
 */
record RankingWork(String name, boolean allUsers) implements Work {
    private static final int TOP = 10;
    private static final int BLOCK = 16;

    @Override
    public String description() {
        return allUsers ? "NeuMF, top 10 of all items, user after user" : "NeuMF, one user's top 10 of all items";
    }

    @Override
    public String unit() {
        return allUsers ? "users/s" : "ms";
    }

    @Override
    public boolean moreIsBetter() {
        return allUsers;
    }

    @Override
    public boolean usesThreads() {
        return allUsers;
    }

    /** Parameters as before training: ranking takes as long with any. */
    static NeuMf model(long seed) {
        NeuMfSettings settings = NeuMfSettings.DEFAULTS;
        Parameters parameters = Parameters.initial(NeuMf.network(SpeedShop.USERS, SpeedShop.ITEMS, settings), seed);
        return new NeuMf(SpeedShop.userIds(), SpeedShop.itemIds(), settings, parameters);
    }

    @Override
    public Reading measure(Conditions conditions) {
        NeuMf model = model(conditions.seed());
        SpeedShop shop = new SpeedShop(conditions.seed());
        Windows windows = new Windows(conditions);
        int[] next = new int[1];
        if (!allUsers) {
            IntConsumer ranker = ranker(model, shop);
            return windows.millisecondsPerStep(() -> ranker.accept(next[0]++ % SpeedShop.USERS));
        }
        IntConsumer[] rankers = new IntConsumer[conditions.threads()];
        Arrays.setAll(rankers, worker -> ranker(model, shop));
        int users = BLOCK * 8 * conditions.threads();
        try (Workers workers = new Workers(conditions.threads())) {
            Reading steps = windows.stepsPerSecond(() -> {
                int first = next[0];
                next[0] = (first + users) % SpeedShop.USERS;
                workers.forEach(users / BLOCK, (block, worker) -> {
                    for (int i = 0; i < BLOCK; i++) {
                        rankers[worker].accept((first + block * BLOCK + i) % SpeedShop.USERS);
                    }
                });
            });
            return new Reading(steps.median() * users, steps.low() * users, steps.high() * users);
        }
    }

    private static IntConsumer ranker(NeuMf model, SpeedShop shop) {
        int[] items = new int[SpeedShop.ITEMS];
        Arrays.setAll(items, i -> i);
        double[] scores = new double[items.length];
        return user -> {
            model.score(Query.of(user), items, scores);
            for (int purchase = shop.start(user); purchase < shop.start(user + 1); purchase++) {
                scores[shop.item(purchase)] = Double.NEGATIVE_INFINITY;
            }
            if (PartialTopK.of(scores, TOP).length != TOP) {
                throw new IllegalStateException("a list of another length");
            }
        };
    }
}
