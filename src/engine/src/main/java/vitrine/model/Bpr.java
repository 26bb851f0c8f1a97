package vitrine.model;

import java.util.List;
import vitrine.data.IdIndex;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.kernel.Dots;

/**
 * Matrix factorisation taught to rank: with a vector p for each user and a vector q and a number b for each item,
 *
 * <pre>score = p q + b</pre>
 *
 * and the probability that a chosen item stands above another, {@code sigmoid(score - score')}, made large over pairs of a
 * chosen and a drawn item. The score is no log-odds: only differences between a user's items mean anything. It knows a user
 * by a number only and reads no history; another history is answered by {@link FoldIn}. When not to use it: where the order
 * or the moment of what was chosen matters, or on so little data that a linear model ranks as well ({@code itemknn}). Rendle, Freudenthaler, Gantner and Schmidt-Thieme, "BPR: Bayesian Personalized Ranking from
 * Implicit Feedback", UAI 2009.
 */
public final class Bpr implements NetworkRecommender, UserVectorRecommender {
    public static final String NAME = "bpr";
    private static final String USERS = "users";
    private static final String ITEMS = "items";
    private static final String BIASES = "biases";

    /** The last row of the users' table is the unknown user's. */
    public static Network network(int users, int items, BprSettings settings) {
        return new Network(List.of(
                new Layer.IdInput("user", 1),
                new Layer.IdInput("item", 1),
                new Layer.Embedding("user-vector", "user", USERS, users + 1, settings.factors()),
                new Layer.CandidateLogits("match", "item", "user-vector", ITEMS, items),
                new Layer.Embedding("item-bias", "item", BIASES, items, 1),
                new Layer.Sum("score", List.of("match", "item-bias"))));
    }

    private final IdIndex users;
    private final IdIndex items;
    private final BprSettings settings;
    private final Parameters parameters;
    private final Network network;

    /** @param parameters of {@link #network}; live while a model is being trained, else never changed */
    public Bpr(IdIndex users, IdIndex items, BprSettings settings, Parameters parameters) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.parameters = parameters;
        this.network = network(users.size(), items.size(), settings);
    }

    /** Before training: small vectors, no item ahead of another. */
    public static Parameters initial(int users, int items, BprSettings settings, long seed) {
        Parameters parameters = Parameters.initial(network(users, items, settings), seed);
        java.util.Arrays.fill(parameters.values(BIASES), 0f);
        return parameters;
    }

    @Override
    public void place(Inputs inputs, int example, Query query, int item) {
        inputs.ids("user")[example] = userRow(query.user());
        inputs.ids("item")[example] = item;
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        score(parameters.values(USERS), userRow(query.user()) * settings.factors(), candidates, scores);
    }

    private void score(float[] users, int from, int[] candidates, double[] scores) {
        int n = settings.factors();
        float[] item = parameters.values(ITEMS);
        float[] bias = parameters.values(BIASES);
        for (int i = 0; i < candidates.length; i++) {
            scores[i] = Dots.dot(users, from, item, candidates[i] * n, n) + bias[candidates[i]];
        }
    }

    @Override
    public int vectorLength() {
        return settings.factors();
    }

    @Override
    public double[] vector(int row) {
        return Rows.of(parameters.values(USERS), row, settings.factors());
    }

    @Override
    public void score(double[] vector, int[] candidates, double[] scores) {
        score(Rows.floats(vector, 0, vector.length), 0, candidates, scores);
    }

    /** The pairwise loss of the paper, each chosen item's a mean over the others. */
    @Override
    public DifferentiableFunction lossOfUser(int[] chosen, float[] weights, int[] others, int negatives) {
        return new BprUserLoss(itemRows(chosen), itemRows(others), biases(chosen), biases(others), weights);
    }

    private double[][] itemRows(int[] wanted) {
        float[] table = parameters.values(ITEMS);
        return java.util.Arrays.stream(wanted)
                .mapToObj(item -> Rows.of(table, item, settings.factors()))
                .toArray(double[][]::new);
    }

    private double[] biases(int[] wanted) {
        float[] biases = parameters.values(BIASES);
        return java.util.Arrays.stream(wanted).mapToDouble(item -> biases[item]).toArray();
    }

    @Override
    public Bpr with(Parameters other) {
        return new Bpr(users, items, settings, other);
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IdIndex users() {
        return users;
    }

    @Override
    public IdIndex items() {
        return items;
    }

    public BprSettings settings() {
        return settings;
    }
}
