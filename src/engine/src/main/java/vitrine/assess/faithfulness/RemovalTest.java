package vitrine.assess.faithfulness;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import vitrine.metric.NdcgAtK;
import vitrine.metric.Ranks;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.CancellationToken;

/**
 * The removal tests of one (query, item): take history items away in an order of importance, bin by bin, and watch the
 * item's score and its rank among the items outside the original history. Ten near-equal bins give 11 steps, 0 to 100 %
 * removed; fewer than ten items are a bin each. All means are over all steps, ends included.
 *
 * <p>Scores are normalised, {@code g(S) = (f(S) - f(empty)) / |f(x) - f(empty)|}, with the user kept in all three. For
 * an item whose score the history raises, g runs from 0 (nothing kept) to 1 (all kept). The absolute value matters for
 * an item whose score the history lowers: g then runs from 0 to -1, and lower DEL, higher INS still mean that the items
 * put first do raise the score; without it the truest order would get the worst marks.
 *
 * <p>Cost of one order: 2 (bins - 1) scores, or rankings of all candidates. Deleting history leaves the data's
 * manifold: hence both directions, deletion and insertion. Safe for several threads.
 */
public final class RemovalTest {
    private final HistoryScorer scorer;
    private final int[] removable;
    private final RemovalBins bins;
    private final HistoryScorer.Ranked full;
    private final HistoryScorer.Ranked empty;
    private final double deviation;
    private final int k;

    /**
     * @param query the question with the item already taken out of its history
     * @param item the item whose recommendation is explained
     * @param candidates all items outside the original history, {@code item} among them, sorted by id
     * @param minimumK least K of POS and NEG; K is the item's original rank where that is larger
     * @throws IllegalArgumentException when the history has no item of positive weight
     */
    public RemovalTest(Recommender model, Query query, int item, int[] candidates, int minimumK) {
        scorer = new HistoryScorer(model, query, item, candidates);
        removable = scorer.removable();
        if (removable.length == 0) {
            throw new IllegalArgumentException("there is no history item to remove");
        }
        bins = RemovalBins.of(removable.length);
        double[] scores = scorer.candidateScores(removable, 0, removable.length);
        int itemAt = IntStream.range(0, candidates.length)
                .filter(i -> candidates[i] == item)
                .findFirst()
                .orElseThrow();
        full = new HistoryScorer.Ranked(scores[itemAt], Ranks.of(scores, itemAt));
        empty = scorer.ranked(removable, 0, 0);
        deviation = new StandardDeviation(false).evaluate(scores);
        k = Math.max(minimumK, full.rank());
    }

    /** History positions that can be removed: those with positive weight, oldest first. */
    public int[] removable() {
        return removable.clone();
    }

    /** f(x): the item's score for the whole history. */
    public double fullScore() {
        return full.score();
    }

    /** f(empty): the same user's score for the item with every history weight 0. */
    public double emptyScore() {
        return empty.score();
    }

    /** The item's rank for the whole history. */
    public int originalRank() {
        return full.rank();
    }

    /** The rank that counts as "still recommended" in POS and NEG. */
    public int k() {
        return k;
    }

    /** Standard deviation of all candidates' scores for the whole history. */
    public double candidateDeviation() {
        return deviation;
    }

    /** Whether every score so far was a finite number. */
    public boolean allFinite() {
        return scorer.allFinite();
    }

    /** Why removals can say nothing here: too few items, or a history that hardly moves the score; empty when they can. */
    public Optional<VerdictReason> objection() {
        if (removable.length < VerdictRule.FEWEST_ITEMS) {
            return Optional.of(VerdictReason.TOO_FEW_ITEMS);
        }
        double effect = Math.abs(fullScore() - emptyScore());
        return effect == 0 || effect < VerdictRule.LEAST_EFFECT * deviation
                ? Optional.of(VerdictReason.HISTORY_HARDLY_MATTERS)
                : Optional.empty();
    }

    /** The item's score when only the history positions {@code order[from..to)} are kept. */
    double scoreKeeping(int[] order, int from, int to) {
        return scorer.score(order, from, to);
    }

    /** Score curve of one order, without any ranking. */
    public RemovalCurve curve(int[] order, CancellationToken cancellation) {
        int steps = bins.count();
        double[] deletion = new double[steps + 1];
        double[] insertion = new double[steps + 1];
        for (int step = 0; step <= steps; step++) {
            cancellation.throwIfCancelled();
            int end = bins.end(step);
            deletion[step] = isEnd(step) ? atEnd(steps - step).score() : scorer.score(order, end, order.length);
            insertion[step] = isEnd(step) ? atEnd(step).score() : scorer.score(order, 0, end);
        }
        return normalised(deletion, insertion);
    }

    /**
     * All measures of one order.
     *
     * @param order a permutation of {@link #removable()}, most important first
     */
    public RemovalOutcome run(int[] order, CancellationToken cancellation) {
        int steps = bins.count();
        double[] deletion = new double[steps + 1];
        double[] insertion = new double[steps + 1];
        double pos = 0;
        double neg = 0;
        double cdcg = 0;
        for (int step = 0; step <= steps; step++) {
            cancellation.throwIfCancelled();
            int end = bins.end(step);
            HistoryScorer.Ranked deleted = isEnd(step) ? atEnd(steps - step) : scorer.ranked(order, end, order.length);
            // Keeping the top bins is deleting the least important first, walked backwards: it serves INS and NEG.
            HistoryScorer.Ranked kept = isEnd(step) ? atEnd(step) : scorer.ranked(order, 0, end);
            deletion[step] = deleted.score();
            insertion[step] = kept.score();
            pos += deleted.rank() <= k ? 1 : 0;
            neg += kept.rank() <= k ? 1 : 0;
            cdcg += NdcgAtK.discount(deleted.rank());
        }
        RemovalCurve curve = normalised(deletion, insertion);
        double points = steps + 1.0;
        RemovalScores scores = new RemovalScores(
                pos / points, neg / points, mean(curve.deletion()), mean(curve.insertion()), cdcg / points);
        return new RemovalOutcome(scores, curve, mean(deletion), mean(insertion));
    }

    private boolean isEnd(int step) {
        return step == 0 || step == bins.count();
    }

    /** The two ends are the same for every order: nothing kept at 0, everything otherwise. */
    private HistoryScorer.Ranked atEnd(int keptBins) {
        return keptBins == 0 ? empty : full;
    }

    private RemovalCurve normalised(double[] deletion, double[] insertion) {
        double[] share = new double[deletion.length];
        double[] g = new double[deletion.length];
        double[] h = new double[deletion.length];
        double unit = Math.abs(full.score() - empty.score());
        for (int step = 0; step < share.length; step++) {
            share[step] = bins.end(step) / (double) bins.items();
            g[step] = (deletion[step] - empty.score()) / unit;
            h[step] = (insertion[step] - empty.score()) / unit;
        }
        return new RemovalCurve(share, g, h);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
