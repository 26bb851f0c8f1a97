package vitrine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.network.Activation;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Loss;
import vitrine.network.MultinomialLikelihood;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * Mult-VAE: a variational autoencoder squeezes what a user chose into a short code and unfolds the code into a preference
 * for every item. With the history's weights w over items and their table T,
 *
 * <pre>
 * x = w / |w|    t = tanh(x T + b)    code = M t + m    s = D tanh(E code + e) + d
 * </pre>
 *
 * Learning drops half of x, draws the code around that mean with a variance of its own, and raises the multinomial
 * likelihood of all the user's items, less beta times the code's divergence from a standard normal. Scores are the logits of
 * that likelihood, at the mean code. The order of the history does not matter, all of it is read, and weight 0 leaves an
 * item out. Since the weights are brought to length 1, halving all of them changes nothing; along an explanation's path the
 * length is held at that of the question.
 *
 * <p>When not to use it: where order counts ({@link Gru}), for catalogues of very many items (two tables of {@code items x
 * hidden}), or where {@code ease}, whose explanations are exact, ranks as well. Liang and others, "Variational Autoencoders
 * for Collaborative Filtering", WWW 2018.
 */
public final class MultVae implements CatalogueRecommender {
    public static final String NAME = "multvae";

    /** Network input: the history's items, of the slots of {@link CatalogueRecommender#WEIGHTS}. */
    public static final String ITEMS = "items";

    /** Share of a history left out while learning; the paper's. */
    private static final double DROPOUT = 0.5;

    private static final String MEAN = "mean";
    private static final String LOG_VARIANCE = "log-variance";

    private final IdIndex users;
    private final IdIndex items;
    private final MultVaeSettings settings;
    private final Parameters parameters;

    /** @param parameters of {@link #network}; live while a model is being trained, else never changed */
    public MultVae(IdIndex users, IdIndex items, MultVaeSettings settings, Parameters parameters) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.parameters = parameters;
    }

    /** @param history longest; the first slot is always empty: that of the user, who is not read */
    public static Network network(int items, MultVaeSettings settings, int history) {
        return network(items, settings, history, true);
    }

    private static Network network(int items, MultVaeSettings settings, int history, boolean normalised) {
        int slots = 1 + history;
        List<Layer> layers =
                new ArrayList<>(List.of(new Layer.IdInput(ITEMS, slots), new Layer.ValueInput(WEIGHTS, slots, 1)));
        String read = WEIGHTS;
        if (normalised) {
            layers.add(new Layer.L2Normalise("unit", WEIGHTS));
            read = "unit";
        }
        layers.addAll(List.of(
                new Layer.Dropout("kept", read, DROPOUT),
                new Layer.EmbeddingBag(
                        "history", ITEMS, "kept", "history", items, settings.hidden(), Layer.EmbeddingBag.Pooling.SUM),
                new Layer.Bias("shifted", "history"),
                new Layer.Activate("encoder", "shifted", Activation.TANH),
                new Layer.Dense(MEAN, "encoder", settings.latent(), Activation.IDENTITY),
                new Layer.Dense(LOG_VARIANCE, "encoder", settings.latent(), Activation.IDENTITY),
                new Layer.GaussianSample("code", MEAN, LOG_VARIANCE),
                new Layer.Dense("decoder", "code", settings.hidden(), Activation.TANH),
                new Layer.Dense("logits", "decoder", items, Activation.IDENTITY)));
        return new Network(layers);
    }

    /** What it is taught by, over {@link #network}. */
    public static Loss loss(double beta) {
        return new MultinomialLikelihood(ITEMS, WEIGHTS, MEAN, LOG_VARIANCE, beta);
    }

    @Override
    public Network answering(int history, int candidates) {
        return network(items.size(), settings, history);
    }

    @Override
    public Network network() {
        return answering(1, 1);
    }

    @Override
    public void place(Inputs inputs, Query query, int[] candidates) {
        placeHistory(inputs, 0, inputs.ids(ITEMS).length, query);
    }

    /** @param slots of an example, the empty first one included */
    public void placeHistory(Inputs inputs, int example, int slots, Query query) {
        int[] history = query.history();
        if (history.length >= slots) {
            throw new IllegalArgumentException(
                    "the history has " + history.length + " items, there is room for " + (slots - 1));
        }
        int first = example * slots;
        Arrays.fill(inputs.ids(ITEMS), first, first + slots, 0);
        Arrays.fill(inputs.values(WEIGHTS), first, first + slots, 0f);
        System.arraycopy(history, 0, inputs.ids(ITEMS), first + 1, history.length);
        System.arraycopy(query.weights(), 0, inputs.values(WEIGHTS), first + 1, history.length);
    }

    @Override
    public int column(int[] candidates, int position) {
        return candidates[position];
    }

    /** Coordinates: the history's weights, divided by the length they have in the question, wherever on the path. */
    @Override
    public PartedScore parted(Query query, int item) {
        double squares = 0;
        for (float weight : query.weights()) {
            squares += (double) weight * weight;
        }
        Network network = network(items.size(), settings, query.history().length, false);
        return CatalogueScore.parted(this, network, query, item, 1, squares == 0 ? 1 : 1 / Math.sqrt(squares));
    }

    @Override
    public MultVae with(Parameters other) {
        return new MultVae(users, items, settings, other);
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

    public MultVaeSettings settings() {
        return settings;
    }
}
