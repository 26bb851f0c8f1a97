package vitrine.cli.text;

import java.util.Arrays;
import java.util.stream.Collectors;
import vitrine.action.ActivationsResult;
import vitrine.action.ActivationsResult.LayerView;

/** One line a layer: its shape and the spread of its values; all values are in the JSON. */
public final class ActivationsText {
    private ActivationsText() {}

    /** @return lines of text with their ends */
    public static String of(ActivationsResult result) {
        TextTable table = new TextTable("layer", "type", "shape", ">least", ">mean", ">most", ">zero", "first values");
        for (LayerView layer : result.layers()) {
            float[] values = layer.values();
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            int zeros = 0;
            for (float value : values) {
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
                zeros += value == 0 ? 1 : 0;
            }
            table.row(
                    layer.name(),
                    layer.type(),
                    Arrays.stream(layer.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" x ")),
                    Display.number(least, 3),
                    Display.number(sum / values.length, 3),
                    Display.number(most, 3),
                    Display.number(100.0 * zeros / Math.max(1, values.length), 0) + " %",
                    first(values));
        }
        String who = result.user() == null ? "an unknown user" : "user " + Display.clip(result.user(), 60);
        return "What the layers put out for " + who + " and item " + Display.clip(result.item(), 60) + "\n\n" + table
                + "All values: --json\n";
    }

    private static String first(float[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, values.length); i++) {
            text.append(i == 0 ? "" : " ").append(Display.signed(values[i], 3));
        }
        return text.append(values.length > 4 ? " …" : "").toString();
    }
}
