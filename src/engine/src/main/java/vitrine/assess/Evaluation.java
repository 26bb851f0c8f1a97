package vitrine.assess;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Accuracy of a model under a named protocol; never shown without the protocol.
 *
 * @param protocol its name
 * @param k cut-off of the ranking measures
 * @param users number of users measured
 * @param usersWithoutTest users of the data who have nothing held out and are not measured
 * @param metrics {@code hr, ndcg, precision, recall, map, mrr, auc}; of logits {@code loss, accuracy, alwaysNoAccuracy,
 *     calibrationError} under leave-one-out; where all items are ranked {@code coverage, novelty, diversity, serendipity, popularityBias,
 *     longTail}
 * @param perUser the same for each user, where it is a mean over users
 */
public record Evaluation(
        String protocol,
        int k,
        int users,
        int usersWithoutTest,
        SortedMap<String, Double> metrics,
        UserMeasures perUser) {
    /** Without what each user got. */
    public Evaluation(String protocol, int k, int users, SortedMap<String, Double> metrics) {
        this(protocol, k, users, 0, metrics, new UserMeasures(new int[0], new TreeMap<>(), new int[0][]));
    }
}
