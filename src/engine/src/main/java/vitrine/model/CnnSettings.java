package vitrine.model;

import vitrine.run.WrongUsageException;

/**
 * Shape of the article's model.
 *
 * @param dim numbers in a vector, 1 to 256
 * @param filters convolution filters, 1 to 512
 * @param kernel convolution width, odd, 1 to 9
 * @param history longest history looked at, 1 to 200
 */
public record CnnSettings(int dim, int filters, int kernel, int history) {
    public static final CnnSettings DEFAULTS = new CnnSettings(16, 32, 3, 20);

    public CnnSettings {
        require("dim", dim, 1, 256);
        require("filters", filters, 1, 512);
        require("kernel", kernel, 1, 9);
        require("history", history, 1, 200);
        if (kernel % 2 == 0) {
            throw new WrongUsageException(
                    "--kernel must be odd, so that a position has as many neighbours on both sides; " + kernel
                            + " is even.");
        }
    }

    private static void require(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new WrongUsageException(
                    "--" + name + " must lie between " + low + " and " + high + ", not " + value + ".");
        }
    }
}
