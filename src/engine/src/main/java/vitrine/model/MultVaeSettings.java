package vitrine.model;

import vitrine.run.WrongUsageException;

/**
 * Sizes of {@link MultVae}.
 *
 * @param hidden units of the layer before and of the layer behind the code, 1 to 2048
 * @param latent numbers in the code, 1 to 1024
 */
public record MultVaeSettings(int hidden, int latent) {
    public static final MultVaeSettings DEFAULTS = new MultVaeSettings(600, 200);

    public MultVaeSettings {
        require("hidden", hidden, 2048);
        require("latent", latent, 1024);
    }

    private static void require(String name, int value, int high) {
        if (value < 1 || value > high) {
            throw new WrongUsageException("--" + name + " must lie between 1 and " + high + ", not " + value + ".");
        }
    }
}
