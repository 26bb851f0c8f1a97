package vitrine.model;

import java.util.List;
import vitrine.run.WrongUsageException;

/**
 * Sizes of {@link DeepContext}.
 *
 * @param dim numbers in a vector, 1 to 256
 * @param layers units of the perceptron's layers, first to last, 1 to 8 of them with 1 to 1024 units each
 * @param history longest history whose mean is the profile, 1 to 200
 */
public record DeepContextSettings(int dim, List<Integer> layers, int history) {
    public static final DeepContextSettings DEFAULTS = new DeepContextSettings(16, List.of(64, 32), 20);
    private static final int MOST_LAYERS = 8;

    public DeepContextSettings {
        layers = List.copyOf(layers);
        require("--dim", dim, 256);
        require("--history", history, 200);
        if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
            throw new WrongUsageException(
                    "--layers must name 1 to " + MOST_LAYERS + " layers, such as 64,32, not " + layers.size() + ".");
        }
        for (int units : layers) {
            require("--layers: the units of a layer", units, 1024);
        }
    }

    private static void require(String name, int value, int high) {
        if (value < 1 || value > high) {
            throw new WrongUsageException(name + " must lie between 1 and " + high + ", not " + value + ".");
        }
    }
}
