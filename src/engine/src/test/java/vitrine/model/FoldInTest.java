package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vitrine.explain.TestIds;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Parameters;
import vitrine.network.QuasiNewton;

class FoldInTest {
    private static final int USERS = 30;
    private static final int ITEMS = 40;
    private static final int NEGATIVES = 4;

    private static Bpr bpr() {
        BprSettings sizes = new BprSettings(6);
        Parameters p = wide(Parameters.initial(Bpr.network(USERS, ITEMS, sizes), 3));
        return new Bpr(TestIds.of("u", USERS), TestIds.of("i", ITEMS), sizes, p);
    }

    private static NeuMf neumf() {
        NeuMfSettings sizes = new NeuMfSettings(4, List.of(6, 5, 3));
        Parameters p = wide(Parameters.initial(NeuMf.network(USERS, ITEMS, sizes), 5));
        return new NeuMf(TestIds.of("u", USERS), TestIds.of("i", ITEMS), sizes, p);
    }

    /** Tables begin small; a trained model's are not. */
    private static Parameters wide(Parameters p) {
        for (String table : List.of("users", "items", "gmf.users", "gmf.items", "mlp.users", "mlp.items")) {
            if (p.tensors().containsKey(table)) {
                float[] values = p.values(table);
                for (int i = 0; i < values.length; i++) {
                    values[i] *= 20;
                }
            }
        }
        return p;
    }

    static List<UserVectorRecommender> models() {
        return List.of(bpr(), neumf());
    }

    private static int[] all() {
        return IntStream.range(0, ITEMS).toArray();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_trained_vector_scores_what_its_user_scores(UserVectorRecommender model) {
        double[] byVector = new double[ITEMS];
        double[] byUser = new double[ITEMS];
        for (int user = 0; user < USERS; user++) {
            model.score(model.vector(user), all(), byVector);
            model.score(Query.of(user), all(), byUser);
            assertArrayEquals(byUser, byVector);
        }
    }

    /** Against scores the model itself gives, and central differences. */
    @ParameterizedTest
    @MethodSource("models")
    void the_users_loss_is_that_of_the_models_scores(UserVectorRecommender model) {
        int[] chosen = {3, 8, 20};
        float[] weights = {1f, 0.25f, 0.5f};
        int[] others = {1, 2, 5, 30, 39};
        DifferentiableFunction loss = model instanceof NeuMf neumf
                ? new NeuMfUserLoss(neumf.settings(), neumf.parameters(), chosen, weights, others, NEGATIVES, 0)
                : model.lossOfUser(chosen, weights, others, NEGATIVES);
        double[] x = model.vector(7);
        double[] up = new double[3];
        double[] down = new double[5];
        model.score(x, chosen, up);
        model.score(x, others, down);
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            double mean = 0;
            for (double other : down) {
                mean += model instanceof Bpr
                        ? Math.log1p(Math.exp(other - up[i])) / 5
                        : NEGATIVES * Math.log1p(Math.exp(other)) / 5;
            }
            expected += weights[i] * (mean + (model instanceof Bpr ? 0 : Math.log1p(Math.exp(-up[i]))));
        }
        double[] gradient = new double[x.length];
        assertEquals(expected, loss.valueAndGradient(x, gradient), 1e-5 * expected);
        for (int k = 0; k < x.length; k++) {
            double h = 1e-6;
            double at = x[k];
            x[k] = at + h;
            double above = loss.value(x);
            x[k] = at - h;
            double below = loss.value(x);
            x[k] = at;
            assertEquals((above - below) / (2 * h), gradient[k], 1e-6);
        }
    }

    /** More items than go through the layers at once, and a last block that is not full. */
    @Test
    void the_loss_of_a_long_history_is_that_of_the_models_scores() {
        int items = 201;
        NeuMfSettings sizes = new NeuMfSettings(4, List.of(6, 5, 3));
        Parameters p = wide(Parameters.initial(NeuMf.network(USERS, items, sizes), 5));
        NeuMf model = new NeuMf(TestIds.of("u", USERS), TestIds.of("i", items), sizes, p);
        int[] chosen = IntStream.range(0, 90).toArray();
        int[] others = IntStream.range(90, items).toArray();
        float[] weights = new float[chosen.length];
        java.util.Arrays.fill(weights, 0.5f);
        double[] x = model.vector(7);
        double[] up = new double[chosen.length];
        double[] down = new double[others.length];
        model.score(x, chosen, up);
        model.score(x, others, down);
        double expected = 0;
        for (double score : up) {
            expected += 0.5 * Math.log1p(Math.exp(-score));
        }
        for (double score : down) {
            expected += 0.5 * chosen.length * NEGATIVES * Math.log1p(Math.exp(score)) / others.length;
        }
        assertEquals(
                expected, new NeuMfUserLoss(sizes, p, chosen, weights, others, NEGATIVES, 0).value(x), 1e-5 * expected);
        DifferentiableFunction loss = model.lossOfUser(chosen, weights, others, NEGATIVES);
        double[] gradient = new double[x.length];
        loss.valueAndGradient(x, gradient);
        for (int k = 0; k < x.length; k++) {
            double h = 1e-5;
            double at = x[k];
            x[k] = at + h;
            double above = loss.value(x);
            x[k] = at - h;
            double below = loss.value(x);
            x[k] = at;
            assertEquals((above - below) / (2 * h), gradient[k], 1e-3);
        }
    }

