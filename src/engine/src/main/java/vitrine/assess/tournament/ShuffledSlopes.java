package vitrine.assess.tournament;

import java.util.Arrays;
import vitrine.data.IdIndex;
import vitrine.model.LinearRecommender;
import vitrine.model.Query;
import vitrine.run.SeededRandom;

/**
 * A linear model whose weights stand at the wrong items: history item i weighs what another item, drawn once, weighed. As
 * many weights of the same sizes, and nothing learned.
 */
record ShuffledSlopes(LinearRecommender trained, int[] standsFor) implements LinearRecommender {
    static ShuffledSlopes of(LinearRecommender trained, long seed) {
        int[] standsFor = new int[trained.items().size()];
        Arrays.setAll(standsFor, i -> i);
        SeededRandom.stream(seed, "shuffled-slopes", 0).shuffle(standsFor);
        return new ShuffledSlopes(trained, standsFor);
    }

    @Override
    public String name() {
        return trained.name();
    }

    @Override
    public IdIndex users() {
        return trained.users();
    }

    @Override
    public IdIndex items() {
        return trained.items();
    }

    @Override
    public double slope(int historyItem, int item) {
        return trained.slope(standsFor[historyItem], item);
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = 0;
            for (double part : exactContributions(query, candidates[c])) {
                scores[c] += part;
            }
        }
    }
}
