package vitrine.assess;

import java.util.SortedMap;

/**
 * Accuracy of a model under a named protocol; never shown without the protocol.
 *
 * @param protocol its name
 * @param k cut-off of the ranking measures
 * @param users number of users measured
 * @param metrics {@code hr, ndcg, precision, recall, map, mrr, auc}; of logits {@code loss, accuracy, alwaysNoAccuracy}
 *     under leave-one-out; where all items are ranked {@code coverage, novelty, diversity, popularityBias, longTail}
 */
public record Evaluation(String protocol, int k, int users, SortedMap<String, Double> metrics) {}
