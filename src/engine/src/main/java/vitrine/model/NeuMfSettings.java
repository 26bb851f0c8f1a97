package vitrine.model;

import java.util.List;
import vitrine.run.WrongUsageException;

/**
 * Sizes of {@link NeuMf}.
 *
 * @param factors numbers in a vector of the factorisation, 1 to 512
 * @param layers units of the perceptron's layers, first to last, 1 to 8 of them with 1 to 1024 units each; its user and
 *     item vectors have as many numbers as the first layer has units
 */
public record NeuMfSettings(int factors, List<Integer> layers) {
    public static final NeuMfSettings DEFAULTS = new NeuMfSettings(8, List.of(32, 16, 8));
    private static final int MOST_LAYERS = 8;

    public NeuMfSettings {
        layers = List.copyOf(layers);
        require("factors", factors, 512);
        if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
            throw new WrongUsageException(
                    "--layers must name 1 to " + MOST_LAYERS + " layers, such as 32,16,8, not " + layers.size() + ".");
        }
        for (int units : layers) {
            require("layers", units, 1024);
        }
    }

    /** Numbers in a user's or item's vector of the perceptron. */
    public int width() {
        return layers.get(0);
    }

    private static void require(String name, int value, int high) {
        if (value < 1 || value > high) {
            throw new WrongUsageException("--" + name + (name.equals("layers") ? ": the units of a layer" : "")
                    + " must lie between 1 and " + high + ", not " + value + ".");
        }
    }
}
