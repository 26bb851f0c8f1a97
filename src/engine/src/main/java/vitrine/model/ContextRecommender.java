package vitrine.model;

import vitrine.data.IdIndex;
import vitrine.model.feature.FeatureEdits;
import vitrine.model.feature.FeatureValue;

/**
 * A recommender that reads the context of a question and the attributes of users and items. Each of these is a part that can
 * be taken away by becoming unknown; the user as such (what was learned under the id) is a part beside the user's attributes.
 */
public interface ContextRecommender extends Recommender {
    /** The attributes and names it knows. */
    FeatureSpace features();

    /** Nothing known but the candidates' ids: no history, no user, no context, no attributes. */
    @Override
    default Query reference(Query query) {
        FeatureEdits user = FeatureEdits.NONE;
        for (int f = 0; f < features().users().features().size(); f++) {
            user = user.without(f);
        }
        FeatureEdits items = query.itemEdits();
        for (int f = 0; f < features().items().features().size(); f++) {
            items = items.without(f);
        }
        return new Query(
                Query.UNKNOWN_USER, query.history(), new float[query.history().length], Context.NONE, user, items);
    }

    @Override
    default boolean isPresent(Query query, int item, Part.Kind kind, int index) {
        return switch (kind) {
            case HISTORY -> query.weights()[index] > 0;
            case USER ->
                index == 0
                        ? query.user() != Query.UNKNOWN_USER
                                && !query.userEdits().hidesId()
                        : userValue(query, index - 1).isKnown();
            case ITEM ->
                query.itemEdits()
                        .value(index, features().items().value(item, index))
                        .isKnown();
            case CONTEXT -> query.context().value(Context.Part.values()[index]) != Context.UNKNOWN;
        };
    }

    @Override
    default Query without(Query query, Part.Kind kind, int index) {
        return switch (kind) {
            case HISTORY -> query.withWeight(index, 0f);
            case USER -> query.withUserEdits(query.userEdits().without(index == 0 ? FeatureEdits.ID : index - 1));
            case ITEM -> query.withItemEdits(query.itemEdits().without(index));
            case CONTEXT -> query.withContext(query.context().without(Context.Part.values()[index]));
        };
    }

    /** What a question assumes of its user: as asked, else as recorded; of an unknown user nothing is recorded. */
    default FeatureValue userValue(Query query, int feature) {
        FeatureValue recorded = query.user() == IdIndex.UNKNOWN
                ? FeatureValue.UNKNOWN
                : features().users().value(query.user(), feature);
        return query.userEdits().value(feature, recorded);
    }
}
