package vitrine.explain.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.network.NetworkPath;
import vitrine.run.CancellationToken;

/**
 * Internal influence: how sharply the score answers to each hidden unit on the way from the reference to the question,
 * {@code (1/m) sum over k = 1..m of dF/dh((k - 0.5)/m)}. Unlike {@link LayerConductance} it does not ask whether the unit
 * moves, so it promises no sum. Unit: score per unit of activation.
 *
 * <p>Cost: m gradients. A step whose middle lies on a kink counts wholly to one side: choose another m. Source: Leino et
 * al., Influence-directed explanations for deep convolutional networks, 2018.
 */
public final class InternalInfluence {
    private InternalInfluence() {}

    /** @return layer name → one number a unit */
    public static Map<String, double[]> attribute(
            NetworkPath path, List<String> layers, int steps, CancellationToken cancellation) {
        Map<String, double[]> influence = new LinkedHashMap<>();
        for (String layer : layers) {
            influence.put(layer, new double[path.network().shape(layer).size()]);
        }
        for (int k = 1; k <= steps; k++) {
            cancellation.throwIfCancelled();
            path.moveTo((k - 0.5) / steps);
            path.pull();
            influence.forEach((layer, mean) -> {
                float[] gradient = path.gradients(layer);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += gradient[i] / (double) steps;
                }
            });
        }
        return influence;
    }
}
