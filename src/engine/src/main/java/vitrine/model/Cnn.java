package vitrine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.network.HistoryConvolution;
import vitrine.network.HistoryConvolutionGradient;
import vitrine.network.Inputs;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * The article's model, made to work (M1): the user and the last items of the history as a sequence of vectors, each beside
 * the candidate's vector and their product, one convolution, a weighted mean, one dense unit, a sigmoid. Formula: {@link
 * HistoryConvolution}.
 *
 * <p>It scores a candidate against an arbitrary history, so an edited history needs no refitting, and every history item
 * can change the ranking. When not to use it: without event times (order matters to the convolution), or where a linear
 * item-to-item model already ranks as well (compare with {@code itemknn}).
 *
 * <p>The article's literal network (two vectors of raw ids, stacked) cannot work, and a convolution over [user; items;
 * candidate] ranks far worse, since a kernel of 3 lets the candidate meet only its neighbours: {@link LiteralCnn}.
 */
public final class Cnn implements DifferentiableRecommender, NetworkRecommender, LogitRecommender {
    public static final String NAME = "cnn";

    private final IdIndex users;
    private final IdIndex items;
    private final CnnSettings settings;
    private final Parameters parameters;
    private final HistoryConvolution kernel;

    /** @param parameters of {@link #network}; live while a model is being trained, else never changed */
    public Cnn(IdIndex users, IdIndex items, CnnSettings settings, Parameters parameters) {
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.parameters = parameters;
        this.kernel = new HistoryConvolution(shape(settings), parameters);
    }

    private static HistoryConvolution.Shape shape(CnnSettings s) {
        return new HistoryConvolution.Shape(1 + s.history(), s.dim(), s.filters(), s.kernel());
    }

    /** Table rows: users, the unknown user, items. */
    public static Network network(int users, int items, CnnSettings settings) {
        return HistoryConvolution.describe(shape(settings), users + 1 + items);
    }

    @Override
    public Network network() {
        return network(users.size(), items.size(), settings);
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
    public int maxHistory() {
        return settings.history();
    }

    public CnnSettings settings() {
        return settings;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Cnn with(Parameters other) {
        return new Cnn(users, items, settings, other);
    }

    @Override
    public void parametersChanged() {
        kernel.refresh();
    }

    public HistoryConvolution kernel() {
        return kernel;
    }

    /** Table row of a user; of the unknown user for {@link Query#UNKNOWN_USER}. */
    public int userRow(int user) {
        return user == Query.UNKNOWN_USER ? users.size() : user;
    }

    public int itemRow(int item) {
        return users.size() + 1 + item;
    }

    /** Puts a question into a kernel's working memory. */
    public void fill(HistoryConvolution.Scratch scratch, Query query) {
        int[] history = query.history();
        float[] weights = query.weights();
        requireFits(history);
        scratch.slots = 1 + history.length;
        scratch.token(0, userRow(query.user()), 1f);
        for (int i = 0; i < history.length; i++) {
            scratch.token(1 + i, itemRow(history[i]), weights[i]);
        }
    }

    private void requireFits(int[] history) {
        if (history.length > settings.history()) {
            throw new IllegalArgumentException(
                    "the history has " + history.length + " items, the model looks at " + settings.history());
        }
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        HistoryConvolution.Scratch scratch = kernel.newScratch();
        fill(scratch, query);
        kernel.score(scratch, Arrays.stream(candidates).map(this::itemRow).toArray(), scores);
    }

    /** Coordinates: the history's weights, then the user's own vector (reference: the unknown user's). */
    @Override
    public PartedScore parted(Query query, int item) {
        int n = query.history().length;
        int d = settings.dim();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            parts.add(new Part(Part.Kind.HISTORY, i, i, i + 1));
        }
        parts.add(new Part(Part.Kind.USER, 0, n, n + d));
        double[] point = new double[n + d];
        double[] reference = new double[n + d];
        float[] table = kernel.table();
        for (int i = 0; i < n; i++) {
            point[i] = query.weights()[i];
        }
        for (int k = 0; k < d; k++) {
            point[n + k] = table[userRow(query.user()) * d + k];
            reference[n + k] = table[userRow(Query.UNKNOWN_USER) * d + k];
        }
        return new PartedScore(parts, new CnnScore(this, query, item), point, reference);
    }

    @Override
    public void place(Inputs inputs, int example, Query query, int item) {
        int[] history = query.history();
        requireFits(history);
        int positions = 1 + settings.history();
        int first = example * positions;
        int[] tokens = inputs.ids("tokens");
        float[] weights = inputs.values("weights");
        Arrays.fill(tokens, first, first + positions, 0);
        Arrays.fill(weights, first, first + positions, 0f);
        tokens[first] = userRow(query.user());
        weights[first] = 1f;
        for (int i = 0; i < history.length; i++) {
            tokens[first + 1 + i] = itemRow(history[i]);
            weights[first + 1 + i] = query.weights()[i];
        }
        inputs.values("slots")[example] = 1f + history.length;
        inputs.ids("candidate")[example] = itemRow(item);
    }

    /** A gradient worker for one candidate. */
    HistoryConvolutionGradient newGradient() {
        return new HistoryConvolutionGradient(kernel, 1, true);
    }
}
