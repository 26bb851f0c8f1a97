package vitrine.model;

import java.util.ArrayList;
import java.util.List;
import vitrine.data.IdIndex;
import vitrine.network.Inputs;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.Parameters;
import vitrine.network.Tensor;

/**
 * One of the two opinions of {@link NeuMf} as a model of its own, with an output of its own: {@code score = w' (p * q) + b},
 * or {@code w' mlp(u, v) + b}. For pre-training only: {@link #join} makes a NeuMf of two. Its tensors have the names they have
 * there.
 */
public final class NeuMfHalf implements NetworkRecommender, LogitRecommender {
    /** Which opinion, by the paper's names. */
    public enum Side {
        /** Generalised matrix factorisation. */
        GMF,
        /** Multi-layer perceptron. */
        MLP
    }

    private static final String WEIGHT = "score.weight";
    private static final String BIAS = "score.bias";

    private final Side side;
    private final IdIndex users;
    private final IdIndex items;
    private final NeuMfSettings settings;
    private final Parameters parameters;
    private final Network network;

    /** @param parameters of {@link #network(Side, int, int, NeuMfSettings)}; live while it is being trained */
    public NeuMfHalf(Side side, IdIndex users, IdIndex items, NeuMfSettings settings, Parameters parameters) {
        this.side = side;
        this.users = users;
        this.items = items;
        this.settings = settings;
        this.parameters = parameters;
        this.network = network(side, users.size(), items.size(), settings);
    }

    /** Of the sizes of the whole; the last row of the users' tables is the unknown user's. */
    public static Network network(Side side, int users, int items, NeuMfSettings settings) {
        List<Layer> layers = new ArrayList<>(NeuMf.inputs());
        String top =
                switch (side) {
                    case GMF -> NeuMf.addFactorisation(layers, users, items, settings);
                    case MLP -> NeuMf.addPerceptron(layers, users, items, settings);
                };
        layers.add(NeuMf.output(top));
        return new Network(layers);
    }

    /**
     * The parameters of a NeuMf that scores {@code alpha} times what the factorisation does plus {@code 1 - alpha} times what
     * the perceptron does (equation 13 of the paper).
     *
     * @param alpha from 0 to 1
     * @param into receives them
     */
    public static void join(NeuMfHalf factorisation, NeuMfHalf perceptron, double alpha, Parameters into) {
        if (factorisation.side != Side.GMF || perceptron.side != Side.MLP) {
            throw new IllegalArgumentException("a factorisation and a perceptron are joined, in this order");
        }
        float[] weight = into.values(WEIGHT);
        float[] bias = into.values(BIAS);
        bias[0] = 0;
        int at = 0;
        for (NeuMfHalf half : List.of(factorisation, perceptron)) {
            float share = (float) (half.side == Side.GMF ? alpha : 1 - alpha);
            for (float w : half.parameters.values(WEIGHT)) {
                weight[at++] = share * w;
            }
            bias[0] += share * half.parameters.values(BIAS)[0];
            half.parameters.tensors().forEach((name, tensor) -> {
                if (!name.equals(WEIGHT) && !name.equals(BIAS)) {
                    copy(tensor, into.values(name));
                }
            });
        }
    }

    private static void copy(Tensor from, float[] into) {
        System.arraycopy(from.values(), 0, into, 0, into.length);
    }

    @Override
    public void place(Inputs inputs, int example, Query query, int item) {
        inputs.ids("user")[example] = query.user() == Query.UNKNOWN_USER ? users.size() : query.user();
        inputs.ids("item")[example] = item;
    }

    @Override
    public boolean readsHistory() {
        return false;
    }

    @Override
    public NeuMfHalf with(Parameters other) {
        return new NeuMfHalf(side, users, items, settings, other);
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
        return side.name();
    }

    @Override
    public IdIndex users() {
        return users;
    }

    @Override
    public IdIndex items() {
        return items;
    }
}
