package vitrine.assess;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import vitrine.metric.Auc;
import vitrine.metric.AveragePrecisionAtK;
import vitrine.metric.HitRateAtK;
import vitrine.metric.NdcgAtK;
import vitrine.metric.PartialTopK;
import vitrine.metric.PrecisionAtK;
import vitrine.metric.RecallAtK;
import vitrine.metric.ReciprocalRank;
import vitrine.model.LogitRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Ranks candidates for many users and measures each list. Serendipity is the share of the k places that hold a relevant
 * item which the k most popular candidates do not (Ge, Delgado-Battenfeld and Jannach, 2010, with popularity as the primitive
 * model). Users are cut into fixed blocks, so threads change nothing.
 */
final class UserRanking {
    private static final int BLOCK = 16;

    /**
     * What one user is asked.
     *
     * @param candidates item numbers in id order, so that ties go by id
     * @param relevant item numbers, ascending, all of them candidates
     */
    record Task(Query question, int[] candidates, int[] relevant) {}

    private final Recommender model;
    private final int k;
    private final String protocol;
    private final long seed;
    private final int[] popularity;

    /**
     * @param seed of the items drawn for loss and accuracy
     * @param popularity number of users of each item in training
     */
    UserRanking(Recommender model, int k, String protocol, long seed, int[] popularity) {
        this.seed = seed;
        this.popularity = popularity;
        this.model = model;
        this.k = k;
        this.protocol = protocol;
    }

    /**
     * @param users numbers, ascending
     * @param task of the user at a place in {@code users}
     */
    Measured measure(int[] users, IntFunction<Task> task, JobContext context) {
        SortedMap<String, double[]> measures = new TreeMap<>();
        for (String name : new String[] {"hr", "ndcg", "precision", "recall", "map", "mrr", "auc", "serendipity"}) {
            measures.put(name, new double[users.length]);
        }
        int[][] lists = new int[users.length][];
        LogitSample[] samples = new LogitSample[users.length];
        int blocks = (users.length + BLOCK - 1) / BLOCK;
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks, (block, worker) -> {
                context.cancellation().throwIfCancelled();
                for (int i = block * BLOCK; i < Math.min(users.length, (block + 1) * BLOCK); i++) {
                    Task asked = task.apply(i);
                    double[] scores = new double[asked.candidates().length];
                    model.score(asked.question(), asked.candidates(), scores);
                    boolean[] positive = positive(asked);
                    lists[i] = rank(asked, scores, positive, measures, i);
                    samples[i] = LogitSample.of(scores, positive, SeededRandom.stream(seed, "negatives", users[i]));
                }
                context.progress().report("Evaluating " + protocol, done.incrementAndGet(), blocks);
            });
        }
        SortedMap<String, Double> overall = new TreeMap<>();
        if (model instanceof LogitRecommender) {
            measures.put(
                    "loss",
                    Arrays.stream(samples).mapToDouble(LogitSample::loss).toArray());
            measures.put(
                    "accuracy",
                    Arrays.stream(samples).mapToDouble(LogitSample::accuracy).toArray());
            overall.put("calibrationError", LogitSample.calibrationError(List.of(samples)));
            overall.put("alwaysNoAccuracy", LogitSample.ALWAYS_NO_ACCURACY);
        }
        return new Measured(new UserMeasures(users, measures, lists), overall);
    }

    /**
     * What was found.
     *
     * @param overall what only all users together have
     */
    record Measured(UserMeasures users, SortedMap<String, Double> overall) {
        /** The mean of each measure over the users who have it, and what they have together. */
        SortedMap<String, Double> metrics() {
            SortedMap<String, Double> metrics = means(users.measures());
            metrics.putAll(overall);
            return metrics;
        }
    }

    private static boolean[] positive(Task task) {
        int[] candidates = task.candidates();
        boolean[] positive = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            positive[i] = Arrays.binarySearch(task.relevant(), candidates[i]) >= 0;
        }
        return positive;
    }

    private int[] rank(Task task, double[] scores, boolean[] positive, SortedMap<String, double[]> measures, int user) {
        int[] candidates = task.candidates();
        int relevant = task.relevant().length;
        int[] places = PartialTopK.of(scores, k);
        int[] list = new int[places.length];
        boolean[] hits = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            list[i] = candidates[places[i]];
            hits[i] = positive[places[i]];
        }
        put(measures, "hr", user, HitRateAtK.of(hits, k));
        put(measures, "ndcg", user, NdcgAtK.of(hits, relevant, k));
        put(measures, "precision", user, PrecisionAtK.of(hits, k));
        put(measures, "recall", user, RecallAtK.of(hits, relevant, k));
        put(measures, "map", user, AveragePrecisionAtK.of(hits, relevant, k));
        put(measures, "mrr", user, ReciprocalRank.of(hits));
        put(measures, "auc", user, Auc.of(scores, positive));
        put(measures, "serendipity", user, surprises(list, hits, popular(candidates, popularity, k)) / (double) k);
        return list;
    }

    /** The most popular candidates: what anyone could have recommended. */
    static int[] popular(int[] candidates, int[] popularity, int k) {
        double[] counts =
                Arrays.stream(candidates).mapToDouble(item -> popularity[item]).toArray();
        return Arrays.stream(PartialTopK.of(counts, k))
                .map(place -> candidates[place])
                .toArray();
    }

    /** Relevant items of a list that are not among the popular ones. */
    private static int surprises(int[] list, boolean[] hits, int[] popular) {
        int found = 0;
        for (int place = 0; place < list.length; place++) {
            int item = list[place];
            found += hits[place] && Arrays.stream(popular).noneMatch(other -> other == item) ? 1 : 0;
        }
        return found;
    }

    private static void put(SortedMap<String, double[]> measures, String name, int user, double value) {
        java.util.Objects.requireNonNull(measures.get(name))[user] = value;
    }

    /** The mean of each measure over the users who have it. */
    static SortedMap<String, Double> means(SortedMap<String, double[]> measures) {
        SortedMap<String, Double> means = new TreeMap<>();
        measures.forEach((name, values) -> Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .ifPresent(mean -> means.put(name, mean)));
        return means;
    }

    /** All items but those that leave, in the order of {@code byId}. */
    static int[] without(int[] byId, boolean[] leaves) {
        int[] kept = new int[byId.length];
        int size = 0;
        for (int item : byId) {
            if (!leaves[item]) {
                kept[size++] = item;
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
