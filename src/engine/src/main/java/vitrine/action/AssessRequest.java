package vitrine.action;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code assess}.
 *
 * @param users how many to draw, among those with enough history
 * @param methods explainer names; none: all that fit the model
 * @param itemsPerUser how many of each user's first recommendations are explained
 * @param budget most calls of the model an explanation
 * @param seeds of explainers that draw
 * @param seed of everything else: the users drawn, control orders, starting values, bootstrap
 */
public record AssessRequest(
        Path model, int users, List<String> methods, int itemsPerUser, int budget, List<Long> seeds, long seed) {
    public AssessRequest {
        methods = List.copyOf(methods);
        seeds = List.copyOf(seeds);
    }
}
