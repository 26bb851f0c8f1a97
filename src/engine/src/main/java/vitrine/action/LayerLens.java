package vitrine.action;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vitrine.chart.HeatMapData;
import vitrine.model.LayeredRecommender;
import vitrine.model.Query;
import vitrine.run.CannotAnswerException;
import vitrine.run.JobContext;

/**
 * The layers of a network for one question, ready for heat maps.
 *
 * @param rows names of the positions of sequence layers: the user or what stands there, the history, padding
 * @param padding which of them hold nothing
 * @param layers from input to output
 * @param positions names of the positions of those layers whose positions are others
 */
public record LayerLens(
        List<String> rows,
        boolean[] padding,
        List<ActivationsResult.LayerView> layers,
        Map<String, List<String>> positions) {
    /** What a cell can show. */
    public enum Quantity {
        /** The layer's output. */
        ACTIVATION,
        /** How much of the score's way from an empty history flows through the unit; see LayerConductance. */
        CONDUCTANCE
    }

    public LayerLens {
        rows = List.copyOf(rows);
        layers = List.copyOf(layers);
        positions = Map.copyOf(positions);
    }

    /** Whether there is anything to look into. */
    public static boolean fits(ModelSession session) {
        return session.model() instanceof LayeredRecommender;
    }

    /**
     * @param asked the question; {@code item} is taken out of its history
     * @throws CannotAnswerException when the model has no layers
     */
    public static LayerLens of(ModelSession session, Query asked, int item, JobContext context) {
        ActivationsResult result = ActivationsAction.of(session, asked, item, context);
        boolean[] padding = new boolean[result.rows().size()];
        // A model that reads no history has the user's row and no other.
        int filled = Math.min(padding.length, 1 + asked.without(item).history().length);
        Arrays.fill(padding, filled, padding.length, true);
        return new LayerLens(result.rows(), padding, result.layers(), result.positions());
    }

    /** Whether a layer has this quantity: conductance is given only for layers that all ways to the score pass. */
    public boolean has(ActivationsResult.LayerView layer, Quantity quantity) {
        return quantity == Quantity.ACTIVATION || layer.conductance() != null;
    }

    /** @param alone the name of the only row of a layer without positions */
    public HeatMapData map(ActivationsResult.LayerView layer, Quantity quantity, String alone) {
        boolean sequence = layer.shape().length == 2;
        List<String> own = positions.get(layer.name());
        boolean history = own != null && own.size() == padding.length - 1;
        boolean[] empty = own == null
                ? padding
                : history ? Arrays.copyOfRange(padding, 1, padding.length) : new boolean[own.size()];
        return HeatMapData.of(
                layer.shape(),
                values(layer, quantity),
                sequence ? (own == null ? rows : own) : List.of(alone),
                sequence ? empty : new boolean[0],
                false);
    }

    /** Sum over all positions and units; of the conductance: the score minus that of the empty history. */
    public double sum(ActivationsResult.LayerView layer, Quantity quantity) {
        return Arrays.stream(values(layer, quantity)).sum();
    }

    private static double[] values(ActivationsResult.LayerView layer, Quantity quantity) {
        double[] conductance = layer.conductance();
        if (quantity == Quantity.CONDUCTANCE && conductance != null) {
            return conductance;
        }
        double[] values = new double[layer.values().length];
        Arrays.setAll(values, i -> layer.values()[i]);
        return values;
    }
}
