package vitrine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vitrine.data.IdIndex;
import vitrine.model.feature.Category;
import vitrine.model.feature.Feature;
import vitrine.model.feature.FeatureEdits;
import vitrine.model.feature.FeatureTable;
import vitrine.model.feature.FeatureValue;
import vitrine.model.feature.FieldRows;
import vitrine.network.Activation;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * A deep network over who asks, when, where, with what and for which item. Every value of every field (the user as such, an
 * attribute of the user, hour, weekday, region, device; the item as such, an attribute of the item) has a vector; a number
 * such as a price is a direction times its size. The profile h is the mean of the history items' vectors, weighted in place.
 * With the vectors u of the question's fields and v of the item's, [ ; ] for side by side and * number by number,
 *
 * <pre>
 * score = w' [(sum u + h) * (sum v) ; relu(W_n ... relu(A [u_1 ; u_2 ...] + B h + C [v_1 ; v_2 ...] + b_1) ... + b_n)] + b
 * </pre>
 *
 * before the sigmoid. The left part is a factorisation machine's second-order term across the two sides (pairs within one side
 * are left to the perceptron), the right part a perceptron over the same vectors: DeepFM (Guo and others, IJCAI 2017), whose
 * weights w replace the plain sum as in neural factorisation machines (He and Chua, SIGIR 2017). The averaged history follows
 * Covington, Adams and Sargin, "Deep Neural Networks for YouTube Recommendations", RecSys 2016.
 *
 * <p>Ids and attributes are hidden at random in training, so that "unknown" is a value with a meaning of its own: an item
 * that was never sold is scored by its attributes, a user who never came by history, attributes and context. When not to use
 * it: where there is neither context nor an attribute ({@link Cnn} reads the order of the history, {@code ease} ranks as well).
 */
