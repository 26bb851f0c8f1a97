package vitrine.model;

import vitrine.run.WrongUsageException;

/**
 * Sizes of {@link Bpr}.
 *
 * @param factors numbers in a user's and an item's vector, 1 to 1024
 */
public record BprSettings(int factors) {
    public static final BprSettings DEFAULTS = new BprSettings(64);
    private static final int MOST = 1024;

    public BprSettings {
        if (factors < 1 || factors > MOST) {
            throw new WrongUsageException("--factors must lie between 1 and " + MOST + ", not " + factors + ".");
        }
    }
}
