package vitrine.assess.faithfulness;

import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.explain.Explanation;
import vitrine.run.CancellationToken;

/**
 * Several explanations of one recommendation, and the control orders, under one removal test: same bins, same candidates,
 * same way of settling ties. For comparing methods; the evidence for one explanation is {@link FaithfulnessAssessor}'s.
 */
public final class OrderTests {
    /** Names of the control orders. */
    public static final String RANDOM = FaithfulnessMeasurement.RANDOM;

    public static final String COSINE = FaithfulnessMeasurement.COSINE;
    public static final String POPULARITY = FaithfulnessMeasurement.POPULARITY;

    private final RemovalTest test;
    private final RemovalOrders orders;

    /** @param seed of the random orders, and of how equal contributions are settled */
    public OrderTests(RemovalTest test, long seed) {
        this.test = test;
        this.orders = new RemovalOrders(test.removable(), seed);
    }

    /** Measures of the order an explanation puts the history in. */
    public RemovalScores of(Explanation explanation, CancellationToken cancellation) {
        double[] contribution = RemovalOrders.contributions(explanation);
        return test.run(orders.by(position -> contribution[position]), cancellation)
                .scores();
    }

    /**
     * Measures of the control orders by name.
     *
     * @param history the question's
     * @param randomOrders how many random orders the random control is the mean of
     */
    public SortedMap<String, RemovalScores> controls(
            int[] history,
            int item,
            ItemSimilarity similarity,
            ItemPopularity popularity,
            int randomOrders,
            CancellationToken cancellation) {
        SortedMap<String, RemovalScores> controls = new TreeMap<>();
        controls.put(
                COSINE,
                test.run(orders.by(p -> similarity.similarity(history[p], item)), cancellation)
                        .scores());
        controls.put(
                POPULARITY,
                test.run(orders.by(p -> popularity.popularity(history[p])), cancellation)
                        .scores());
        double[] sum = new double[5];
        for (int r = 0; r < randomOrders; r++) {
            RemovalScores one = test.run(orders.random(r), cancellation).scores();
            sum[0] += one.pos() / randomOrders;
            sum[1] += one.neg() / randomOrders;
            sum[2] += one.del() / randomOrders;
            sum[3] += one.ins() / randomOrders;
            sum[4] += one.cdcg() / randomOrders;
        }
        controls.put(RANDOM, new RemovalScores(sum[0], sum[1], sum[2], sum[3], sum[4]));
        return controls;
    }
}
