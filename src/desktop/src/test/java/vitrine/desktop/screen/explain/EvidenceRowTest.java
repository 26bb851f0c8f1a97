package vitrine.desktop.screen.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vitrine.assess.faithfulness.Faithfulness;
import vitrine.assess.faithfulness.RemovalCurve;
import vitrine.assess.faithfulness.RemovalScores;

class EvidenceRowTest {
    private static List<EvidenceRow> rows(RemovalScores mine, RemovalScores cosine) {
        var controls = new TreeMap<String, RemovalScores>();
        controls.put("cosine", cosine);
        controls.put("popularity", new RemovalScores(.5, .5, .5, .5, .5));
        controls.put("random", new RemovalScores(.6, .4, .6, .4, .6));
        controls.put("greedy", new RemovalScores(0, 1, 0, 1, 0));
        RemovalCurve curve = new RemovalCurve(new double[] {0, 1}, new double[] {1, 0}, new double[] {0, 1});
        return EvidenceRow.of(new Faithfulness(
                5,
                6,
                mine,
                curve,
                controls,
                new TreeMap<>(),
                new double[0],
                new double[0],
                .01,
                199,
                42,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of()));
    }

    @Test
    void better_means_past_the_best_control_in_the_good_direction_and_greedy_is_no_control() {
        List<EvidenceRow> rows = rows(new RemovalScores(.1, .9, .1, .9, .1), new RemovalScores(.2, .8, .2, .8, .2));
        assertTrue(rows.stream().allMatch(EvidenceRow::isBetter));
        assertEquals("0.800", rows.get(0).mine());
        assertEquals("0.600", rows.get(0).control());
        assertTrue(rows.get(1).test().endsWith("↓"));
    }

    @Test
    void a_tie_is_not_better() {
        RemovalScores same = new RemovalScores(.2, .8, .2, .8, .2);
        assertFalse(rows(same, same).stream().anyMatch(EvidenceRow::isBetter));
    }
}
