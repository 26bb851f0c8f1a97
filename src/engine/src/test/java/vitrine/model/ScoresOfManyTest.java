package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.run.JobContext;
import vitrine.run.SeededRandom;

/** Models that score all items another way than some give the same numbers either way. */
class ScoresOfManyTest {
    private static InteractionMatrix matrix() {
        IdIndex users = IdIndex.of(IntStream.range(0, 40).mapToObj(u -> "u" + u).toList());
        IdIndex items = IdIndex.of(IntStream.range(0, 30).mapToObj(i -> "i" + i).toList());
        InteractionLog.Builder log = new InteractionLog.Builder(users, items);
        SeededRandom random = new SeededRandom(5);
        for (int row = 0; row < 300; row++) {
            log.add(random.nextInt(40), random.nextInt(30), row, EventType.PURCHASE, 1, 1, 1);
        }
        InteractionLog built = log.build();
        return InteractionMatrix.of(built, IntStream.range(0, built.size()).toArray());
    }

    @Test
    void itemKnnAndEase() {
        InteractionMatrix matrix = matrix();
        Query query = new Query(3, new int[] {4, 9, 1, 20, 7}, new float[] {1, .3f, 0, .7f, 1});
        for (LinearRecommender model : new LinearRecommender[] {
            ItemKnn.fit(matrix, 6, JobContext.quiet()), Ease.fit(matrix, 10, JobContext.quiet())
        }) {
            int[] all = IntStream.range(0, 30).toArray();
            double[] together = new double[30];
            model.score(query, all, together);
            for (int item : all) {
                double naive = 0;
                for (int h = 0; h < query.history().length; h++) {
                    naive += query.weights()[h] * model.slope(query.history()[h], item);
                }
                assertEquals(naive, together[item], model.name() + " " + item);
                assertEquals(model.score(query, item), together[item], model.name() + " " + item);
            }
        }
    }
}
