package vitrine.action;

import java.util.Optional;
import vitrine.model.Query;
import vitrine.model.Recommender;

/** The history item whose removal lowers an item's score most: the one-line reason, not yet checked. */
final class StrongestPart {
    private StrongestPart() {}

    /** @return a position in the history; empty when no removal lowers the score */
    static Optional<Integer> of(Recommender model, Query query, int item) {
        if (!model.readsHistory()) {
            return Optional.empty();
        }
        double full = model.score(query, item);
        int strongest = -1;
        double fall = 0;
        for (int i = 0; i < query.history().length; i++) {
            if (query.history()[i] != item) {
                double left = full - model.score(query.withWeight(i, 0f), item);
                if (left > fall) {
                    fall = left;
                    strongest = i;
                }
            }
        }
        return strongest < 0 ? Optional.empty() : Optional.of(strongest);
    }
}
