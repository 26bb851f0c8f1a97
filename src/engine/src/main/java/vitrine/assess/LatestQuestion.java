package vitrine.assess;

import vitrine.data.split.Split;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;

/** What a user is asked about when no single held-out event says when. */
final class LatestQuestion {
    private LatestQuestion() {}

    /**
     * The user's latest training items. What is held out has many moments, so none is asked for; region and device are those
     * last seen in training.
     */
    static Query of(Recommender model, Split split, int user) {
        Query question = Query.of(user, split.trainHistories().latest(user, model.historyRead()));
        return model instanceof ContextRecommender
                ? question.withContext(
                        Context.latest(split.log(), user, row -> !split.hidden().get(row))
                                .withoutTime())
                : question;
    }
}
