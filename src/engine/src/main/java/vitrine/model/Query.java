package vitrine.model;

import java.util.Arrays;
import vitrine.data.IdIndex;
import vitrine.model.feature.FeatureEdits;

/**
 * The question put to a recommender: a user (or none), a history of items with weights in [0, 1], oldest first, the context
 * it is asked in, and what is assumed of user and candidates otherwise than recorded. Ranking, what-if, occlusion, integrated gradients and counterfactuals are all slightly different queries.
 *
 * <p>Weight 0 <em>masks in place</em>: the slot stays, its neighbours do not move, older items do not slide in.
 *
 * @param user number of the user, or {@link #UNKNOWN_USER}
 * @param history item numbers, distinct, oldest first
 * @param weights one weight a history item, in [0, 1]
 * @param context when, where and with what; read by a {@link ContextRecommender} only, like the two below
 * @param userEdits attributes of the user; those of an unknown user are unknown unless they stand here
 * @param itemEdits attributes of every candidate
 */
public record Query(
        int user, int[] history, float[] weights, Context context, FeatureEdits userEdits, FeatureEdits itemEdits) {
    public static final int UNKNOWN_USER = IdIndex.UNKNOWN;

    public Query {
        if (history.length != weights.length) {
            throw new IllegalArgumentException(history.length + " history items but " + weights.length + " weights");
        }
        for (float weight : weights) {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("a history weight must lie in [0, 1], not " + weight);
            }
        }
        // Nothing can be written into an empty array, and training of a model without histories asks millions of these.
        if (history.length > 0) {
            history = history.clone();
            weights = weights.clone();
        }
    }

    /** Nothing is known of the context, and everything is as recorded. */
    public Query(int user, int[] history, float[] weights) {
        this(user, history, weights, Context.NONE, FeatureEdits.NONE, FeatureEdits.NONE);
    }

    /** All weights 1. */
    public static Query of(int user, int... history) {
        float[] ones = new float[history.length];
        Arrays.fill(ones, 1f);
        return new Query(user, history, ones);
    }

    public Query withUser(int other) {
        return new Query(other, history, weights, context, userEdits, itemEdits);
    }

    public Query withWeight(int position, float weight) {
        float[] changed = weights.clone();
        changed[position] = weight;
        return withWeights(changed);
    }

    public Query withWeights(float[] changed) {
        return new Query(user, history, changed, context, userEdits, itemEdits);
    }

    public Query withContext(Context other) {
        return new Query(user, history, weights, other, userEdits, itemEdits);
    }

    public Query withUserEdits(FeatureEdits other) {
        return new Query(user, history, weights, context, other, itemEdits);
    }

    public Query withItemEdits(FeatureEdits other) {
        return new Query(user, history, weights, context, userEdits, other);
    }

    /** The same question with {@code item} taken out of the history altogether (its slot closes). */
    public Query without(int item) {
        int n = (int) Arrays.stream(history).filter(h -> h != item).count();
        int[] items = new int[n];
        float[] kept = new float[n];
        for (int i = 0, j = 0; i < history.length; i++) {
            if (history[i] != item) {
                items[j] = history[i];
                kept[j++] = weights[i];
            }
        }
        return new Query(user, items, kept, context, userEdits, itemEdits);
    }
}
