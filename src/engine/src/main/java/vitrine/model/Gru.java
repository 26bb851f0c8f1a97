package vitrine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * GRU4Rec: a gated recurrent unit reads the history in order, and its last state is compared with every item. With the
 * vectors e of a start token and of the history's items, the unit's states h and a second table c of items,
 *
 * <pre>h_0 = gru(0, e_start)    h_p = (1 - w_p) h_(p-1) + w_p gru(h_(p-1), e_p)    s(y) = h_n . c_y</pre>
 *
 * The weight w of a history item is the unit's mask: 0 leaves the state as it was. Scores are logits of the next item's
 * softmax. A user without a history gets the start token's answer: what people begin with. When not to use it: without
 * event times (order is all it knows), for long-lived tastes where {@code ease} or {@code multvae} rank better, or where an
 * exact explanation is needed. Hidasi and others, "Session-based Recommendations with Recurrent Neural Networks", ICLR
 * 2016.
 */
public final class Gru implements CatalogueRecommender {
    public static final String NAME = "gru";
    public static final String TOKENS = "tokens";
    public static final String CANDIDATES = "candidates";

    private static final String STATES = "states";
    private static final String ITEMS = "items";
    private static final String CLASSES = "classes";

    private final IdIndex users;
    private final IdIndex items;
    private final GruSettings settings;
    private final Parameters parameters;

    /** @param parameters of {@link #network}; live while a model is being trained, else never changed */
    public Gru(IdIndex users, IdIndex items, GruSettings settings, Parameters parameters) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.parameters = parameters;
    }

    /** The last row of the items' table is the start token's. */
    public static Network network(int items, GruSettings settings, int history, int candidates) {
        List<Layer> layers = reading(items, settings, history);
        layers.add(new Layer.Gru(STATES, "vectors", WEIGHTS, settings.hidden()));
        layers.add(new Layer.Position("last", STATES, history));
        layers.add(new Layer.IdInput(CANDIDATES, candidates));
        layers.add(new Layer.CandidateLogits("logits", CANDIDATES, "last", CLASSES, items));
        return new Network(layers);
    }

    /**
     * The same unit, asked for the next item after the start and after every item.
     *
     * @param candidates of each position
     * @param dropout share of an item vector's and of a state's numbers left out
     */
    public static Network teaching(int items, GruSettings settings, int candidates, double dropout) {
        List<Layer> layers = reading(items, settings, settings.history());
        layers.add(new Layer.Dropout("kept-vectors", "vectors", dropout));
        layers.add(new Layer.Gru(STATES, "kept-vectors", WEIGHTS, settings.hidden()));
        layers.add(new Layer.Dropout("kept-states", STATES, dropout));
        layers.add(new Layer.IdInput(CANDIDATES, (1 + settings.history()) * candidates));
        layers.add(new Layer.CandidateLogits("logits", CANDIDATES, "kept-states", CLASSES, items));
        return new Network(layers);
    }

    private static List<Layer> reading(int items, GruSettings settings, int history) {
        return new ArrayList<>(List.of(
                new Layer.IdInput(TOKENS, 1 + history),
                new Layer.ValueInput(WEIGHTS, 1 + history, 1),
                new Layer.Embedding("vectors", TOKENS, ITEMS, items + 1, settings.dim())));
    }

    @Override
    public Network answering(int history, int candidates) {
        return network(items.size(), settings, history, candidates);
    }

    @Override
    public Network network() {
        return answering(settings.history(), 1);
    }

    @Override
    public void place(Inputs inputs, Query query, int[] candidates) {
        placeHistory(inputs, 0, inputs.ids(TOKENS).length, query);
        System.arraycopy(candidates, 0, inputs.ids(CANDIDATES), 0, candidates.length);
    }

    /**
     * Start token, history, then empty slots, which leave the state as it is.
     *
     * @param slots of an example, the start token's included
     */
    public void placeHistory(Inputs inputs, int example, int slots, Query query) {
        int[] history = query.history();
        if (history.length >= slots) {
            throw new IllegalArgumentException(
                    "the history has " + history.length + " items, there is room for " + (slots - 1));
        }
        int first = example * slots;
        int[] tokens = inputs.ids(TOKENS);
        float[] weights = inputs.values(WEIGHTS);
        Arrays.fill(tokens, first, first + slots, items.size());
        Arrays.fill(weights, first, first + slots, 0f);
        weights[first] = 1f;
        System.arraycopy(history, 0, tokens, first + 1, history.length);
        System.arraycopy(query.weights(), 0, weights, first + 1, history.length);
    }

    @Override
    public int column(int[] candidates, int position) {
        return position;
    }

    /** Coordinates: the history's weights. */
    @Override
    public PartedScore parted(Query query, int item) {
        return CatalogueScore.parted(this, answering(query.history().length, 1), query, item, 1, 1);
    }

    /** The start token is everybody's. */
    @Override
    public String firstPosition(String user) {
        return "start";
    }

    @Override
    public Gru with(Parameters other) {
        return new Gru(users, items, settings, other);
    }

    @Override
    public int maxHistory() {
        return settings.history();
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

    public GruSettings settings() {
        return settings;
    }
}
