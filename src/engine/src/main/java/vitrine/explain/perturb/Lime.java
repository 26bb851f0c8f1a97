package vitrine.explain.perturb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vitrine.explain.Attribution;
import vitrine.explain.Explainer;
import vitrine.explain.Explanation;
import vitrine.explain.ExplanationRequest;
import vitrine.explain.MethodParameter;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/**
 * LIME: a ridge regression of the score on which parts are present, fitted to random masks, near ones first. The question
 * itself is the first mask; every other takes away a uniform number of parts, drawn without choice. With d the share
 * taken away, a mask weighs {@code exp(-d^2 / w^2)}; the intercept is free and not shrunk.
 *
 * <p>Unit: that of the score before squashing. Promises no sum. How much of the masks' scores the fit explains is its
 * {@code rSquared}: where that is low, the parts do not simply add up and the values say little. Cost: {@code masks}
 * scores and an {@code n x n} system. The answer depends on the width, for which there is no right value; where sizes
 * matter, {@link PermutationShapley} has no such knob. Source: Ribeiro, Singh and Guestrin, 2016.
 */
public final class Lime implements Explainer {
    public static final String NAME = "lime";
    /** Figure of an explanation: share of the weighted spread of the masks' scores that the fit explains. */
    public static final String R_SQUARED = "rSquared";

    public static final MethodParameter MASKS =
            MethodParameter.whole("masks", 1000, 10, 1_000_000, "random sets of present parts whose scores are fitted");
    public static final MethodParameter WIDTH = MethodParameter.number(
            "width", .5, .01, 100, "share of parts taken away at which a mask's weight has fallen to 1/e");
    public static final MethodParameter RIDGE = MethodParameter.number(
            "ridge", 1, 0, 1_000_000, "pull of the fitted values towards 0; 0 is ordinary least squares");

    /** @param rSquared empty where the score is the same for all masks */
    public record Fit(Attribution attribution, OptionalDouble rSquared) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public List<MethodParameter> parameters() {
        return List.of(MASKS, WIDTH, RIDGE);
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return Optional.empty();
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        QueryCoalition coalition = new QueryCoalition(model, request);
        Fit fit = attribute(
                coalition,
                request.whole(MASKS),
                request.value(WIDTH),
                request.value(RIDGE),
                request.seed(),
                context.cancellation());
        Attribution attribution = fit.attribution();
        TreeMap<String, Double> figures = new TreeMap<>();
        fit.rSquared().ifPresent(share -> figures.put(R_SQUARED, share));
        return new Explanation(
                NAME,
                request,
                coalition.contributions(attribution.values()),
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.empty(),
                figures);
    }

    /**
     * The algorithm on any coalition function: one value a part.
     *
     * @throws vitrine.run.CannotAnswerException when the ridge is 0 and the masks do not tell all parts apart
     */
    public static Fit attribute(
            CoalitionFunction function,
            int masks,
            double width,
            double ridge,
            long seed,
            CancellationToken cancellation) {
        int n = function.parts();
        double reference = function.value(new boolean[n]);
        boolean[][] present = masks(n, masks, SeededRandom.stream(seed, NAME, 0));
        double[] scores = new double[masks];
        double[] weights = new double[masks];
        for (int m = 0; m < masks; m++) {
            cancellation.throwIfCancelled();
            scores[m] = function.value(present[m]);
            double away = n == 0 ? 0 : 1 - (double) count(present[m]) / n;
            weights[m] = Math.exp(-away * away / (width * width));
        }
        if (Arrays.stream(scores).distinct().count() == 1) {
            return new Fit(new Attribution(new double[n], scores[0], reference), OptionalDouble.empty());
        }
        return fit(present, scores, weights, ridge, reference);
    }

    /** The first with all parts, each other with between 0 and n - 1 of them. */
    private static boolean[][] masks(int n, int masks, SeededRandom random) {
        boolean[][] present = new boolean[masks][n];
        Arrays.fill(present[0], true);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int m = 1; m < masks && n > 0; m++) {
            int kept = random.nextInt(n);
            random.shuffle(order);
            for (int i = 0; i < kept; i++) {
                present[m][order[i]] = true;
            }
        }
        return present;
    }

    private static int count(boolean[] present) {
        int count = 0;
        for (boolean one : present) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Around the weighted means, which takes the free intercept out of the system. */
    private static Fit fit(boolean[][] present, double[] scores, double[] weights, double ridge, double reference) {
        int n = present[0].length;
        double weight = Arrays.stream(weights).sum();
        double[] centre = new double[n];
        double mean = 0;
        for (int m = 0; m < scores.length; m++) {
            mean += weights[m] * scores[m] / weight;
            for (int i = 0; i < n; i++) {
                centre[i] += present[m][i] ? weights[m] / weight : 0;
            }
        }
        LeastSquares squares = new LeastSquares(n);
        double[][] rows = new double[scores.length][n];
        double spread = 0;
        for (int m = 0; m < scores.length; m++) {
            for (int i = 0; i < n; i++) {
                rows[m][i] = (present[m][i] ? 1 : 0) - centre[i];
            }
            double above = scores[m] - mean;
            spread += weights[m] * above * above;
            squares.add(rows[m], above, weights[m]);
        }
        double[] values = squares.solve(ridge);
        double missed = 0;
        for (int m = 0; m < scores.length; m++) {
            double error = scores[m] - mean;
            for (int i = 0; i < n; i++) {
                error -= values[i] * rows[m][i];
            }
            missed += weights[m] * error * error;
        }
        return new Fit(new Attribution(values, scores[0], reference), OptionalDouble.of(1 - missed / spread));
    }
}
