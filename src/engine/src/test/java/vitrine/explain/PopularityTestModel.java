package vitrine.explain;

import vitrine.data.IdIndex;
import vitrine.model.Query;
import vitrine.model.Recommender;

/** A model that looks at no history: the score is the item's number. */
public record PopularityTestModel(IdIndex users, IdIndex items) implements Recommender {
    public static PopularityTestModel of(int items) {
        return new PopularityTestModel(TestIds.of("u", 1), TestIds.of("i", items));
    }

    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public void score(Query query, int[] candidates, double[] scores) {
        for (int c = 0; c < candidates.length; c++) {
            scores[c] = candidates[c];
        }
    }
}
