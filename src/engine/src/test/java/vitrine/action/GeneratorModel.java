package vitrine.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.network.DifferentiableFunction;

/**
 * The showcase's generator as a recommender: the logarithm of how likely the next purchase is this item. With w_a the weight
 * of a trigger among the user's last ten distinct items (0 when it is not), the consequence b of a rule is due with
 *
 * <pre>score(b) = log(1e-6 + .1 w_a)    of a conjunction: log(1e-6 + .1 w_a w_a')</pre>
 *
 * (a firing of .9, spread over nine visits), in its segment only; an item that an inhibitor ends keeps {@code 1 - .9 w_a} of its
 * likelihood; everything else is constant. What an exact method says of it must be the planted cause: a test of explainers in
 * which no model's learning stands in between.
 */
final class GeneratorModel implements DifferentiableRecommender {
    private static final double NEVER = 1e-6;
    private static final double DUE = .1;
    private static final double ENDED = .9;
    private static final int WINDOW = 10;

    private final IdIndex users;
    private final IdIndex items;
    private final String[] segments;
    private final Map<Integer, PlantedShop.Rule> byTarget = new HashMap<>();

    GeneratorModel(PlantedShop shop, List<String> userIds) throws IOException {
        users = IdIndex.of(userIds);
        items = IdIndex.of(shop.items());
        segments = userIds.stream().map(shop::segment).toArray(String[]::new);
        shop.rules().forEach(rule -> byTarget.put(items.indexOf(rule.target()), rule));
    }

    @Override
    public String name() {
        return "generator";
    }

    @Override
    public IdIndex users() {
        return users;
    }

    @Override
    public IdIndex items() {
        return items;
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        double[] weights = new double[query.history().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = query.weights()[i];
        }
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = new Intensity(query, candidates[c]).value(weights);
        }
    }

    /** Coordinates: the history's weights. Who the user is stays as it is: segments are not what is explained. */
    @Override
    public PartedScore parted(Query query, int item) {
        int n = query.history().length;
        List<Part> parts = new ArrayList<>();
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
            point[i] = query.weights()[i];
        }
        return new PartedScore(parts, new Intensity(query, item), point, new double[n]);
    }

    @Override
    public Query reference(Query query) {
        return query.withWeights(new float[query.history().length]);
    }

    @Override
    public boolean isPresent(Query query, int item, Part.Kind kind, int index) {
        return kind == Part.Kind.HISTORY && query.weights()[index] > 0;
    }

    private final class Intensity implements DifferentiableFunction {
        private final int n;
        private final double base;
        private final double change;
        /** Places of the triggers; empty where no rule applies. */
        private final int[] triggers;

        Intensity(Query query, int item) {
            n = query.history().length;
            PlantedShop.Rule rule = byTarget.get(item);
            boolean applies = rule != null
                    && query.user() != Query.UNKNOWN_USER
                    && (rule.segment().isEmpty() || rule.segment().equals(segments[query.user()]));
            boolean inhibits = rule != null && rule.kind().equals("inhibitor");
            base = rule == null || inhibits ? .25 / items.size() : NEVER;
            change = inhibits ? -ENDED * base : DUE;
            triggers = applies ? triggers(query, rule) : new int[0];
        }

        private int[] triggers(Query query, PlantedShop.Rule rule) {
            int first = place(query, rule.first());
            if (rule.second().isEmpty()) {
                return first >= n - WINDOW && first >= 0 ? new int[] {first} : new int[0];
            }
            int second = place(query, rule.second());
            boolean due = first >= 0 && second >= 0 && Math.max(first, second) >= n - WINDOW;
            return due ? new int[] {first, second} : new int[0];
        }

        private int place(Query query, String item) {
            int number = items.indexOf(item);
            for (int i = 0; i < n; i++) {
                if (query.history()[i] == number) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public double value(double[] x) {
            return Math.log(intensity(x));
        }

        private double intensity(double[] x) {
            if (triggers.length == 0) {
                return base;
            }
            double product = change;
            for (int trigger : triggers) {
                product *= x[trigger];
            }
            return base + product;
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double intensity = intensity(x);
            java.util.Arrays.fill(gradient, 0);
            for (int trigger : triggers) {
                double others = change;
                for (int other : triggers) {
                    others *= other == trigger ? 1 : x[other];
                }
                gradient[trigger] = others / intensity;
            }
            return Math.log(intensity);
        }
    }
}
