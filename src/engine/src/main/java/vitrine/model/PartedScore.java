package vitrine.model;

import java.util.List;
import vitrine.network.DifferentiableFunction;

/**
 * One item's score as a function of a query's parts.
 *
 * @param parts the parts, each a range of coordinates; together they cover all coordinates once
 * @param function the score before squashing, as a function of the coordinates
 * @param point the coordinates of the query as asked
 * @param reference the coordinates of the reference: that of {@link Recommender#reference}
 */
public record PartedScore(List<Part> parts, DifferentiableFunction function, double[] point, double[] reference) {
    public PartedScore {
        parts = List.copyOf(parts);
    }
}
