package vitrine.model;

import java.util.Arrays;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.network.Activation;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Parameters;

/**
 * The article's network as nearly to the letter as one can run it: vectors of the user, of the history and of the
 * candidate in one sequence, a convolution over it, the mean, one dense unit, a sigmoid. Kept as a measured comparison;
 * {@link Cnn} is the form to use.
 *
 * <p>Why it ranks badly: a kernel of 3 lets the candidate meet its two nearest neighbours only. A history item further
 * back adds the same to every candidate's score, so it cannot change the ranking (tested; decision record
 * <em>The article's network</em>).
 */
public final class LiteralCnn implements NetworkRecommender, LogitRecommender {
    /** How the article's sentence is read. */
    public enum Reading {
        /** [user; history, oldest first; candidate]. */
        SEQUENCE("cnn-literal"),
        /** [user; candidate]: its two embeddings and nothing else. */
        TWO_TOKENS("cnn-two-token");

        private final String modelName;

        Reading(String modelName) {
            this.modelName = modelName;
        }

        /** The name in the registry. */
        public String modelName() {
            return modelName;
        }

        private int history(CnnSettings settings) {
            return this == TWO_TOKENS ? 0 : settings.history();
        }
    }

    private final IdIndex users;
    private final IdIndex items;
    private final Reading reading;
    private final CnnSettings settings;
    private final Parameters parameters;
    private final Network network;

    /** @param parameters of {@link #network}; live while a model is being trained, else never changed */
    public LiteralCnn(IdIndex users, IdIndex items, Reading reading, CnnSettings settings, Parameters parameters) {
        this.users = users;
        this.items = items;
        this.reading = reading;
        this.settings = settings;
        this.parameters = parameters;
        this.network = network(users.size(), items.size(), reading, settings);
    }

    /** Table rows: users, the unknown user, items. Positions: user, history, candidate. */
    public static Network network(int users, int items, Reading reading, CnnSettings settings) {
        int positions = 2 + reading.history(settings);
        return new Network(List.of(
                new Layer.IdInput("tokens", positions),
                new Layer.ValueInput("weights", positions, 1),
                new Layer.ValueInput("slots", 1, 1),
                new Layer.Embedding("token-vectors", "tokens", "vectors", users + 1 + items, settings.dim()),
                new Layer.Scale("weighted-vectors", "token-vectors", "weights"),
                new Layer.Conv1D("conv1d", "weighted-vectors", settings.filters(), settings.kernel(), Activation.RELU),
                new Layer.WeightedMean("mean", "conv1d", "weights", "slots"),
                new Layer.Dense("score", "mean", 1, Activation.IDENTITY)));
    }

    @Override
    public LiteralCnn with(Parameters other) {
        return new LiteralCnn(users, items, reading, settings, other);
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
        return reading.modelName();
    }

    @Override
    public IdIndex users() {
        return users;
    }

    @Override
    public IdIndex items() {
        return items;
    }

    public CnnSettings settings() {
        return settings;
    }

    public Reading reading() {
        return reading;
    }

    @Override
    public int maxHistory() {
        return reading.history(settings);
    }

    @Override
    public void place(Inputs inputs, int example, Query query, int item) {
        int[] history = query.history();
        if (history.length > maxHistory()) {
            throw new IllegalArgumentException(
                    "the history has " + history.length + " items, the model looks at " + maxHistory());
        }
        int positions = 2 + maxHistory();
        int first = example * positions;
        int[] tokens = inputs.ids("tokens");
        float[] weights = inputs.values("weights");
        Arrays.fill(tokens, first, first + positions, 0);
        Arrays.fill(weights, first, first + positions, 0f);
        tokens[first] = query.user() == Query.UNKNOWN_USER ? users.size() : query.user();
        weights[first] = 1f;
        for (int i = 0; i < history.length; i++) {
            tokens[first + 1 + i] = users.size() + 1 + history[i];
            weights[first + 1 + i] = query.weights()[i];
        }
        int last = first + 1 + history.length;
        tokens[last] = users.size() + 1 + item;
        weights[last] = 1f;
        inputs.values("slots")[example] = 2f + history.length;
    }
}
