package vitrine.explain;

import java.util.List;
import vitrine.network.Activation;
import vitrine.network.Layer;
import vitrine.network.Network;
import vitrine.network.NetworkFunction;
import vitrine.network.Parameters;
import vitrine.run.SeededRandom;

/**
 * Random networks of {@value #INPUTS} numbers, two hidden layers and one output. Input {@value #DUMMY} is read by nobody;
 * inputs {@value #TWIN} and {@value #OTHER_TWIN} are read alike.
 */
final class RandomDense {
    static final int INPUTS = 7;
    static final int DUMMY = 3;
    static final int TWIN = 1;
    static final int OTHER_TWIN = 5;
    private static final int HIDDEN = 6;

    private RandomDense() {}

    static NetworkFunction of(long seed) {
        SeededRandom random = new SeededRandom(seed);
        Activation activation = seed % 2 == 0 ? Activation.TANH : Activation.SIGMOID;
        float[] first = gaussian(random, INPUTS * HIDDEN);
        for (int h = 0; h < HIDDEN; h++) {
            first[DUMMY * HIDDEN + h] = 0;
            first[OTHER_TWIN * HIDDEN + h] = first[TWIN * HIDDEN + h];
        }
        return network(activation, first, gaussian(random, HIDDEN * HIDDEN), gaussian(random, HIDDEN), HIDDEN);
    }

    /** The same function by other weights: hidden units in another order, and each split into two halves. */
    static NetworkFunction otherwiseMade(long seed) {
        SeededRandom random = new SeededRandom(seed);
        Activation activation = seed % 2 == 0 ? Activation.TANH : Activation.SIGMOID;
        float[] first = gaussian(random, INPUTS * HIDDEN);
        float[] second = gaussian(random, HIDDEN * HIDDEN);
        float[] out = gaussian(random, HIDDEN);
        int wide = 2 * HIDDEN;
        float[] wideFirst = new float[INPUTS * wide];
        float[] wideSecond = new float[wide * HIDDEN];
        for (int w = 0; w < wide; w++) {
            int h = HIDDEN - 1 - w % HIDDEN;
            for (int i = 0; i < INPUTS; i++) {
                int read = i == OTHER_TWIN ? TWIN : i;
                wideFirst[i * wide + w] = i == DUMMY ? 0 : first[read * HIDDEN + h];
            }
            for (int k = 0; k < HIDDEN; k++) {
                wideSecond[w * HIDDEN + k] = second[h * HIDDEN + k] / 2;
            }
        }
        return network(activation, wideFirst, wideSecond, out, wide);
    }

    private static NetworkFunction network(
            Activation activation, float[] first, float[] second, float[] out, int hidden) {
        Network network = new Network(List.of(
                new Layer.ValueInput("x", 1, INPUTS),
                new Layer.Dense("h", "x", hidden, activation),
                new Layer.Dense("g", "h", HIDDEN, activation),
                new Layer.Dense("out", "g", 1, Activation.IDENTITY)));
        Parameters parameters = Parameters.zeros(network);
        copy(first, parameters.values("h.weight"));
        copy(second, parameters.values("g.weight"));
        copy(out, parameters.values("out.weight"));
        return new NetworkFunction(network, parameters, 0);
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private static float[] gaussian(SeededRandom random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
