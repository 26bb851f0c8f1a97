package vitrine.train;

import vitrine.model.Context;
import vitrine.model.FeatureSpace;
import vitrine.model.Query;
import vitrine.model.feature.FeatureEdits;
import vitrine.run.SeededRandom;

/**
 * Takes parts of a question away for a model that reads context and attributes: each attribute and each part of the context
 * in one of ten questions, the ids of the user and of the candidates in a share of their own (Volkovs, Yu and Poutanen,
 * "DropoutNet: Addressing Cold Start in Recommender Systems", NIPS 2017); and once in twenty everything but the candidates'
 * attributes and ids.
 *
 * @param features what the model knows
 * @param ids share of questions whose user's id is hidden, and of those whose candidates' ids are, 0 to 1
 */
public record HiddenFeatures(FeatureSpace features, double ids) implements Hiding {
    private static final double EVERYTHING = 0.05;

    @Override
    public Query hide(Query question, SeededRandom random) {
        boolean hideItems = random.nextDouble() < ids;
        FeatureEdits items = hideItems ? FeatureEdits.NONE.without(FeatureEdits.ID) : FeatureEdits.NONE;
        items = thinned(items, features.items().features().size(), random);
        if (random.nextDouble() < EVERYTHING) {
            return question.withUser(Query.UNKNOWN_USER)
                    .withWeights(new float[question.history().length])
                    .withContext(Context.NONE)
                    .withItemEdits(hideItems ? FeatureEdits.NONE.without(FeatureEdits.ID) : FeatureEdits.NONE);
        }
        boolean hideUser = random.nextDouble() < ids;
        FeatureEdits user = hideUser ? FeatureEdits.NONE.without(FeatureEdits.ID) : FeatureEdits.NONE;
        user = thinned(user, features.users().features().size(), random);
        Context context = question.context();
        for (Context.Part part : PARTS) {
            if (random.nextDouble() < SHARE) {
                context = context.without(part);
            }
        }
        return new Query(question.user(), question.history(), question.weights(), context, user, items);
    }

    private static final Context.Part[] PARTS = Context.Part.values();

    private static FeatureEdits thinned(FeatureEdits edits, int count, SeededRandom random) {
        FeatureEdits thinned = edits;
        for (int feature = 0; feature < count; feature++) {
            if (random.nextDouble() < SHARE) {
                thinned = thinned.without(feature);
            }
        }
        return thinned;
    }
}
