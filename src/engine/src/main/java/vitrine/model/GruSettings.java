package vitrine.model;

import vitrine.run.WrongUsageException;

/**
 * Sizes of {@link Gru}.
 *
 * @param dim numbers in an item's vector, 1 to 256
 * @param hidden numbers in the state, 1 to 512
 * @param history longest history looked at, 1 to 200
 */
public record GruSettings(int dim, int hidden, int history) {
    public static final GruSettings DEFAULTS = new GruSettings(64, 64, 20);

    public GruSettings {
        require("dim", dim, 256);
        require("hidden", hidden, 512);
        require("history", history, 200);
    }

    private static void require(String name, int value, int high) {
        if (value < 1 || value > high) {
            throw new WrongUsageException("--" + name + " must lie between 1 and " + high + ", not " + value + ".");
        }
    }
}
