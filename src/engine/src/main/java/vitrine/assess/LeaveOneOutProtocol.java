package vitrine.assess;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.Catalog;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.LeaveOneOut;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.metric.Accuracy;
import vitrine.metric.LogLoss;
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
    /** As in training: loss and accuracy are measured on the target and so many of the candidates. */
    private static final int NEGATIVES_PER_POSITIVE = 4;

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
     */
    private record Outcome(int rank, int candidates, int[] list, double loss, double accuracy) {}

    @Override
    public Evaluation evaluate(Recommender model, Split split, Catalog items, JobContext context) {
        int[] tests = split.testTargets();
        if (tests.length == 0) {
            throw new BadInputException(
                    "No user has two interactions, so nothing can be held out. Use data with longer histories.");
        }
        InteractionMatrix training = InteractionMatrix.of(split.log(), split.trainTargets());
        int[] byId = IdOrder.of(split.log().items());
        Outcome[] outcomes = new Outcome[tests.length];
        int blocks = (tests.length + BLOCK - 1) / BLOCK;
        java.util.concurrent.atomic.AtomicInteger done = new java.util.concurrent.atomic.AtomicInteger();
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks, (block, worker) -> {
                context.cancellation().throwIfCancelled();
                for (int i = block * BLOCK; i < Math.min(tests.length, (block + 1) * BLOCK); i++) {
                    outcomes[i] = rank(model, split, tests[i], training, byId);
                }
                context.progress().report("Evaluating " + name, done.incrementAndGet(), blocks);
            });
        }
        SortedMap<String, Double> metrics = metrics(outcomes, model instanceof LogitRecommender);
        if (name.equals(FULL)) {
            int[][] lists = Arrays.stream(outcomes).map(Outcome::list).toArray(int[][]::new);
            metrics.putAll(new ListQuality(training, items).of(lists));
        }
        return new Evaluation(name, k, tests.length, metrics);
    }

    private Outcome rank(Recommender model, Split split, int row, InteractionMatrix training, int[] byId) {
        InteractionLog log = split.log();
        int target = log.item(row);
        Query question = TrainingData.question(log, split.trainHistories(), row, model);
        int[] unseen = Arrays.stream(byId)
                .filter(item -> item == target || !training.contains(log.user(row), item))
                .toArray();
        SeededRandom random = SeededRandom.stream(seed, "loo99", log.user(row));
        int[] candidates = name.equals(FULL) ? unseen : sample(unseen, target, random);
        double[] scores = new double[candidates.length];
        model.score(question, candidates, scores);
        int at = indexOf(candidates, target);
        int rank = Ranks.of(scores, at);
        int negatives = Math.min(NEGATIVES_PER_POSITIVE, candidates.length - 1);
        double loss = LogLoss.of(scores[at], true);
        double right = Accuracy.isRight(scores[at], true) ? 1 : 0;
        for (int n = 0; n < negatives; n++) {
            int other = random.nextInt(candidates.length - 1);
            double score = scores[other < at ? other : other + 1];
            loss += LogLoss.of(score, false);
            right += Accuracy.isRight(score, false) ? 1 : 0;
        }
        int[] list = name.equals(FULL)
                ? Arrays.stream(PartialTopK.of(scores, k))
                        .map(i -> candidates[i])
                        .toArray()
                : new int[0];
        return new Outcome(rank, candidates.length, list, loss / (1 + negatives), right / (1 + negatives));
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

    private SortedMap<String, Double> metrics(Outcome[] outcomes, boolean logits) {
        int n = outcomes.length;
        double hits = 0;
        double ndcg = 0;
        double average = 0;
        double reciprocal = 0;
        double auc = 0;
        double loss = 0;
        double accuracy = 0;
        for (Outcome o : outcomes) {
            hits += o.rank() <= k ? 1 : 0;
            ndcg += NdcgAtK.ofRank(o.rank(), k);
            average += o.rank() <= k ? ReciprocalRank.ofRank(o.rank()) : 0;
            reciprocal += ReciprocalRank.ofRank(o.rank());
            auc += o.candidates() == 1 ? 1 : (double) (o.candidates() - o.rank()) / (o.candidates() - 1);
            loss += o.loss();
            accuracy += o.accuracy();
        }
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("hr", hits / n);
        metrics.put("ndcg", ndcg / n);
        metrics.put("precision", hits / n / k);
        metrics.put("recall", hits / n);
        metrics.put("map", average / n);
        metrics.put("mrr", reciprocal / n);
        metrics.put("auc", auc / n);
        if (logits) {
            metrics.put("loss", loss / n);
            metrics.put("accuracy", accuracy / n);
            metrics.put("alwaysNoAccuracy", (double) NEGATIVES_PER_POSITIVE / (1 + NEGATIVES_PER_POSITIVE));
        }
        return metrics;
    }
}
