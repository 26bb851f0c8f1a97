package vitrine.train;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.IdIndex;
import vitrine.data.IdOrder;
import vitrine.metric.HitRateAtK;
import vitrine.metric.NdcgAtK;
import vitrine.metric.Ranks;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.SeededRandom;
import vitrine.run.Workers;

/**
 * Measures a model on the held-back training targets: each ranked among 99 sampled items the user has not chosen (hr, ndcg
 * at 10), and loss and accuracy on the target with as many of those as training has negatives. Always the same sample,
 * however training draws its negatives: so that its numbers can be compared.
 */
public final class Validation {
    private static final int RANKED_AGAINST = 99;
    private static final int K = 10;
    private static final int BLOCK = 32;

    private final TrainingData data;
    private final Objective objective;
    private final int negatives;
    private final int[][] candidates;
    private final int[] targetAt;

    /** For scores that are a yes or a no each. */
    public Validation(TrainingData data, int negatives, long seed) {
        this(data, Objective.POINTWISE, negatives, seed);
    }

    public Validation(TrainingData data, Objective objective, int negatives, long seed) {
        UniformSampler sampler = new UniformSampler(data.positives());
        this.data = data;
        this.objective = objective;
        this.negatives = negatives;
        this.candidates = new int[data.validationTargets()][];
        this.targetAt = new int[candidates.length];
        int[] place = places(data.positives().items());
        for (int i = 0; i < candidates.length; i++) {
            Query question = data.validationQuestion(i, 1);
            int target = data.validationItem(i);
            int[] others = sampler.sample(question.user(), RANKED_AGAINST, SeededRandom.stream(seed, "validation", i));
            candidates[i] = inIdOrder(target, others, place);
            while (candidates[i][targetAt[i]] != target) {
                targetAt[i]++;
            }
        }
    }

    /** Equal scores rank by id; a target put first would win every tie. */
    private static int[] inIdOrder(int target, int[] others, int[] place) {
        return java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(target),
                        Arrays.stream(others).filter(other -> other != target))
                .boxed()
                .sorted(java.util.Comparator.comparingInt(item -> place[item]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] places(IdIndex items) {
        int[] byId = IdOrder.of(items);
        int[] place = new int[byId.length];
        for (int i = 0; i < byId.length; i++) {
            place[byId[i]] = i;
        }
        return place;
    }

    /** @return {@code loss, accuracy, hr, ndcg}; empty when nothing was held back */
    public SortedMap<String, Double> measure(Recommender model, Workers workers) {
        SortedMap<String, Double> result = new TreeMap<>();
        int n = candidates.length;
        if (n == 0) {
            return result;
        }
        int[] ranks = new int[n];
        double[] losses = new double[n];
        double[] right = new double[n];
        workers.forEach((n + BLOCK - 1) / BLOCK, (block, worker) -> {
            for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
                measureOne(model, i, ranks, losses, right);
            }
        });
        double loss = 0;
        double accuracy = 0;
        double hr = 0;
        double ndcg = 0;
        for (int i = 0; i < n; i++) {
            loss += losses[i];
            accuracy += right[i];
            hr += HitRateAtK.ofRank(ranks[i], K);
            ndcg += NdcgAtK.ofRank(ranks[i], K);
        }
        result.put("loss", loss / n);
        result.put("accuracy", accuracy / n);
        result.put("hr", hr / n);
        result.put("ndcg", ndcg / n);
        return result;
    }

    private void measureOne(Recommender model, int i, int[] ranks, double[] losses, double[] right) {
        double[] scores = new double[candidates[i].length];
        model.score(data.validationQuestion(i, model), candidates[i], scores);
        int target = targetAt[i];
        ranks[i] = Ranks.of(scores, target);
        // Spread evenly over the list: neighbours by id are often variants of the target.
        int examples = Math.min(scores.length, 1 + negatives);
        int stride = scores.length / examples;
        double[] others = new double[examples - 1];
        for (int n = 1; n < examples; n++) {
            others[n - 1] = scores[(target + n * stride) % scores.length];
        }
        double counted = Math.max(1, objective.examples(others.length));
        losses[i] = objective.lossSum(scores[target], others, others.length) / counted;
        right[i] = objective.right(scores[target], others, others.length) / counted;
    }
}
