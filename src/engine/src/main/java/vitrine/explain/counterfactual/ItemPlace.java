package vitrine.explain.counterfactual;

import java.util.Arrays;
import java.util.stream.IntStream;
import vitrine.metric.PartialTopK;
import vitrine.metric.Ranks;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CannotAnswerException;

/** Ranks one item among fixed candidates for one question after another. Safe for several threads when the model is. */
public final class ItemPlace {
    private final Recommender model;
    private final int item;
    private final int[] candidates;
    private final int at;
    private final int k;

    /**
     * @param candidates items to be ranked, {@code item} among them, in the order that breaks ties: by id. They stay the same
     *     whatever is changed about the question
     * @param k length of the list, at least 1
     */
    public ItemPlace(Recommender model, int item, int[] candidates, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("a list has at least 1 place, not " + k);
        }
        this.model = model;
        this.item = item;
        this.candidates = candidates.clone();
        this.k = k;
        this.at = IntStream.range(0, candidates.length)
                .filter(i -> candidates[i] == item)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the item is not among the candidates"));
    }

    /** @throws CannotAnswerException when a score is not a finite number */
    public Outcome of(Query query) {
        double[] scores = scores(query);
        double own = scores[at];
        int rank = Ranks.of(scores, at);
        int[] best = PartialTopK.of(scores, k + 1);
        int[] top = Arrays.stream(best).limit(k).map(i -> candidates[i]).toArray();
        int[] others = Arrays.stream(best).filter(i -> i != at).toArray();
        double margin = others.length < k ? Double.POSITIVE_INFINITY : own - scores[others[k - 1]];
        return new Outcome(rank, own, margin, top);
    }

    double[] scores(Query query) {
        double[] scores = new double[candidates.length];
        model.score(query, candidates, scores);
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new CannotAnswerException("The model " + model.name()
                        + " gives a score that is no finite number, so nothing can be ranked by it. Train it again, with a"
                        + " smaller learning rate if it diverged.");
            }
        }
        return scores;
    }

    Recommender model() {
        return model;
    }

    int item() {
        return item;
    }

    int[] candidates() {
        return candidates.clone();
    }

    /** The item's own place among the candidates. */
    int at() {
        return at;
    }

    int k() {
        return k;
    }
}
