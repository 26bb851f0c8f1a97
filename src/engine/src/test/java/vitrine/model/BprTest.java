package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.explain.TestIds;
import vitrine.explain.layer.LayerConductance;
import vitrine.network.Executor;
import vitrine.network.Parameters;
import vitrine.run.CancellationToken;
import vitrine.run.WrongUsageException;

class BprTest {
    private static final int USERS = 5;
    private static final int ITEMS = 7;
    private static final BprSettings SIZES = new BprSettings(6);
    private final Parameters parameters = Parameters.initial(Bpr.network(USERS, ITEMS, SIZES), 3);
    private final Bpr model = new Bpr(TestIds.of("u", USERS), TestIds.of("i", ITEMS), SIZES, parameters);

    @Test
    void the_score_is_an_inner_product_and_a_bias_in_the_fast_way_and_by_the_network() {
        Executor executor = new Executor(model.network(), parameters, 1);
        for (int user : new int[] {0, 4, Query.UNKNOWN_USER}) {
            int row = user == Query.UNKNOWN_USER ? USERS : user;
            double[] scores = new double[ITEMS];
            int[] items = IntStream.range(0, ITEMS).toArray();
            model.score(Query.of(user), items, scores);
            for (int item = 0; item < ITEMS; item++) {
                double expected = parameters.values("biases")[item];
                for (int f = 0; f < 6; f++) {
                    expected += (double) parameters.values("users")[row * 6 + f]
                            * parameters.values("items")[item * 6 + f];
                }
                assertEquals(expected, scores[item], 1e-6);
                model.place(executor, 0, Query.of(user), item);
                executor.forward(1);
                assertEquals(expected, executor.values("score")[0], 1e-6);
            }
        }
        assertFalse(model.readsHistory());
    }

    @Test
    void no_item_is_ahead_before_training_and_sizes_are_checked() {
        for (float bias : Bpr.initial(USERS, ITEMS, SIZES, 1).values("biases")) {
            assertEquals(0f, bias);
        }
        assertThrows(WrongUsageException.class, () -> new BprSettings(0));
        assertThrows(WrongUsageException.class, () -> new BprSettings(1025));
    }

    @Test
    void what_flows_through_the_match_is_the_scores_way_from_the_unknown_user() {
        for (int item = 0; item < ITEMS; item++) {
            double way = model.score(Query.of(2), item) - model.score(Query.of(Query.UNKNOWN_USER), item);
            Map<String, double[]> conductance =
                    LayerConductance.of(model, Query.of(2), item, 50, CancellationToken.NEVER);
            assertTrue(conductance.containsKey("match"), conductance.keySet()::toString);
            for (Map.Entry<String, double[]> layer : conductance.entrySet()) {
                assertEquals(way, DoubleStream.of(layer.getValue()).sum(), 1e-5, layer.getKey());
            }
        }
    }
}
