package vitrine.action;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code search}.
 *
 * @param parameters held fixed; the rest is drawn
 * @param protocol how candidates are measured, inside the training part of the same protocol
 * @param metric to make large: {@code hr, ndcg, precision, recall, map, mrr, auc}
 * @param strategy {@code random}: all with full training; {@code halving}: all with a ninth of the epochs, the best third of
 *     those with a third, the best third of these with all
 * @param budget number of drawn candidates, 1 to 10000; the first is the model's defaults
 * @param minutes time after which no more is tried
 * @param trials file that keeps what was tried, one JSON document a line; a search that finds it goes on from it
 */
public record SearchRequest(
        DataOptions data,
        String model,
        Map<String, String> parameters,
        String protocol,
        int k,
        String metric,
        String strategy,
        int budget,
        OptionalDouble minutes,
        long seed,
        Optional<Path> trials) {
    public SearchRequest {
        parameters = Map.copyOf(parameters);
    }
}
