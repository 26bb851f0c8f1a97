package vitrine.assess;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import vitrine.data.Catalog;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.metric.NdcgAtK;
import vitrine.metric.PartialTopK;
import vitrine.metric.Ranks;
import vitrine.metric.ReciprocalRank;
import vitrine.model.InteractionMatrix;
import vitrine.model.LogitRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;
import vitrine.train.TrainingData;

/**
 * Each user's held-out last interaction, ranked among items the user had not chosen in training: 99 sampled ones ({@code
 * loo99}; He et al., 2017) or all of them ({@code loo-full}). Candidates stand in id order, so ties go by id; the history
 * is what lies strictly before the held-out event, and the context that of the held-out event: the moment of the visit, its
 * region and device are known when the list is shown. With one relevant item, recall is the hit rate, precision the hit rate
 * divided by k, and average precision the reciprocal rank within k.
 */
public final class LeaveOneOutProtocol implements Protocol {
    public static final String SAMPLED = "loo99";
    public static final String FULL = "loo-full";
    private static final int SAMPLED_NEGATIVES = 99;
    private static final int BLOCK = 16;

    private final String name;
    private final int k;
    private final long seed;

    /** @param name {@value #SAMPLED} or {@value #FULL} */
    LeaveOneOutProtocol(String name, int k, long seed) {
        this.name = name;
        this.k = k;
        this.seed = seed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Splitter splitter() {
        return new LeaveOneOut();
    }

    /**
     * What one user's ranking gave.
     *
     * @param list the first k of all items; empty where only some were ranked
     * @param surprise 1 / k when the target is in the list and not among the k most popular candidates
     * @param sample scores of the target and of the items loss and accuracy are measured on beside it
     */
    private record Outcome(int rank, int candidates, int[] list, double surprise, LogitSample sample) {}

    @Override
    public Evaluation evaluate(Recommender model, Split split, Catalog items, JobContext context) {
        int[] tests = split.testTargets();
        if (tests.length == 0) {
            throw new BadInputException(
                    "No user has two interactions, so nothing can be held out. Use data with longer histories.");
        }
        InteractionMatrix training = InteractionMatrix.of(split.log(), split.trainTargets());
        int[] counts = training.itemCounts();
        int[] byId = IdOrder.of(split.log().items());
        Outcome[] outcomes = new Outcome[tests.length];
        int blocks = (tests.length + BLOCK - 1) / BLOCK;
        java.util.concurrent.atomic.AtomicInteger done = new java.util.concurrent.atomic.AtomicInteger();
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks, (block, worker) -> {
                context.cancellation().throwIfCancelled();
                for (int i = block * BLOCK; i < Math.min(tests.length, (block + 1) * BLOCK); i++) {
                    outcomes[i] = rank(model, split, tests[i], training, counts, byId);
                }
                context.progress().report("Evaluating " + name, done.incrementAndGet(), blocks);
            });
        }
        SortedMap<String, double[]> measures = measures(outcomes, model instanceof LogitRecommender);
        SortedMap<String, Double> metrics = UserRanking.means(measures);
        if (model instanceof LogitRecommender) {
            metrics.put(
                    "calibrationError",
                    LogitSample.calibrationError(
                            Arrays.stream(outcomes).map(Outcome::sample).toList()));
            metrics.put("alwaysNoAccuracy", LogitSample.ALWAYS_NO_ACCURACY);
        }
        int[][] lists =
                name.equals(FULL) ? Arrays.stream(outcomes).map(Outcome::list).toArray(int[][]::new) : new int[0][];
        if (name.equals(FULL)) {
            metrics.putAll(new ListQuality(training, items).of(lists));
        }
        int[] users = Arrays.stream(tests).map(split.log()::user).toArray();
        return new Evaluation(
                name,
                k,
                tests.length,
                split.log().users().size() - tests.length,
                metrics,
                new UserMeasures(users, measures, lists));
    }

    private Outcome rank(
            Recommender model, Split split, int row, InteractionMatrix training, int[] counts, int[] byId) {
        InteractionLog log = split.log();
        int target = log.item(row);
        Query question = TrainingData.question(log, split.trainHistories(), row, model);
        boolean[] leaves = new boolean[byId.length];
        for (int item : training.itemsOf(log.user(row))) {
            leaves[item] = item != target;
        }
        int[] unseen = UserRanking.without(byId, leaves);
        SeededRandom random = SeededRandom.stream(seed, "loo99", log.user(row));
        int[] candidates = name.equals(FULL) ? unseen : sample(unseen, target, random);
        double[] scores = new double[candidates.length];
        model.score(question, candidates, scores);
        int at = indexOf(candidates, target);
        int rank = Ranks.of(scores, at);
        boolean[] positive = new boolean[candidates.length];
        positive[at] = true;
        int[] list = new int[0];
        double surprise = 0;
        if (name.equals(FULL)) {
            list = Arrays.stream(PartialTopK.of(scores, k))
                    .map(i -> candidates[i])
                    .toArray();
            boolean popular = rank <= k
                    && Arrays.stream(UserRanking.popular(candidates, counts, k)).anyMatch(item -> item == target);
            surprise = rank <= k && !popular ? 1.0 / k : 0;
        }
        return new Outcome(rank, candidates.length, list, surprise, LogitSample.of(scores, positive, random));
    }

    /** The target and 99 others (all, where there are fewer), drawn without replacement, in id order. */
    private static int[] sample(int[] unseen, int target, SeededRandom random) {
        int[] others = Arrays.stream(unseen).filter(item -> item != target).toArray();
        int count = Math.min(SAMPLED_NEGATIVES, others.length);
        boolean[] chosen = new boolean[others.length];
        for (int drawn = 0; drawn < count; ) {
            int i = random.nextInt(others.length);
            if (!chosen[i]) {
                chosen[i] = true;
                drawn++;
            }
        }
        int[] candidates = new int[count + 1];
        int size = 0;
        int other = 0;
        for (int item : unseen) {
            if (item == target || chosen[other++]) {
                candidates[size++] = item;
            }
        }
        return candidates;
    }

    private static int indexOf(int[] values, int wanted) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == wanted) {
                return i;
            }
        }
        throw new IllegalStateException("the target is always a candidate");
    }

    private SortedMap<String, double[]> measures(Outcome[] outcomes, boolean logits) {
        SortedMap<String, double[]> measures = new TreeMap<>();
        measures.put("hr", values(outcomes, o -> o.rank() <= k ? 1 : 0));
        measures.put("ndcg", values(outcomes, o -> NdcgAtK.ofRank(o.rank(), k)));
        measures.put("precision", values(outcomes, o -> o.rank() <= k ? 1.0 / k : 0));
        measures.put("recall", values(outcomes, o -> o.rank() <= k ? 1 : 0));
        measures.put("map", values(outcomes, o -> o.rank() <= k ? ReciprocalRank.ofRank(o.rank()) : 0));
        measures.put("mrr", values(outcomes, o -> ReciprocalRank.ofRank(o.rank())));
        measures.put(
                "auc",
                values(
                        outcomes,
                        o -> o.candidates() == 1 ? 1 : (double) (o.candidates() - o.rank()) / (o.candidates() - 1)));
        if (name.equals(FULL)) {
            measures.put("serendipity", values(outcomes, Outcome::surprise));
        }
        if (logits) {
            measures.put("loss", values(outcomes, o -> o.sample().loss()));
            measures.put("accuracy", values(outcomes, o -> o.sample().accuracy()));
        }
        return measures;
    }

    private static double[] values(Outcome[] outcomes, ToDoubleFunction<Outcome> measure) {
        return Arrays.stream(outcomes).mapToDouble(measure).toArray();
    }
}
