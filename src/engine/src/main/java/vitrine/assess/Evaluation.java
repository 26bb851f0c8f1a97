package vitrine.assess;

import java.util.SortedMap;

/**
 * Accuracy of a model under a named protocol; never shown without the protocol.
 *
 * @param protocol {@code loo99} or {@code loo-full}
 * @param k cut-off of the ranking measures
 * @param users number of users measured
 * @param metrics {@code hr, ndcg, precision, recall, map, mrr, auc, loss, accuracy, alwaysNoAccuracy}
 */
public record Evaluation(String protocol, int k, int users, SortedMap<String, Double> metrics) {}
