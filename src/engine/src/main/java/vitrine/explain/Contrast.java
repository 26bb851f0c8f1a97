package vitrine.explain;

import java.util.Arrays;
import vitrine.data.IdIndex;
import vitrine.model.DifferentiableRecommender;
import vitrine.model.LinearRecommender;
import vitrine.model.Part;
import vitrine.model.PartedScore;
import vitrine.model.Query;
import vitrine.model.Recommender;

/**
 * "Why A above B?": a model seen from item B. Every item's score is its margin over B, {@code f_c - f_B}, so any explainer
 * asked about A attributes {@code f_A - f_B}, and its contributions sum to the margin minus the reference's margin. What the
 * model is, the view is too: linear in the history, or with a gradient. A part is there when it is there for either item.
 *
 * <p>Ranks among all items are those of the model itself, since all scores move together: they say nothing of a margin.
 */
public class Contrast implements Recommender {
    private final Recommender model;
    private final int against;

    private Contrast(Recommender model, int against) {
        this.model = model;
        this.against = against;
    }

    /** @param against number of item B */
    public static Contrast of(Recommender model, int against) {
        if (model instanceof LinearRecommender linear) {
            return new OfLinear(linear, against);
        }
        return model instanceof DifferentiableRecommender differentiable
                ? new OfDifferentiable(differentiable, against)
                : new Contrast(model, against);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public IdIndex users() {
        return model.users();
    }

    @Override
    public IdIndex items() {
        return model.items();
    }

    @Override
    public int maxHistory() {
        return model.maxHistory();
    }

    @Override
    public boolean readsHistory() {
        return model.readsHistory();
    }

    @Override
    public int historyRead() {
        return model.historyRead();
    }

    @Override
    public Query reference(Query query) {
        return model.reference(query);
    }

    @Override
    public boolean isPresent(Query query, int item, Part.Kind kind, int index) {
        return model.isPresent(query, item, kind, index) || model.isPresent(query, against, kind, index);
    }

    @Override
    public Query without(Query query, Part.Kind kind, int index) {
        return model.without(query, kind, index);
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        int n = candidates.length;
        int[] all = Arrays.copyOf(candidates, n + 1);
        all[n] = against;
        double[] both = new double[n + 1];
        model.score(query, all, both);
        for (int i = 0; i < n; i++) {
            scores[i] = both[i] - both[n];
        }
    }

    /** With a gradient. */
    private static class OfDifferentiable extends Contrast implements DifferentiableRecommender {
        private final DifferentiableRecommender model;
        private final int against;

        OfDifferentiable(DifferentiableRecommender model, int against) {
            super(model, against);
            this.model = model;
            this.against = against;
        }

        @Override
        public PartedScore parted(Query query, int item) {
            return PartedMargin.of(model.parted(query, item), model.parted(query, against));
        }
    }

    /** The margin of a linear model is linear. */
    private static final class OfLinear extends OfDifferentiable implements LinearRecommender {
        private final LinearRecommender model;
        private final int against;

        OfLinear(LinearRecommender model, int against) {
            super(model, against);
            this.model = model;
            this.against = against;
        }

        @Override
        public double slope(int historyItem, int item) {
            return model.slope(historyItem, item) - model.slope(historyItem, against);
        }

        @Override
        public PartedScore parted(Query query, int item) {
            return super.parted(query, item);
        }
    }
}
