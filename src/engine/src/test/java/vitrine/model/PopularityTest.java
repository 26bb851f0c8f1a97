package vitrine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vitrine.data.InteractionLog;

class PopularityTest {
    @Test
    void scoresByTheNumberOfUsersWhateverIsAsked() {
        InteractionLog log = RandomMatrix.log(12, 15, 100, 4);
        boolean[][] table = RandomMatrix.table(log);
        Popularity popularity = Popularity.fit(RandomMatrix.of(log));
        int[] items = IntStream.range(0, 15).toArray();
        double[] expected = IntStream.of(items)
                .mapToDouble(item ->
                        IntStream.range(0, 12).filter(u -> table[u][item]).count())
                .toArray();
        double[] scores = new double[15];
        popularity.score(Query.of(3, 1, 2), items, scores);
        assertArrayEquals(expected, scores);
        popularity.score(Query.of(Query.UNKNOWN_USER), items, scores);
        assertArrayEquals(expected, scores);
        assertEquals(Integer.MAX_VALUE, popularity.maxHistory());
    }

    @Test
    void countsCannotBeChangedFromOutside() {
        Popularity popularity = Popularity.fit(RandomMatrix.of(RandomMatrix.log(5, 5, 20, 1)));
        int before = popularity.counts()[0];
        popularity.counts()[0] = 99;
        assertEquals(before, popularity.counts()[0]);
    }
}
