package vitrine.network;

/**
 * What one layer put out for one question.
 *
 * @param name the layer's name in the description
 * @param type the layer's kind: {@code embedding, conv1d, dense ...}
 * @param shape dimensions, outermost first; {@code [positions, units]} for sequence layers
 * @param values row-major
 */
public record LayerActivation(String name, String type, int[] shape, float[] values) {
    public LayerActivation {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "layer " + name + ": " + values.length + " values do not fill the shape");
        }
    }

    /** One example's output of {@code layer}, copied. */
    public static LayerActivation of(Layer layer, Network network, float[] output) {
        Network.Shape shape = network.shape(layer.name());
        int[] dimensions =
                shape.positions() == 1 ? new int[] {shape.width()} : new int[] {shape.positions(), shape.width()};
        String type = layer.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return new LayerActivation(layer.name(), type, dimensions, java.util.Arrays.copyOf(output, shape.size()));
    }
}
