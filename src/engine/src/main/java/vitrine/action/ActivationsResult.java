package vitrine.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Result of {@code activations}: layers from input to output; {@code rows} names the positions of sequence layers. */
public record ActivationsResult(@Nullable String user, String item, List<String> rows, List<LayerView> layers) {
    /** One layer; {@code values} row-major; {@code conductance} has the shape of {@code values}, null if not computed. */
    public record LayerView(String name, String type, int[] shape, float[] values, double @Nullable [] conductance) {}
}
