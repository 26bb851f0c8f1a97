package vitrine.action;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code activations}.
 *
 * @param rows names of the positions of sequence layers: the user (or what stands there), the history oldest first, padding
 * @param layers from input to output
 * @param positions names of the positions of those layers whose positions are others than {@code rows}, by layer
 */
public record ActivationsResult(
        @Nullable String user,
        String item,
        List<String> rows,
        List<LayerView> layers,
        SortedMap<String, List<String>> positions) {
    /** One layer; {@code values} row-major; {@code conductance} has the shape of {@code values}, null if not computed. */
    public record LayerView(String name, String type, int[] shape, float[] values, double @Nullable [] conductance) {}
}
