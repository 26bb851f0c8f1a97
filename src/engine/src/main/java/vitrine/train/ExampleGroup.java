package vitrine.train;

import vitrine.model.Query;

/**
 * A positive with its sampled negatives, which share the question.
 *
 * @param query what was known before the positive happened
 * @param candidates item numbers, the positive first
 */
public record ExampleGroup(Query query, int[] candidates) {}
