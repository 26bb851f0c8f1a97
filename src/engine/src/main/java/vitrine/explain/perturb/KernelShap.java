package vitrine.explain.perturb;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.util.CombinatoricsUtils;
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
 * KernelSHAP: Shapley values as the weighted least squares fit of a sum of parts to the scores of coalitions, exact at
 * both ends (nothing present, everything present). With n parts, a coalition of s weighs
 *
 * <pre>(n - 1) / (C(n, s) s (n - s)),  0 &lt; s &lt; n</pre>
 *
 * <p>Sizes are asked completely from the outside in (1 and n - 1, 2 and n - 2, ...) as long as the budget lasts; what
 * is left of the budget is drawn from the sizes that remain, each draw with its complement. When all sizes fit, n up to 11
 * with the default budget, the answer is that of {@link ExactShapley}.
 *
 * <p>Unit: that of the score before squashing. The sum is score minus reference score. Cost: {@code coalitions} scores
 * (never fewer than four a part) and an {@code n x n} system. Sampled values are consistent, not unbiased, and carry no
 * standard error: {@link PermutationShapley} has one. Sources: Lundberg and Lee, 2017; pairs: Covert and Lee, 2021.
 */
public final class KernelShap implements Explainer {
    public static final String NAME = "kernel-shap";
    /** Figure of an explanation: how many coalitions were asked. */
    public static final String ASKED = "coalitions";

    public static final MethodParameter COALITIONS =
            MethodParameter.whole("coalitions", 2048, 16, 1_000_000, "sets of present parts whose scores are asked");

    /** @param asked number of coalitions asked, the two ends aside */
    public record Fit(Attribution attribution, int asked) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public List<MethodParameter> parameters() {
        return List.of(COALITIONS);
    }

    @Override
    public Optional<String> objection(Recommender model) {
        return Optional.empty();
    }

    @Override
    public Explanation explain(Recommender model, ExplanationRequest request, JobContext context) {
        QueryCoalition coalition = new QueryCoalition(model, request);
        Fit fit = attribute(coalition, request.whole(COALITIONS), request.seed(), context.cancellation());
        Attribution attribution = fit.attribution();
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put(ASKED, (double) fit.asked());
        return new Explanation(
                NAME,
                request,
                coalition.contributions(attribution.values()),
                attribution.score(),
                attribution.referenceScore(),
                OptionalDouble.of(attribution.convergenceDelta()),
                figures);
    }

    /** The algorithm on any coalition function: one value a part. */
    public static Fit attribute(CoalitionFunction function, int coalitions, long seed, CancellationToken cancellation) {
        int n = function.parts();
        boolean[] present = new boolean[n];
        double reference = function.value(present);
        Arrays.fill(present, true);
        double score = function.value(present);
        if (n < 2) {
            double[] all = new double[n];
            Arrays.fill(all, score - reference);
            return new Fit(new Attribution(all, score, reference), 0);
        }
        Regression regression = new Regression(function, reference, score, cancellation);
        int left = coalitions;
        int size = 1;
        while (2 * size <= n && (size == 1 || sets(n, size) <= left)) {
            left -= (int) sets(n, size);
            regression.addAll(size);
            size++;
        }
        if (2 * size <= n) {
            regression.addDrawn(size, Math.max(n, left / 2), SeededRandom.stream(seed, NAME, 0));
        }
        return new Fit(new Attribution(regression.solve(), score, reference), regression.asked);
    }

    /** How many coalitions have {@code size} parts or all but {@code size}. */
    private static double sets(int n, int size) {
        return CombinatoricsUtils.binomialCoefficientDouble(n, size) * (2 * size == n ? 1 : 2);
    }

    /** What all coalitions of a size weigh together. */
    private static double mass(int n, int size) {
        return (n - 1.0) / ((double) size * (n - size));
    }

    /**
     * The last part's value is the score difference less all others, which holds the full end; the others are fitted to
     * {@code f(S) - f(empty) - [last in S] (f(all) - f(empty))} by {@code [i in S] - [last in S]}.
     */
    private static final class Regression {
        private final CoalitionFunction function;
        private final double reference;
        private final double difference;
        private final CancellationToken cancellation;
        private final int n;
        private final LeastSquares squares;
        private int asked;

        Regression(CoalitionFunction function, double reference, double score, CancellationToken cancellation) {
            this.function = function;
            this.reference = reference;
            this.difference = score - reference;
            this.cancellation = cancellation;
            this.n = function.parts();
            this.squares = new LeastSquares(n - 1);
        }

        /** All coalitions of {@code size} parts and of all but {@code size}. */
        void addAll(int size) {
            double weight = mass(n, size) / CombinatoricsUtils.binomialCoefficientDouble(n, size);
            Iterator<int[]> sets = CombinatoricsUtils.combinationsIterator(n, size);
            while (sets.hasNext()) {
                boolean[] present = new boolean[n];
                for (int part : sets.next()) {
                    present[part] = true;
                }
                add(present, weight);
                if (2 * size != n) {
                    add(complement(present), weight);
                }
            }
        }

        /** Coalitions of sizes from {@code smallest} to {@code n - smallest}, drawn by their weight. */
        void addDrawn(int smallest, int pairs, SeededRandom random) {
            double all = 0;
            for (int size = smallest; size <= n - smallest; size++) {
                all += mass(n, size);
            }
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            for (int pair = 0; pair < pairs; pair++) {
                double at = random.nextDouble() * all;
                int size = smallest;
                while (size < n - smallest && at >= mass(n, size)) {
                    at -= mass(n, size);
                    size++;
                }
                random.shuffle(order);
                boolean[] present = new boolean[n];
                for (int i = 0; i < size; i++) {
                    present[order[i]] = true;
                }
                add(present, all / (2.0 * pairs));
                add(complement(present), all / (2.0 * pairs));
            }
        }

        private static boolean[] complement(boolean[] present) {
            boolean[] other = new boolean[present.length];
            for (int i = 0; i < present.length; i++) {
                other[i] = !present[i];
            }
            return other;
        }

        private void add(boolean[] present, double weight) {
            cancellation.throwIfCancelled();
            asked++;
            double last = present[n - 1] ? 1 : 0;
            double[] row = new double[n - 1];
            for (int i = 0; i < row.length; i++) {
                row[i] = (present[i] ? 1 : 0) - last;
            }
            squares.add(row, function.value(present) - reference - last * difference, weight);
        }

        double[] solve() {
            double[] values = Arrays.copyOf(squares.solve(0), n);
            double rest = difference;
            for (int i = 0; i < n - 1; i++) {
                rest -= values[i];
            }
            values[n - 1] = rest;
            return values;
        }
    }
}
