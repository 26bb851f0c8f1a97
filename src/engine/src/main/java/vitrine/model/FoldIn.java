package vitrine.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vitrine.data.IdIndex;
import vitrine.network.DifferentiableFunction;
import vitrine.network.QuasiNewton;

/**
 * A model that knows users by a trained vector only, asked about a history: the vector is fitted to the question's history,
 * everything else stays as trained. Minimised is the model's own loss over the history, each item weighed as the question
 * weighs it, against unchosen items, plus a pull towards the trained users,
 *
 * <pre>loss(v) + 1/2 sum over numbers k of (v_k - mean_k)^2 / variance_k</pre>
 *
 * with mean and variance of the trained vectors: the most probable vector when a stranger is one more user like the others
 * (a normal prior; without a history, the mean). Full batch, deterministic, to a gradient of length {@value #TOLERANCE} (it gives up after {@value #MOST_STEPS} steps).
 *
 * <p>The unchosen items are {@value #MOST_OTHERS} at most, spread evenly over all items, fewer for long histories; an item of
 * the history is none of them, whatever its weight, so that a weight going to 0 leaves nothing behind. The user's number is
 * not read: the same history gives the same answer. Fitted scores are not those of the trained vector, since training stops
 * early; compare an edited history with the whole one fitted in the same way.
 *
 * <p>After Rendle and Schmidt-Thieme, "Online-Updating Regularized Kernel Matrix Factorization Models", RecSys 2008.
 */
public final class FoldIn implements Recommender {
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_STEPS = 500;
    private static final int MOST_OTHERS = 128;
    private static final int LEAST_OTHERS = 32;
    /** Pairs of a chosen and an unchosen item whose loss is summed in one evaluation, about. */
    private static final int PAIRS = 8192;

    private static final double LEAST_VARIANCE = 1e-4;

    private final UserVectorRecommender model;
    private final int negatives;
    private final IntPredicate trained;
    private @Nullable Prior known;

    /**
     * @param negatives drawn for each chosen item when {@code model} was trained
     * @param trained which users the training knew: their vectors mean something
     */
    public FoldIn(UserVectorRecommender model, int negatives, IntPredicate trained) {
        this.model = model;
        this.negatives = negatives;
        this.trained = trained;
    }

    /** What is known of a vector before its user has done anything: mean and variance of the trained ones. */
    private record Prior(double[] mean, double[] variance) {
        static Prior of(UserVectorRecommender model, IntPredicate trained) {
            double[] sum = new double[model.vectorLength()];
            double[] squares = new double[sum.length];
            int users = 0;
            for (int user = 0; user < model.users().size(); user++) {
                if (trained.test(user)) {
                    double[] vector = model.vector(user);
                    for (int k = 0; k < sum.length; k++) {
                        sum[k] += vector[k];
                        squares[k] += vector[k] * vector[k];
                    }
                    users++;
                }
            }
            for (int k = 0; k < sum.length; k++) {
                sum[k] /= Math.max(1, users);
                squares[k] = Math.max(LEAST_VARIANCE, squares[k] / Math.max(1, users) - sum[k] * sum[k]);
            }
            return new Prior(sum, squares);
        }
    }

    /** Worked out when first asked for: opening a model costs nothing. */
    private synchronized Prior prior() {
        if (known == null) {
            known = Prior.of(model, trained);
        }
        return known;
    }

    /** The vector fitted to a history, and how well the fit ended. */
    public QuasiNewton.Minimum fit(Query query) {
        Prior prior = prior();
        int[] chosen = positions(query).map(p -> query.history()[p]).toArray();
        if (chosen.length == 0) {
            return new QuasiNewton.Minimum(prior.mean().clone(), 0, 0, 0);
        }
        float[] weights = new float[chosen.length];
        int[] at = positions(query).toArray();
        for (int i = 0; i < at.length; i++) {
            weights[i] = query.weights()[at[i]];
        }
        DifferentiableFunction loss = model.lossOfUser(chosen, weights, others(query), negatives);
        return new QuasiNewton(TOLERANCE, MOST_STEPS).of(new Pulled(loss, prior), prior.mean(), prior.variance());
    }

    private static java.util.stream.IntStream positions(Query query) {
        return java.util.stream.IntStream.range(0, query.history().length).filter(p -> query.weights()[p] > 0);
    }

    private int[] others(Query query) {
        BitSet history = new BitSet();
        for (int item : query.history()) {
            history.set(item);
        }
        int[] unchosen = java.util.stream.IntStream.range(0, items().size())
                .filter(item -> !history.get(item))
                .toArray();
        if (unchosen.length == 0) {
            return query.history();
        }
        int room = Math.max(LEAST_OTHERS, PAIRS / Math.max(1, query.history().length));
        int count = Math.min(unchosen.length, Math.min(MOST_OTHERS, room));
        int[] spread = new int[count];
        Arrays.setAll(spread, i -> unchosen[(int) ((2L * i + 1) * unchosen.length / (2L * count))]);
        return spread;
    }

    /** The loss with the pull of the prior. */
    private record Pulled(DifferentiableFunction loss, Prior prior) implements DifferentiableFunction {
        @Override
        public int dimension() {
            return prior.mean().length;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double sum = loss.valueAndGradient(x, gradient);
            for (int k = 0; k < x.length; k++) {
                double away = x[k] - prior.mean()[k];
                sum += 0.5 * away * away / prior.variance()[k];
                gradient[k] += away / prior.variance()[k];
            }
            return sum;
        }
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        model.score(fit(query).point(), candidates, scores);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public IdIndex users() {
        return model.users();
    }

    @Override
    public IdIndex items() {
        return model.items();
    }
}
