package vitrine.action;

import java.util.Arrays;
import vitrine.model.FoldIn;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/** The history item whose removal lowers an item's score most: the one-line reason, not yet checked. */
final class StrongestPart {
    /** No removal lowers the score. */
    static final int NONE = -1;

    private StrongestPart() {}

    /** Of a model that fits a vector to each history it is asked about, the newest so many positions are tried. */
    private static final int FITTED = 100;

    /**
     * A position in the history for each of {@code items}, or {@link #NONE}. One scoring of all items a history item.
     *
     * @param items numbers
     */
    static int[] of(Recommender model, Query query, int[] items, JobContext context) {
        int[] strongest = new int[items.length];
        Arrays.fill(strongest, NONE);
        if (!model.readsHistory()) {
            return strongest;
        }
        double[] whole = new double[items.length];
        double[] left = new double[items.length];
        double[] fall = new double[items.length];
        model.score(query, items, whole);
        int oldest = model instanceof FoldIn ? Math.max(0, query.history().length - FITTED) : 0;
        for (int position = oldest; position < query.history().length; position++) {
            context.cancellation().throwIfCancelled();
            if (query.weights()[position] == 0) {
                continue;
            }
            model.score(query.withWeight(position, 0f), items, left);
            for (int i = 0; i < items.length; i++) {
                double lost = whole[i] - left[i];
                if (lost > fall[i] && query.history()[position] != items[i]) {
                    fall[i] = lost;
                    strongest[i] = position;
                }
            }
        }
        return strongest;
    }
}
