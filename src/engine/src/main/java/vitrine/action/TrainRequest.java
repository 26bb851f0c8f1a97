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
 * @param resume a checkpoint to go on from; model, split, seed and hyper-parameters are then the checkpoint's, and only
 *     {@code epochs} may be given
 * @param checkpointEvery how often to keep the state of training beside {@code out}: a number of batches ({@code 500}) or
 *     of seconds ({@code 30s}); empty: only when stopped
 */
public record TrainRequest(
        DataOptions data,
        String model,
        String split,
        Map<String, String> parameters,
        long seed,
        Optional<Path> out,
        Optional<Path> dl4j,
        boolean withHistories,
        Optional<Path> resume,
        Optional<String> checkpointEvery) {
    public TrainRequest {
        parameters = Map.copyOf(parameters);
    }

    /** From the beginning to the end. */
    public TrainRequest(
            DataOptions data,
            String model,
            String split,
            Map<String, String> parameters,
            long seed,
            Optional<Path> out,
            Optional<Path> dl4j,
            boolean withHistories) {
        this(data, model, split, parameters, seed, out, dl4j, withHistories, Optional.empty(), Optional.empty());
    }

    /** Without a DL4J zip. */
    public TrainRequest(
            DataOptions data,
            String model,
            String split,
            Map<String, String> parameters,
            long seed,
            Optional<Path> out,
            boolean withHistories) {
        this(data, model, split, parameters, seed, out, Optional.empty(), withHistories);
    }
}
