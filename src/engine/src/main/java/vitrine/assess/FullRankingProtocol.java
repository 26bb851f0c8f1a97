package vitrine.assess;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import vitrine.data.Catalog;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.data.split.Splitter;
import vitrine.metric.Auc;
import vitrine.metric.AveragePrecisionAtK;
import vitrine.metric.HitRateAtK;
import vitrine.metric.NdcgAtK;
import vitrine.metric.PartialTopK;
import vitrine.metric.PrecisionAtK;
import vitrine.metric.RecallAtK;
import vitrine.metric.ReciprocalRank;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.InteractionMatrix;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.BadInputException;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/**
 * All held-out items of a user at once, ranked among all items except those of the user's training and validation part:
 * {@code strat75}, {@code ratio801010}, {@code temporal}. The history is the user's latest training items, the context that of the
 * latest training event, at no time in particular. Candidates stand
 * in id order, so ties go by id. Users without held-out items are not measured. The reciprocal rank is that within the
 * first k, as in RecBole.
 */
public final class FullRankingProtocol implements Protocol {
    private static final int BLOCK = 16;

    private final Splitter splitter;
    private final int k;

    /** @param splitter gives the protocol its name */
    public FullRankingProtocol(Splitter splitter, int k) {
        this.splitter = splitter;
        this.k = k;
    }

    @Override
    public String name() {
        return splitter.name();
    }

    @Override
    public Splitter splitter() {
        return splitter;
    }

    /** What one user's ranking gave. */
    private record Outcome(int[] list, boolean[] hits, int relevant, double auc) {}

    @Override
    public Evaluation evaluate(Recommender model, Split split, Catalog items, JobContext context) {
        InteractionLog log = split.log();
        InteractionMatrix held = InteractionMatrix.of(log, split.testTargets());
        InteractionMatrix training = InteractionMatrix.of(log, split.trainTargets());
        InteractionMatrix validation = InteractionMatrix.of(log, split.validationTargets());
        int[] users = java.util.stream.IntStream.range(0, log.users().size())
                .filter(user -> held.itemsOf(user).length > 0)
                .toArray();
        if (users.length == 0) {
            throw new BadInputException(
                    "The split " + name() + " holds nothing out here: no user has enough interactions. Use data with"
                            + " longer histories, or --protocol loo99.");
        }
        int[] byId = IdOrder.of(log.items());
        Outcome[] outcomes = new Outcome[users.length];
        int blocks = (users.length + BLOCK - 1) / BLOCK;
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(blocks, (block, worker) -> {
                context.cancellation().throwIfCancelled();
                for (int i = block * BLOCK; i < Math.min(users.length, (block + 1) * BLOCK); i++) {
                    int user = users[i];
                    int[] history = split.trainHistories().latest(user, model.historyRead());
                    BitSet left = new BitSet();
                    Arrays.stream(training.itemsOf(user)).forEach(left::set);
                    Arrays.stream(validation.itemsOf(user)).forEach(left::set);
                    int[] candidates =
                            Arrays.stream(byId).filter(item -> !left.get(item)).toArray();
                    outcomes[i] = rank(model, question(model, split, user, history), candidates, held.itemsOf(user));
                }
                context.progress().report("Evaluating " + name(), done.incrementAndGet(), blocks);
            });
        }
        SortedMap<String, Double> metrics = accuracy(outcomes);
        int[][] lists = Arrays.stream(outcomes).map(Outcome::list).toArray(int[][]::new);
        metrics.putAll(new ListQuality(training, items).of(lists));
        return new Evaluation(name(), k, users.length, metrics);
    }

    /** The held-out events have many moments, so none is asked for; region and device are those last seen in training. */
    private static Query question(Recommender model, Split split, int user, int[] history) {
        Query question = Query.of(user, history);
        return model instanceof ContextRecommender
                ? question.withContext(
                        Context.latest(split.log(), user, row -> !split.hidden().get(row))
                                .withoutTime())
                : question;
    }

    /** @param relevant ascending */
    private Outcome rank(Recommender model, Query question, int[] candidates, int[] relevant) {
        double[] scores = new double[candidates.length];
        model.score(question, candidates, scores);
        boolean[] positive = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            positive[i] = Arrays.binarySearch(relevant, candidates[i]) >= 0;
        }
        int[] places = PartialTopK.of(scores, k);
        int[] list = new int[places.length];
        boolean[] hits = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            list[i] = candidates[places[i]];
            hits[i] = positive[places[i]];
        }
        return new Outcome(list, hits, relevant.length, Auc.of(scores, positive));
    }

    private SortedMap<String, Double> accuracy(Outcome[] outcomes) {
        SortedMap<String, Double> sums = new TreeMap<>();
        int withAuc = 0;
        for (Outcome o : outcomes) {
            sums.merge("hr", HitRateAtK.of(o.hits(), k), Double::sum);
            sums.merge("ndcg", NdcgAtK.of(o.hits(), o.relevant(), k), Double::sum);
            sums.merge("precision", PrecisionAtK.of(o.hits(), k), Double::sum);
            sums.merge("recall", RecallAtK.of(o.hits(), o.relevant(), k), Double::sum);
            sums.merge("map", AveragePrecisionAtK.of(o.hits(), o.relevant(), k), Double::sum);
            sums.merge("mrr", ReciprocalRank.of(o.hits()), Double::sum);
            if (!Double.isNaN(o.auc())) {
                sums.merge("auc", o.auc(), Double::sum);
                withAuc++;
            }
        }
        int measured = withAuc;
        sums.replaceAll((name, sum) -> sum / (name.equals("auc") ? measured : outcomes.length));
        return sums;
    }
}
