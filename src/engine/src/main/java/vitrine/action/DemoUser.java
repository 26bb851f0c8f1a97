package vitrine.action;

import java.util.Optional;
import vitrine.data.IdOrder;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.metric.Ranks;
import vitrine.model.Query;

/**
 * The customer a demonstration looks at: the first, by id, with a full history whose real next purchase, held out of
 * training, the model ranks in its top ten among everything the customer does not have. Chosen to be instructive, and the
 * report says so.
 *
 * @param user number of the user
 * @param next number of the item bought next
 * @param rank its rank
 */
record DemoUser(int user, int next, int rank) {
    private static final int LEAST_HISTORY = 10;
    private static final int TOP = 10;

    /** @return empty when no held-out purchase is in any top ten */
    static Optional<DemoUser> find(ModelSession session, Split split) {
        InteractionLog log = split.log();
        int[] heldOut = new int[log.users().size()];
        java.util.Arrays.fill(heldOut, -1);
        for (int row : split.testTargets()) {
            heldOut[log.user(row)] = log.item(row);
        }
        for (int user : IdOrder.of(log.users())) {
            if (heldOut[user] < 0) {
                continue;
            }
            Query query = session.query(Optional.of(log.users().id(user)), Optional.empty());
            if (query.history().length >= LEAST_HISTORY) {
                int rank = rank(session, query, heldOut[user]);
                if (rank <= TOP) {
                    return Optional.of(new DemoUser(user, heldOut[user], rank));
                }
            }
        }
        return Optional.empty();
    }

    private static int rank(ModelSession session, Query query, int item) {
        int[] candidates = session.unseen(query);
        double[] scores = new double[candidates.length];
        session.model().score(query, candidates, scores);
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] == item) {
                return Ranks.of(scores, i);
            }
        }
        return Integer.MAX_VALUE;
    }
}