    @Test
    void rounded_corners_change_the_loss_a_little_and_have_a_gradient_everywhere() {
        NeuMf model = neumf();
        int[] chosen = {3, 8, 20};
        int[] others = {1, 2, 5, 30, 39};
        float[] ones = {1f, 1f, 1f};
        double[] x = model.vector(7);
        double exact = new NeuMfUserLoss(model.settings(), model.parameters(), chosen, ones, others, 1, 0).value(x);
        DifferentiableFunction loss = model.lossOfUser(chosen, ones, others, 1);
        double[] gradient = new double[x.length];
        assertEquals(exact, loss.valueAndGradient(x, gradient), 0.2);
        for (int k = 0; k < x.length; k++) {
            double h = 1e-6;
            double at = x[k];
            x[k] = at + h;
            double above = loss.value(x);
            x[k] = at - h;
            double below = loss.value(x);
            x[k] = at;
            assertEquals((above - below) / (2 * h), gradient[k], 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_fit_ends_where_the_gradient_is_nothing_and_is_the_same_every_time(UserVectorRecommender model) {
        FoldIn foldIn = new FoldIn(model, NEGATIVES, user -> true);
        Query query = Query.of(Query.UNKNOWN_USER, 3, 8, 20, 11, 4);
        QuasiNewton.Minimum fit = foldIn.fit(query);
        assertTrue(fit.gradientNorm() <= 1e-6, fit::toString);
        assertArrayEquals(
                fit.point(),
                new FoldIn(model, NEGATIVES, user -> true).fit(query).point());
        assertArrayEquals(fit.point(), foldIn.fit(query.withUser(2)).point(), "the user's number is not read");
    }

    @ParameterizedTest
    @MethodSource("models")
    void chosen_items_rise_above_what_the_mean_user_gives_them(UserVectorRecommender model) {
        FoldIn foldIn = new FoldIn(model, NEGATIVES, user -> true);
        int[] history = {3, 8, 20};
        double[] without = new double[3];
        double[] with = new double[3];
        foldIn.score(Query.of(Query.UNKNOWN_USER), history, without);
        foldIn.score(Query.of(Query.UNKNOWN_USER, history), history, with);
        assertTrue(IntStream.range(0, 3).mapToDouble(i -> with[i] - without[i]).sum() > 0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_weight_going_to_nothing_leaves_nothing_behind(UserVectorRecommender model) {
        FoldIn foldIn = new FoldIn(model, NEGATIVES, user -> true);
        Query query = Query.of(Query.UNKNOWN_USER, 3, 8, 20);
        double[] masked = foldIn.fit(query.withWeight(1, 0f)).point();
        double[] faint = foldIn.fit(query.withWeight(1, 1e-6f)).point();
        assertArrayEquals(masked, faint, 1e-4);
    }

    /** The order in which things were chosen is nothing to a factorisation. */
    @Test
    void another_order_is_the_same_person() {
        FoldIn foldIn = new FoldIn(bpr(), 1, user -> true);
        assertArrayEquals(
                foldIn.fit(Query.of(Query.UNKNOWN_USER, 3, 8, 20)).point(),
                foldIn.fit(Query.of(Query.UNKNOWN_USER, 20, 3, 8)).point(),
                1e-5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void who_has_everything_or_nothing_gets_an_answer(UserVectorRecommender model) {
        FoldIn foldIn = new FoldIn(model, NEGATIVES, user -> true);
        double[] scores = new double[ITEMS];
        foldIn.score(Query.of(Query.UNKNOWN_USER, all()), all(), scores);
        assertTrue(IntStream.range(0, ITEMS).allMatch(i -> Double.isFinite(scores[i])));
        double[] mean = foldIn.fit(Query.of(Query.UNKNOWN_USER)).point();
        double[] expected = new double[mean.length];
        for (int user = 0; user < USERS; user++) {
            for (int k = 0; k < mean.length; k++) {
                expected[k] += model.vector(user)[k] / USERS;
            }
        }
        assertArrayEquals(expected, mean, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("models")
    void users_the_training_did_not_know_say_nothing_of_the_others(UserVectorRecommender model) {
        Query nobody = Query.of(Query.UNKNOWN_USER);
        assertArrayEquals(
                model.vector(4),
                new FoldIn(model, NEGATIVES, user -> user == 4).fit(nobody).point());
        double[] none = new FoldIn(model, NEGATIVES, user -> false).fit(nobody).point();
        assertArrayEquals(new double[model.vectorLength()], none);
    }
}
