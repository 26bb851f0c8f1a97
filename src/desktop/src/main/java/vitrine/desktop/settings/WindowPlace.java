package vitrine.desktop.settings;

/** Where the window was and how large, in logical pixels; {@code x} and {@code y} NaN: the system chooses. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    public static final double MIN_WIDTH = 1120;
    public static final double MIN_HEIGHT = 700;
    public static final WindowPlace DEFAULT = new WindowPlace(Double.NaN, Double.NaN, 1440, 900, false);

    public WindowPlace {
        width = width >= MIN_WIDTH && width <= 20_000 ? width : MIN_WIDTH;
        height = height >= MIN_HEIGHT && height <= 20_000 ? height : MIN_HEIGHT;
    }

    /** Whether the system need not choose. */
    public boolean isPlaced() {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }
}
