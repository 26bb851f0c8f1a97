package vitrine.assess.faithfulness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRuleTest {
    @ParameterizedTest
    @CsvSource({
        ".05,  .5, .5,   0,   BEATS_RANDOM_AND_COSINE, SUPPORTED",
        ".05,  .5, .505, .04, BEATS_RANDOM_AND_COSINE, SUPPORTED",
        ".005, .5, .52,  0,   NO_BETTER_THAN_COSINE,   PARTLY",
        ".005, .5, .4,   .06, DOES_NOT_ADD_UP,         PARTLY",
        ".005, .5, .56,  0,   WORSE_THAN_COSINE,       NOT_SUPPORTED",
        ".055, .5, .1,   0,   NO_BETTER_THAN_RANDOM,   NOT_SUPPORTED"
    })
    void turnsMeasurementsIntoAVerdict(
            double p, double f, double cosine, double gap, VerdictReason reason, Verdict verdict) {
        assertEquals(reason, VerdictRule.judge(p, f, cosine, gap));
        assertEquals(verdict, VerdictRule.verdict(reason));
    }

    @Test
    void everyReasonHasAVerdict() {
        assertEquals(
                6,
                Arrays.stream(VerdictReason.values())
                        .map(VerdictRule::verdict)
                        .distinct()
                        .count());
    }

    @Test
    void pCountsOrdersAtLeastAsGoodAndOurs() {
        double[] random = new double[199];
        assertEquals(1 / 200.0, VerdictRule.pValue(1, random));
        assertEquals(1, VerdictRule.pValue(0, random));
        Arrays.fill(random, 0, 9, 2);
        assertEquals(10 / 200.0, VerdictRule.pValue(1, random));
    }

    @Test
    void optionsSayWhatTheyAllow() {
        assertThrows(IllegalArgumentException.class, () -> new FaithfulnessOptions(18, 1, 1, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> new FaithfulnessOptions(19, 20, 1, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> new FaithfulnessOptions(19, 1, 0, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> new FaithfulnessOptions(19, 1, 1, 0, 0));
        assertEquals(199, FaithfulnessOptions.of(7).randomOrders());
    }
}
