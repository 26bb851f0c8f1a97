package vitrine.action;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code compare}: everything a table or a screen shows, worked out.
 *
 * @param usersWithoutTest users with nothing held out, not measured
 * @param models in the order asked; {@code ranks} below follow it
 * @param tests every pair, measure and test
 * @param overlap every pair
 * @param user one user's lists, when asked for
 */
public record CompareResult(
        String protocol,
        int k,
        int users,
        int usersWithoutTest,
        List<Compared> models,
        List<PairTest> tests,
        List<Overlap> overlap,
        Optional<SideBySide> user,
        double seconds) {
    /**
     * One model.
     *
     * @param name as it was asked for: a name or a file
     * @param metrics means over users; null where not measured
     * @param intervals of the means over users, 95 %
     * @param trainSeconds 0 for a file
     */
    public record Compared(
            String name,
            String model,
            SortedMap<String, @Nullable Double> metrics,
            SortedMap<String, Interval> intervals,
            double trainSeconds,
            double scoreSeconds) {}

    /**
     * A paired test of {@code a - b} over the same users.
     *
     * @param p two-sided, of this test alone
     * @param pHolm corrected for all pairs of models under the same measure and test (Holm)
     * @param test {@code t} (paired t) or {@code wilcoxon} (signed ranks, differences of 0 left out)
     * @param difference mean of {@code a - b}
     * @param low lower end of the difference's 95 % interval
     * @param high upper end
     * @param n users with both values
     * @param better how many of them {@code a} serves better
     * @param worse how many {@code b} serves better
     */
    public record PairTest(
            String a,
            String b,
            String metric,
            double p,
            double pHolm,
            String test,
            double difference,
            double low,
            double high,
            int n,
            int better,
            int worse) {}

    /**
     * How alike two models' first {@code depth} places are, among all items outside the users' training part.
     *
     * @param rbo mean rank-biased overlap, extrapolated (Webber et al., 2010)
     * @param persistence p of it
     * @param jaccard mean share of common items
     * @param histogram users by rank-biased overlap, ten bins of equal width from 0 to 1
     * @param disagreements users with the lowest overlap, lowest first, ties by id
     */
    public record Overlap(
            String a,
            String b,
            int depth,
            double rbo,
            double persistence,
            double jaccard,
            List<Integer> histogram,
            List<Disagreement> disagreements) {}

    /** A user whom two models answer differently. */
    public record Disagreement(String user, double rbo, double jaccard) {}

    /**
     * One user's lists.
     *
     * @param history training items, newest first
     * @param heldOut what the user chose, as the protocol knows it
     * @param lists one a model, best first
     */
    public record SideBySide(String user, List<Product> history, List<Product> heldOut, List<TopList> lists) {}

    /** An item with its title. */
    public record Product(String item, String title) {}

    /** A model's first places. */
    public record TopList(String model, List<Place> items) {}

    /**
     * One place.
     *
     * @param ranks of the item under each model, among all candidates
     * @param heldOut whether the user chose it
     */
    public record Place(int rank, String item, String title, double score, List<Integer> ranks, boolean heldOut) {}
}
