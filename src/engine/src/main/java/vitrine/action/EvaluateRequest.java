package vitrine.action;

import java.nio.file.Path;
import java.util.Map;

/**
 * {@code evaluate}.
 *
 * @param model a model file, or a registry name: then it is trained on the protocol's own training part
 * @param parameters hyper-parameters when {@code model} is a name
 */
public record EvaluateRequest(
        DataOptions data, String model, Map<String, String> parameters, String protocol, int k, long seed) {
    public EvaluateRequest {
        parameters = Map.copyOf(parameters);
    }

    /** The model as a path. */
    public Path modelFile() {
        return Path.of(model);
    }
}
