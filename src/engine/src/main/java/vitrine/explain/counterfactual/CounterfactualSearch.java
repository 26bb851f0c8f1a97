package vitrine.explain.counterfactual;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vitrine.model.LinearRecommender;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.run.JobContext;

/**
 * Counterfactuals of a place in a list: the fewest history items whose removal (weight 0 in place) brings an item across the
 * end of the list, and the fewest changes of the moment that do.
 *
 * <p>What is skipped provably cannot matter: history items of weight 0, those older than the model reads, and under a linear
 * model the sets its formula rules out. Cost for h removable items and sizes up to 3: at most h + h^3 / 6 rankings.
 *
 * <p>A removed purchase is a question no customer may ever have asked; the answer speaks of the model, not of the customer.
 * Source of the idea: Wachter, Mittelstadt and Russell, 2017; for recommenders, Ghazimatin et al. (PRINCE), 2020.
 */
public final class CounterfactualSearch {
    private CounterfactualSearch() {}

    /**
     * The smallest removal.
     *
     * @param query the question, without the item in its history
     * @param locked positions of the history that must stay
     */
    public static Counterfactual removal(
            ItemPlace place, Query query, IntPredicate locked, Goal goal, SearchLimits limits, JobContext context) {
        Recommender model = place.model();
        int n = query.history().length;
        int[] positions = IntStream.range(0, n)
                .filter(p -> query.weights()[p] > 0 && (long) n - p <= model.historyRead() && !locked.test(p))
                .toArray();
        List<Change.Removal> options =
                IntStream.of(positions).mapToObj(Change.Removal::new).toList();
        return model instanceof LinearRecommender linear
                ? SmallestChange.ofLinear(
                        place, query, options, LinearMargins.of(linear, query, place, positions), goal, limits, context)
                : SmallestChange.of(place, query, options, goal, limits, context);
    }

    /**
     * The smallest change of the moment.
     *
     * @param options values that may stand in place of those of the question
     */
    public static Counterfactual setting(
            ItemPlace place,
            Query query,
            List<Change.Setting> options,
            Goal goal,
            SearchLimits limits,
            JobContext context) {
        List<Change.Setting> others = options.stream()
                .filter(o -> query.context().value(o.part()) != o.value())
                .toList();
        return SmallestChange.of(place, query, others, goal, limits, context);
    }
}
