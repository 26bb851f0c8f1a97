package vitrine.assess.faithfulness;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import vitrine.explain.Explanation;
import vitrine.run.JobContext;
import vitrine.run.Workers;

/**
 * Runs the removal test on an explanation's order and on the control orders. An order is one block of work, results are
 * reduced in order of their numbers: the same numbers for any count of threads.
 */
final class FaithfulnessMeasurement {
    static final String RANDOM = "random";
    static final String COSINE = "cosine";
    static final String POPULARITY = "popularity";
    static final String GREEDY = "greedy";

    private final ItemSimilarity similarity;
    private final ItemPopularity popularity;
    private final FaithfulnessOptions options;

    FaithfulnessMeasurement(ItemSimilarity similarity, ItemPopularity popularity, FaithfulnessOptions options) {
        this.similarity = similarity;
        this.popularity = popularity;
        this.options = options;
    }

    /** @param infidelity measured by the caller, carried along */
    Faithfulness measure(RemovalTest test, Explanation explanation, OptionalDouble infidelity, JobContext context) {
        List<String> named = List.of(COSINE, POPULARITY, GREEDY);
        int[][] orders = orders(test, explanation, context);
        int firstRandom = 1 + named.size();
        int ranked = firstRandom + options.rankedRandomOrders();
        RemovalOutcome[] outcomes = new RemovalOutcome[ranked];
        RemovalCurve[] curves = new RemovalCurve[orders.length];
        try (Workers workers = new Workers(context.threads())) {
            workers.forEach(orders.length, (block, worker) -> {
                if (block < ranked) {
                    outcomes[block] = test.run(orders[block], context.cancellation());
                    curves[block] = outcomes[block].curve();
                } else {
                    curves[block] = test.curve(orders[block], context.cancellation());
                }
            });
        }
        SortedMap<String, RemovalScores> controls = new TreeMap<>();
        SortedMap<String, RemovalCurve> controlCurves = new TreeMap<>();
        for (int i = 0; i < named.size(); i++) {
            controls.put(named.get(i), outcomes[1 + i].scores());
            controlCurves.put(named.get(i), curves[1 + i]);
        }
        RemovalCurve[] random = Arrays.copyOfRange(curves, firstRandom, curves.length);
        RemovalCurve meanCurve = meanOf(random);
        controls.put(RANDOM, randomScores(Arrays.copyOfRange(outcomes, firstRandom, ranked), meanCurve));
        controlCurves.put(RANDOM, meanCurve);
        double[] randomF =
                Arrays.stream(random).mapToDouble(FaithfulnessMeasurement::f).toArray();
        return new Faithfulness(
                test.k(),
                test.removable().length,
                outcomes[0].scores(),
                curves[0],
                controls,
                controlCurves,
                quantile(random, 5),
                quantile(random, 95),
                VerdictRule.pValue(outcomes[0].scores().f(), randomF),
                random.length,
                options.seed(),
                infidelity,
                OptionalDouble.empty(),
                NotTested.codes(explanation));
    }

    /** The explanation's own order, then cosine, popularity, greedy, then the random ones. */
    private int[][] orders(RemovalTest test, Explanation explanation, JobContext context) {
        int[] history = explanation.request().query().history();
        int item = explanation.request().item();
        double[] contribution = RemovalOrders.contributions(explanation);
        RemovalOrders by = new RemovalOrders(test.removable(), options.seed());
        int[][] orders = new int[4 + options.randomOrders()][];
        orders[0] = by.by(position -> contribution[position]);
        orders[1] = by.by(position -> similarity.similarity(history[position], item));
        orders[2] = by.by(position -> popularity.popularity(history[position]));
        orders[3] = GreedyDeletion.order(test, context.cancellation());
        for (int r = 0; r < options.randomOrders(); r++) {
            orders[4 + r] = by.random(r);
        }
        return orders;
    }

    private static double f(RemovalCurve curve) {
        return RemovalTest.mean(curve.insertion()) - RemovalTest.mean(curve.deletion());
    }

    /** DEL and INS over all random orders, the ranking measures over those that were ranked. */
    private static RemovalScores randomScores(RemovalOutcome[] ranked, RemovalCurve mean) {
        double pos = 0;
        double neg = 0;
        double cdcg = 0;
        for (RemovalOutcome outcome : ranked) {
            pos += outcome.scores().pos() / ranked.length;
            neg += outcome.scores().neg() / ranked.length;
            cdcg += outcome.scores().cdcg() / ranked.length;
        }
        return new RemovalScores(pos, neg, RemovalTest.mean(mean.deletion()), RemovalTest.mean(mean.insertion()), cdcg);
    }

    private static RemovalCurve meanOf(RemovalCurve[] curves) {
        int points = curves[0].share().length;
        double[] deletion = new double[points];
        double[] insertion = new double[points];
        for (RemovalCurve curve : curves) {
            for (int i = 0; i < points; i++) {
                deletion[i] += curve.deletion()[i] / curves.length;
                insertion[i] += curve.insertion()[i] / curves.length;
            }
        }
        return new RemovalCurve(curves[0].share(), deletion, insertion);
    }

    /** Of the deletion curves, one value a step, interpolated between neighbours. */
    private static double[] quantile(RemovalCurve[] curves, double percent) {
        Percentile percentile = new Percentile(percent).withEstimationType(Percentile.EstimationType.R_7);
        double[] result = new double[curves[0].share().length];
        for (int step = 0; step < result.length; step++) {
            int at = step;
            result[step] = percentile.evaluate(Arrays.stream(curves)
                    .mapToDouble(curve -> curve.deletion()[at])
                    .toArray());
        }
        return result;
    }
}
