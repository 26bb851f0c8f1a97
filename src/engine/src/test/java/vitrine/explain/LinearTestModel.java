package vitrine.explain;

import java.util.ArrayList;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.model.LinearRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.network.DifferentiableFunction;
import vitrine.run.SeededRandom;

/** score(y) = bias(y) + userEffect (when the user is known) + sum of w_i B(i, y). */
public final class LinearTestModel implements LinearRecommender {
    private final double[][] weights;
    private final double[] bias;
    private final double userEffect;

    public LinearTestModel(double[][] weights, double[] bias, double userEffect) {
        this.weights = weights;
        this.bias = bias;
        this.userEffect = userEffect;
    }

    public static LinearTestModel random(int items, double userEffect, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] weights = new double[items][items];
        for (double[] row : weights) {
            for (int i = 0; i < items; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return new LinearTestModel(weights, new double[items], userEffect);
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public IdIndex users() {
        return TestIds.of("u", 1);
    }

    @Override
    public IdIndex items() {
        return TestIds.of("i", weights.length);
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = bias[candidates[c]] + (query.user() == Query.UNKNOWN_USER ? 0 : userEffect);
            for (double part : exactContributions(query, candidates[c])) {
                scores[c] += part;
            }
        }
    }

    @Override
    public double slope(int historyItem, int item) {
        return weights[historyItem][item];
    }

    @Override
    public PartedScore parted(Query query, int item) {
        int n = query.history().length;
        List<Part> parts = new ArrayList<>();
        double[] point = new double[n + 1];
        for (int i = 0; i < n; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
            point[i] = query.weights()[i];
        }
        parts.add(new Part(Part.Kind.USER, 0, n, n + 1));
        point[n] = query.user() == Query.UNKNOWN_USER ? 0 : 1;
        double[] slope = new double[n + 1];
        for (int i = 0; i < n; i++) {
            slope[i] = weights[query.history()[i]][item];
        }
        slope[n] = userEffect;
        DifferentiableFunction function = new TestFunction(
                n + 1,
                x -> {
                    double sum = bias[item];
                    for (int i = 0; i <= n; i++) {
                        sum += x[i] * slope[i];
                    }
                    return sum;
                },
                x -> slope);
        return new PartedScore(parts, function, point, new double[n + 1]);
    }
}
