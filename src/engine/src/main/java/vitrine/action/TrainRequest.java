package vitrine.action;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * {@code train}.
 *
 * @param model registry name
 * @param split {@code none}, {@code loo} or {@code temporal}
 * @param parameters hyper-parameters by flag name without dashes ({@code epochs}, {@code batch}, {@code lr} ...); what
 *     is absent takes the model's default
 * @param out model file; empty: train in memory only
 * @param dl4j where to write the network as a DL4J zip too; empty: nowhere
 * @param withHistories keep the training interactions in the file, so that it answers alone
 */
public record TrainRequest(
        DataOptions data,
        String model,
        String split,
        Map<String, String> parameters,
        long seed,
        Optional<Path> out,
        Optional<Path> dl4j,
        boolean withHistories) {
    public TrainRequest {
        parameters = Map.copyOf(parameters);
    }
}
