package vitrine.action;

import java.util.List;
import java.util.Optional;

/**
 * {@code compare}.
 *
 * @param models two to four model files or names; names are trained with their defaults on the protocol's training part
 * @param protocol not asked when {@code given} is there
 * @param given files with what is to be found
 * @param user a user whose lists are to be shown side by side
 */
public record CompareRequest(
        DataOptions data,
        List<String> models,
        String protocol,
        int k,
        long seed,
        Optional<GivenFiles> given,
        Optional<String> user) {
    public CompareRequest {
        models = List.copyOf(models);
    }
}
