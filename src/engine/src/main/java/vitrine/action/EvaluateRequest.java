package vitrine.action;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code evaluate}.
 *
 * @param model a model file, or a registry name: then it is trained on the protocol's own training part
 * @param parameters hyper-parameters when {@code model} is a name
 * @param protocol not asked when {@code given} is there
 * @param given files with what is to be found
 * @param seeds when {@code model} is a name: train and measure once with each, split and sample drawn anew; empty: {@code
 *     seed} alone
 * @param groups also measure by group: {@code activity}, {@code popularity} or an attribute of the users
 */
public record EvaluateRequest(
        DataOptions data,
        String model,
        Map<String, String> parameters,
        String protocol,
        int k,
        long seed,
        Optional<GivenFiles> given,
        List<Long> seeds,
        Optional<String> groups) {
    public EvaluateRequest {
        parameters = Map.copyOf(parameters);
        seeds = List.copyOf(seeds);
    }

    /** Under a named protocol, one seed, no groups. */
    public EvaluateRequest(
            DataOptions data, String model, Map<String, String> parameters, String protocol, int k, long seed) {
        this(data, model, parameters, protocol, k, seed, Optional.empty(), List.of(), Optional.empty());
    }

    /** The model as a path. */
    public Path modelFile() {
        return Path.of(model);
    }
}