public final class DeepContext
        implements ContextRecommender, NetworkRecommender, DifferentiableRecommender, LogitRecommender {
    public static final String NAME = "context";

    static final String QUESTION = "question";
    static final String ITEM = "item";
    static final String HISTORY = "history";
    static final String QUESTION_ROWS = "question-rows";
    static final String ITEM_ROWS = "item-rows";
    static final String HISTORY_ROWS = "history-rows";
    static final String WEIGHTS = "-weights";
    static final String IDS = "-ids";
    private static final String ONE = "one";
    private static final String LENGTH = "history-length";
    static final String ASKER = "asker";
    static final String ITEM_SUM = "item-sum";
    static final String QUESTION_HALF = "question-half";
    static final String PROFILE_HALF = "profile-half";
    static final String ITEM_HALF = "item-half";
    static final String LAYER = "deep";
    static final String SCORE = "score";

    private final IdIndex users;
    private final IdIndex items;
    private final DeepContextSettings settings;
    private final FeatureSpace features;
    private final BitSet knownUsers;
    private final BitSet knownItems;
    private final Parameters parameters;
    private final FieldRows questionRows;
    private final FieldRows itemRows;
    private final Network network;
    private volatile @Nullable DeepContextRanking ranking;

    /**
     * @param knownUsers users with an id worth looking at: those of training; others are unknown users with attributes
     * @param knownItems likewise; an item outside is scored by its attributes
     * @param parameters of {@link #network}; live while a model is being trained, else never changed
     */
    public DeepContext(
            IdIndex users,
            IdIndex items,
            DeepContextSettings settings,
            FeatureSpace features,
            BitSet knownUsers,
            BitSet knownItems,
            Parameters parameters) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.features = features;
        this.knownUsers = knownUsers;
        this.knownItems = knownItems;
        this.parameters = parameters;
        this.questionRows = questionRows(users.size(), features);
        this.itemRows = new FieldRows(items.size(), features.items().features());
        this.network = network(users.size(), items.size(), settings, features);
    }

    /** The user's attributes, then the four parts of the context. */
    private static FieldRows questionRows(int users, FeatureSpace features) {
        List<Feature> fields = new ArrayList<>(features.users().features());
        for (Context.Part part : Context.Part.values()) {
            fields.add(new Category(part.word(), names(part, features)));
        }
        return new FieldRows(users, fields);
    }

    private static IdIndex names(Context.Part part, FeatureSpace features) {
        return switch (part) {
            case HOUR -> numbered(Context.HOURS);
            case WEEKDAY -> numbered(Context.WEEKDAYS.size());
            case REGION -> features.regions();
            case DEVICE -> features.devices();
        };
    }

    private static IdIndex numbered(int count) {
        return IdIndex.of(java.util.stream.IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .toList());
    }

    public static Network network(int users, int items, DeepContextSettings settings, FeatureSpace features) {
        FieldRows asked = questionRows(users, features);
        FieldRows offered = new FieldRows(items, features.items().features());
        int d = settings.dim();
        int first = settings.layers().get(0);
        List<Layer> layers = new ArrayList<>(List.of(
                new Layer.IdInput(QUESTION + IDS, asked.fields()),
                new Layer.ValueInput(QUESTION + WEIGHTS, asked.fields(), 1),
                new Layer.IdInput(HISTORY + IDS, settings.history()),
                new Layer.ValueInput(HISTORY + WEIGHTS, settings.history(), 1),
                new Layer.ValueInput(LENGTH, 1, 1),
                new Layer.IdInput(ITEM + IDS, offered.fields()),
                new Layer.ValueInput(ITEM + WEIGHTS, offered.fields(), 1),
                new Layer.ValueInput(ONE, 1, 1),
                new Layer.Embedding(QUESTION_ROWS, QUESTION + IDS, "question-table", asked.rows(), d),
                new Layer.Embedding(HISTORY_ROWS, HISTORY + IDS, "history-table", items, d),
                new Layer.Embedding(ITEM_ROWS, ITEM + IDS, "item-table", offered.rows(), d),
                new Layer.Scale("question-fields", QUESTION_ROWS, QUESTION + WEIGHTS),
                new Layer.Scale("item-fields", ITEM_ROWS, ITEM + WEIGHTS),
                new Layer.WeightedMean("question-sum", QUESTION_ROWS, QUESTION + WEIGHTS, ONE),
                new Layer.WeightedMean("profile", HISTORY_ROWS, HISTORY + WEIGHTS, LENGTH),
                new Layer.WeightedMean(ITEM_SUM, ITEM_ROWS, ITEM + WEIGHTS, ONE),
                new Layer.Sum(ASKER, List.of("question-sum", "profile")),
                new Layer.Product("match", ASKER, ITEM_SUM),
                new Layer.Dense(QUESTION_HALF, "question-fields", first, Activation.IDENTITY),
                new Layer.Dense(PROFILE_HALF, "profile", first, Activation.IDENTITY),
                new Layer.Dense(ITEM_HALF, "item-fields", first, Activation.IDENTITY),
                new Layer.Sum(LAYER + "1-sum", List.of(QUESTION_HALF, PROFILE_HALF, ITEM_HALF)),
                new Layer.Activate(LAYER + 1, LAYER + "1-sum", Activation.RELU)));
        for (int layer = 2; layer <= settings.layers().size(); layer++) {
            layers.add(new Layer.Dense(
                    LAYER + layer, LAYER + (layer - 1), settings.layers().get(layer - 1), Activation.RELU));
        }
        layers.add(new Layer.Concatenate(
                "both", List.of("match", LAYER + settings.layers().size())));
        layers.add(new Layer.Dense(SCORE, "both", 1, Activation.IDENTITY));
        return new Network(layers);
    }

    @Override
    public void place(Inputs inputs, int example, Query query, int item) {
        placeQuestion(
                query, inputs.ids(QUESTION + IDS), inputs.values(QUESTION + WEIGHTS), example * questionRows.fields());
        placeItem(
                item,
                query.itemEdits(),
                inputs.ids(ITEM + IDS),
                inputs.values(ITEM + WEIGHTS),
                example * itemRows.fields());
        int[] history = query.history();
        if (history.length > settings.history()) {
            throw new IllegalArgumentException(
                    "the history has " + history.length + " items, the model looks at " + settings.history());
        }
        int from = example * settings.history();
        int[] ids = inputs.ids(HISTORY + IDS);
        float[] weights = inputs.values(HISTORY + WEIGHTS);
        Arrays.fill(ids, from, from + settings.history(), 0);
        Arrays.fill(weights, from, from + settings.history(), 0f);
        System.arraycopy(history, 0, ids, from, history.length);
        System.arraycopy(query.weights(), 0, weights, from, history.length);
        inputs.values(LENGTH)[example] = Math.max(1, history.length);
        inputs.values(ONE)[example] = 1;
    }

    private void placeQuestion(Query query, int[] ids, float[] weights, int at) {
        boolean hidden =
                query.user() == Query.UNKNOWN_USER || query.userEdits().hidesId() || !knownUsers.get(query.user());
        questionRows.placeId(hidden ? IdIndex.UNKNOWN : query.user(), ids, weights, at);
        int attributes = features.users().features().size();
        for (int f = 0; f < attributes; f++) {
            if (query.userEdits().isEmpty() && query.user() != Query.UNKNOWN_USER) {
                FeatureTable table = features.users();
                questionRows.place(f, table.code(query.user(), f), table.number(query.user(), f), ids, weights, at);
            } else {
                FeatureValue value = userValue(query, f);
                questionRows.place(f, value.code(), value.number(), ids, weights, at);
            }
        }
        for (Context.Part part : PARTS) {
            int value = query.context().value(part);
            int code = value < limit(part) ? value : Context.UNKNOWN;
            questionRows.place(attributes + part.ordinal(), code, 0, ids, weights, at);
        }
    }

    private static final Context.Part[] PARTS = Context.Part.values();

    private int limit(Context.Part part) {
        return switch (part) {
            case HOUR -> Context.HOURS;
            case WEEKDAY -> Context.WEEKDAYS.size();
            case REGION -> features.regions().size();
            case DEVICE -> features.devices().size();
        };
    }

    private void placeItem(int item, FeatureEdits edits, int[] ids, float[] weights, int at) {
        boolean hidden = edits.hidesId() || !knownItems.get(item);
        itemRows.placeId(hidden ? IdIndex.UNKNOWN : item, ids, weights, at);
        FeatureTable table = features.items();
        for (int f = 0; f < table.features().size(); f++) {
            if (edits.isEmpty()) {
                itemRows.place(f, table.code(item, f), table.number(item, f), ids, weights, at);
            } else {
                FeatureValue value = edits.value(f, table.value(item, f));
                itemRows.place(f, value.code(), value.number(), ids, weights, at);
            }
        }
    }

    /**
     * As recorded, the items' side is worked out once a model; a question that assumes something of them, or one among more
     * items than can be kept, is worked out whole.
     */
    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        if (!query.itemEdits().isEmpty() || !DeepContextRanking.fits(items.size(), settings)) {
            NetworkRecommender.super.score(query, candidates, scores);
            return;
        }
        DeepContextRanking ready = ranking;
        (ready == null ? newRanking() : ready).score(query, candidates, scores);
    }

    /** Threads that ask at once wait for one to work it out. */
    private synchronized DeepContextRanking newRanking() {
        DeepContextRanking ready = ranking;
        if (ready == null) {
            ready = new DeepContextRanking(this);
            ranking = ready;
        }
        return ready;
    }

    @Override
    public void parametersChanged() {
        ranking = null;
    }

    /** Coordinates: the history's weights, then the vectors of each other part that is present. */
    @Override
    public PartedScore parted(Query query, int item) {
        return DeepContextScore.parted(this, query, item);
    }

    @Override
    public int maxHistory() {
        return settings.history();
    }

    @Override
    public DeepContext with(Parameters other) {
        return new DeepContext(users, items, settings, features, knownUsers, knownItems, other);
    }

    @Override
    public List<String> positions(String layer) {
        return switch (layer) {
            case QUESTION_ROWS, "question-fields" -> questionRows.names("user");
            case ITEM_ROWS, "item-fields" -> itemRows.names("item");
            default -> List.of();
        };
    }

    /** The fields of a question: the user's, then those of the context. */
    FieldRows questionRows() {
        return questionRows;
    }

    FieldRows itemRows() {
        return itemRows;
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

    @Override
    public FeatureSpace features() {
        return features;
    }

    public DeepContextSettings settings() {
        return settings;
    }

    /** Users whose id is looked at; a copy. */
    public BitSet knownUsers() {
        return (BitSet) knownUsers.clone();
    }

    /** Items whose id is looked at; a copy. */
    public BitSet knownItems() {
        return (BitSet) knownItems.clone();
    }
}
