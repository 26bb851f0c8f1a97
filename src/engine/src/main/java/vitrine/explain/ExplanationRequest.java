package vitrine.explain;

import vitrine.model.Query;

/**
 * "Why {@code item} for this query?"
 *
 * @param query the question; {@code item} must not be in its history (use {@link Query#without})
 * @param item the item to explain
 * @param steps number of points of a path method, 1 to 10,000
 */
public record ExplanationRequest(Query query, int item, int steps) {
    public static final int DEFAULT_STEPS = 50;

    public ExplanationRequest {
        if (steps < 1 || steps > 10_000) {
            throw new IllegalArgumentException("steps must be between 1 and 10000, not " + steps);
        }
        for (int h : query.history()) {
            if (h == item) {
                throw new IllegalArgumentException("the item to explain is in the history; take it out first");
            }
        }
    }
}
