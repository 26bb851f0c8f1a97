package vitrine.explain;

import java.util.ArrayList;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.run.SeededRandom;

/** score(y) = sum_h V(y, h) tanh(sum_i w_i A(i, h) + u P(h)), with u = 1 for a known user: smooth, far from linear. */
public final class CurvedTestModel implements DifferentiableRecommender {
    private static final int HIDDEN = 6;
    private final double[][] in;
    private final double[][] out;
    private final double[] user;

    public CurvedTestModel(int items, long seed) {
        SeededRandom random = new SeededRandom(seed);
        in = gaussian(random, items, .5);
        out = gaussian(random, items, 1);
        user = gaussian(random, 1, .5)[0];
    }

    private static double[][] gaussian(SeededRandom random, int rows, double scale) {
        double[][] values = new double[rows][HIDDEN];
        for (double[] row : values) {
            for (int h = 0; h < HIDDEN; h++) {
                row[h] = scale * random.nextGaussian();
            }
        }
        return values;
    }

    @Override
    public String name() {
        return "curved";
    }

    @Override
    public IdIndex users() {
        return TestIds.of("u", 1);
    }

    @Override
    public IdIndex items() {
        return TestIds.of("i", in.length);
    }

    private double[] hidden(int[] history, double[] x) {
        double[] z = new double[HIDDEN];
        for (int h = 0; h < HIDDEN; h++) {
            for (int i = 0; i < history.length; i++) {
                z[h] += x[i] * in[history[i]][h];
            }
            z[h] = Math.tanh(z[h] + x[history.length] * user[h]);
        }
        return z;
    }

    private static double[] coordinates(Query query) {
        int n = query.history().length;
        double[] x = new double[n + 1];
        for (int i = 0; i < n; i++) {
            x[i] = query.weights()[i];
        }
        x[n] = query.user() == Query.UNKNOWN_USER ? 0 : 1;
        return x;
    }

    private double dot(double[] hidden, int item) {
        double sum = 0;
        for (int h = 0; h < HIDDEN; h++) {
            sum += out[item][h] * hidden[h];
        }
        return sum;
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        double[] hidden = hidden(query.history(), coordinates(query));
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = dot(hidden, candidates[c]);
        }
    }

    @Override
    public PartedScore parted(Query query, int item) {
        int[] history = query.history();
        int n = history.length;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
        }
        parts.add(new Part(Part.Kind.USER, 0, n, n + 1));
        TestFunction function =
                new TestFunction(n + 1, x -> dot(hidden(history, x), item), x -> gradient(history, x, item));
        return new PartedScore(parts, function, coordinates(query), new double[n + 1]);
    }

    private double[] gradient(int[] history, double[] x, int item) {
        double[] hidden = hidden(history, x);
        double[] gradient = new double[x.length];
        for (int h = 0; h < HIDDEN; h++) {
            double slope = out[item][h] * (1 - hidden[h] * hidden[h]);
            for (int i = 0; i < history.length; i++) {
                gradient[i] += slope * in[history[i]][h];
            }
            gradient[history.length] += slope * user[h];
        }
        return gradient;
    }
}
