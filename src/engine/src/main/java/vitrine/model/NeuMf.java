package vitrine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vitrine.data.IdIndex;
import vitrine.network.Activation;
import vitrine.network.DifferentiableFunction;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * Neural matrix factorisation: two opinions on a user and an item, weighed against each other. One multiplies their factors
 * one by one, as a factorisation does; the other sends their vectors through a perceptron. With vectors p, q of the first
 * and u, v of the second, and [ ; ] for side by side,
 *
 * <pre>score = w' [p * q ; relu(W_n ... relu(W_1 [u ; v] + b_1) ... + b_n)] + b</pre>
 *
 * before the sigmoid. It knows a user by a number only and reads no history; another history is answered by {@link FoldIn}.
 * When not to use it: where the order or the moment of what was chosen matters ({@link Cnn}), or on small data, where a
 * linear model ranks as well ({@code itemknn}). He and others, "Neural Collaborative Filtering", WWW 2017.
 */
public final class NeuMf implements NetworkRecommender, LogitRecommender, UserVectorRecommender {
    public static final String NAME = "neumf";
    private static final double ROUNDED_CORNERS = 0.1;

    /** The last row of the users' tables is the unknown user's. */
    public static Network network(int users, int items, NeuMfSettings settings) {
        List<Layer> layers = new ArrayList<>(inputs());
        String factors = addFactorisation(layers, users, items, settings);
        String perceptron = addPerceptron(layers, users, items, settings);
        layers.add(new Layer.Concatenate("neumf", List.of(factors, perceptron)));
        layers.add(output("neumf"));
        return new Network(layers);
    }

    static List<Layer> inputs() {
        return List.of(new Layer.IdInput("user", 1), new Layer.IdInput("item", 1));
    }

    /** @return name of the last layer added */
    static String addFactorisation(List<Layer> layers, int users, int items, NeuMfSettings settings) {
        layers.add(new Layer.Embedding("user-factors", "user", "gmf.users", users + 1, settings.factors()));
        layers.add(new Layer.Embedding("item-factors", "item", "gmf.items", items, settings.factors()));
        layers.add(new Layer.Product("gmf", "user-factors", "item-factors"));
        return "gmf";
    }

    /** @return name of the last layer added */
    static String addPerceptron(List<Layer> layers, int users, int items, NeuMfSettings settings) {
        layers.add(new Layer.Embedding("user-vector", "user", "mlp.users", users + 1, settings.width()));
        layers.add(new Layer.Embedding("item-vector", "item", "mlp.items", items, settings.width()));
        layers.add(new Layer.Concatenate("pair", List.of("user-vector", "item-vector")));
        String below = "pair";
        int number = 0;
        for (int units : settings.layers()) {
            String name = "mlp" + ++number;
            layers.add(new Layer.Dense(name, below, units, Activation.RELU));
            below = name;
        }
        return below;
    }

    static Layer output(String below) {
        return new Layer.Dense("score", below, 1, Activation.IDENTITY);
    }

    private final IdIndex users;
    private final IdIndex items;
    private final NeuMfSettings settings;
    private final Parameters parameters;
    private final Network network;
    private volatile @Nullable NeuMfRanking ranking;

    /** @param parameters of {@link #network}; live while a model is being trained, else never changed */
    public NeuMf(IdIndex users, IdIndex items, NeuMfSettings settings, Parameters parameters) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.parameters = parameters;
        this.network = network(users.size(), items.size(), settings);
    }

    @Override
    public void place(Inputs inputs, int example, Query query, int item) {
        inputs.ids("user")[example] = userRow(query.user());
        inputs.ids("item")[example] = item;
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        ranking().score(userRow(query.user()), candidates, scores);
    }

    private NeuMfRanking ranking() {
        NeuMfRanking ready = ranking;
        return ready == null ? newRanking() : ready;
    }

    /** Threads that ask at once wait for one to work it out. */
    private synchronized NeuMfRanking newRanking() {
        NeuMfRanking ready = ranking;
        if (ready == null) {
            ready = new NeuMfRanking(settings, parameters);
            ranking = ready;
        }
        return ready;
    }

    /** Factors, then the perceptron's vector. */
    @Override
    public int vectorLength() {
        return settings.factors() + settings.width();
    }

    @Override
    public double[] vector(int row) {
        return Rows.joined(
                Rows.of(parameters.values("gmf.users"), row, settings.factors()),
                Rows.of(parameters.values("mlp.users"), row, settings.width()));
    }

    @Override
    public void score(double[] vector, int[] candidates, double[] scores) {
        float[] factors = Rows.floats(vector, 0, settings.factors());
        float[] perceptron = Rows.floats(vector, settings.factors(), vector.length);
        ranking().score(factors, perceptron, candidates, scores);
    }

    /**
     * Binary cross-entropy; so many negatives for each chosen item as in training, their loss a mean over the others. The
     * rectifiers' corners are rounded.
     */
    @Override
    public DifferentiableFunction lossOfUser(int[] chosen, float[] weights, int[] others, int negatives) {
        return new NeuMfUserLoss(settings, parameters, chosen, weights, others, negatives, ROUNDED_CORNERS);
    }

    @Override
    public void parametersChanged() {
        ranking = null;
    }

    @Override
    public NeuMf with(Parameters other) {
        return new NeuMf(users, items, settings, other);
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

    public NeuMfSettings settings() {
        return settings;
    }
}
