package vitrine.explain.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vitrine.model.NetworkRecommender;
import vitrine.model.Query;
import vitrine.network.NetworkPath;
import vitrine.run.CancellationToken;

/**
 * Layer conductance: how much of the score's way from the reference to the question flows through each hidden unit,
 *
 * <pre>
 * c_h = integral over alpha of dF/dh dh/dalpha
 *     ~ sum over k = 1..m of dF/dh((k - 0.5)/m) (h(k/m) - h((k - 1)/m))
 * </pre>
 *
 * the slope at the middle of each step times what the unit really moved in it. So nothing is lost at a unit's own kink,
 * a layer with only linear layers behind it is exact for any m, and the error elsewhere falls with 1/m². Unit: that of
 * the score before squashing.
 *
 * <p>Over a <em>cut</em>, a layer that all ways from the question to the score pass, the units sum to score minus reference
 * score. Where the history's weights go around a layer into a weighted mean (the convolution of the article's model), the
 * layer alone is no cut; for it the conductance of the unit's output <em>times the position's weight</em> is given, which
 * is what the unit sends into the mean, and this is one.
 *
 * <p>Cost: 2m + 1 forward and m backward passes of the plain executor. Not for layers that are no cut: their numbers would
 * sum to something else, so they are left out. Source: Dhamdhere, Sundararajan and Yan, 2019.
 */
public final class LayerConductance {
    private LayerConductance() {}

    /**
     * Conductance of every layer of {@code model} that is a cut for this question.
     *
     * @param query as asked, without {@code item} in its history
     * @param steps m, at least 1
     * @return layer name → one number a unit, in the shape of {@link NetworkRecommender#activations}; layers that are no
     *     cut are absent, and all are when the question equals the reference
     */
    public static Map<String, double[]> of(
            NetworkRecommender model, Query query, int item, int steps, CancellationToken cancellation) {
        QuestionPath question = QuestionPath.of(model, query, item);
        Map<String, double[]> found =
                attribute(question.path(), List.copyOf(question.cuts().values()), steps, cancellation);
        Map<String, double[]> named = new LinkedHashMap<>();
        question.cuts().forEach((layer, here) -> named.put(layer, found.getOrDefault(here, new double[0])));
        return named;
    }

    /** The algorithm on any path: layer name → one number a unit. */
    public static Map<String, double[]> attribute(
            NetworkPath path, List<String> layers, int steps, CancellationToken cancellation) {
        Map<String, double[]> conductance = new LinkedHashMap<>();
        Map<String, float[]> before = new LinkedHashMap<>();
        Map<String, float[]> slope = new LinkedHashMap<>();
        path.moveTo(0);
        for (String layer : layers) {
            conductance.put(layer, new double[path.network().shape(layer).size()]);
            before.put(layer, path.values(layer).clone());
        }
        for (int k = 1; k <= steps; k++) {
            cancellation.throwIfCancelled();
            path.moveTo((k - 0.5) / steps);
            path.pull();
            layers.forEach(layer -> slope.put(layer, path.gradients(layer).clone()));
            path.moveTo((double) k / steps);
            conductance.forEach((layer, sum) -> {
                float[] now = path.values(layer).clone();
                float[] then = java.util.Objects.requireNonNull(before.put(layer, now));
                float[] gradient = java.util.Objects.requireNonNull(slope.get(layer));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += gradient[i] * ((double) now[i] - then[i]);
                }
            });
        }
        return conductance;
    }
}
