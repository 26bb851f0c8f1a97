package vitrine.train;

import java.util.ArrayList;
import java.util.List;
import vitrine.network.LayerActivation;

/**
 * What a layer gives out over a few fixed questions, unused positions included: a layer that dies shows as a share of zeros
 * near 1, one that runs away as a mean far from 0.
 *
 * @param layer its name
 * @param type its kind: {@code embedding, conv1d, dense ...}
 * @param mean of all its values
 * @param zeroShare share of values that are exactly 0
 */
public record LayerStatistics(String layer, String type, double mean, double zeroShare) {
    /** @param examples activations of the same layers, one list an example, at least one */
    static List<LayerStatistics> of(List<List<LayerActivation>> examples) {
        List<LayerStatistics> statistics = new ArrayList<>();
        for (int layer = 0; layer < examples.get(0).size(); layer++) {
            double sum = 0;
            long zeros = 0;
            long count = 0;
            for (List<LayerActivation> example : examples) {
                for (float value : example.get(layer).values()) {
                    sum += value;
                    zeros += value == 0 ? 1 : 0;
                    count++;
                }
            }
            LayerActivation first = examples.get(0).get(layer);
            statistics.add(new LayerStatistics(first.name(), first.type(), sum / count, (double) zeros / count));
        }
        return statistics;
    }
}
