package vitrine.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The article's worked example (its section 4.3), run by the same {@link Executor} as the models: three dense layers with a
 * sigmoid after each, {@code z1 = W1 x + b1, a1 = sigmoid(z1), z2 = W2 a1 + b2 ... y = sigmoid(z3)}. Beside it the figures
 * the article prints, which are others.
 */
public final class ArticleExample {
    /** For whoever compares the two columns. */
    public static final String NOTE =
            "The figures printed in the article do not follow from its own matrices: in the first"
                    + " step another matrix, [2 1; 1 1], stands in place of W1, and from there on the printed numbers do not follow"
                    + " from each other either. The computed column applies the article's formulas to the matrices and the input it"
                    + " states.";

    private static final float[][] W1 = {{1, 1, 1}, {0, 1, 0}};
    private static final float[] B1 = {1, 0};
    private static final float[][] W2 = {{1, 0}, {0, 1}};
    private static final float[] B2 = {1, 1};
    private static final float[][] W3 = {{1, 1}, {1, 1}};
    private static final float[] B3 = {0, 1};
    private static final float[] X = {1, 0, 1};

    /**
     * One line of the comparison.
     *
     * @param computed what the layer puts out
     * @param printed what the article prints for it
     */
    public record Step(LayerActivation computed, double[] printed) {}

    private ArticleExample() {}

    /** Each affine part stands twice, bare and squashed, so that both can be looked at. */
    public static Network network() {
        return new Network(List.of(
                new Layer.ValueInput("x", 1, 3),
                new Layer.Dense("z1", "x", 2, Activation.IDENTITY),
                new Layer.Dense("a1", "x", 2, Activation.SIGMOID),
                new Layer.Dense("z2", "a1", 2, Activation.IDENTITY),
                new Layer.Dense("a2", "a1", 2, Activation.SIGMOID),
                new Layer.Dense("z3", "a2", 2, Activation.IDENTITY),
                new Layer.Dense("y", "a2", 2, Activation.SIGMOID)));
    }

    /** Weights and biases as the article states them. */
    public static Parameters parameters() {
        Parameters parameters = Parameters.zeros(network());
        for (String layer : List.of("z1", "a1")) {
            set(parameters, layer, W1, B1);
        }
        for (String layer : List.of("z2", "a2")) {
            set(parameters, layer, W2, B2);
        }
        for (String layer : List.of("z3", "y")) {
            set(parameters, layer, W3, B3);
        }
        return parameters;
    }

    private static void set(Parameters parameters, String layer, float[][] matrix, float[] bias) {
        float[] weight = parameters.values(layer + ".weight");
        for (int unit = 0; unit < matrix.length; unit++) {
            for (int i = 0; i < matrix[unit].length; i++) {
                weight[i * matrix.length + unit] = matrix[unit][i];
            }
        }
        System.arraycopy(bias, 0, parameters.values(layer + ".bias"), 0, bias.length);
    }

    /** z1, a1, z2, a2, z3, y for the article's input (1, 0, 1), computed and as printed. */
    public static List<Step> steps() {
        Network network = network();
        Executor executor = new Executor(network, parameters(), 1);
        System.arraycopy(X, 0, executor.values("x"), 0, X.length);
        executor.forward(1);
        Map<String, double[]> printed = printed();
        return network.layers().stream()
                .filter(layer -> !layer.from().isEmpty())
                .map(layer -> new Step(
                        LayerActivation.of(layer, network, executor.values(layer.name())),
                        printed.getOrDefault(layer.name(), new double[0])))
                .toList();
    }

    private static Map<String, double[]> printed() {
        Map<String, double[]> printed = new LinkedHashMap<>();
        printed.put("z1", new double[] {4, 2});
        // Printed as 1 / (1 + e^-4) and 1 / (1 + e^-2); the article then goes on with these.
        printed.put("a1", new double[] {.7311, .5313});
        printed.put("z2", new double[] {2.2624, 1.7636});
        printed.put("a2", new double[] {.8730, .7413});
        printed.put("z3", new double[] {2.6143, 2.4956});
        printed.put("y", new double[] {.9000, .8955});
        return printed;
    }
}
