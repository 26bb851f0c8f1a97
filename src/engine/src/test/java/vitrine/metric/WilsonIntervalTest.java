package vitrine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
    @ParameterizedTest
    @CsvSource({"0, 10", "10, 10", "1, 1000000", "3, 7", "94, 3745"})
    void isThatOfTheLibraryWhichTakesSmallCountsOnly(int events, int trials) {
        ConfidenceInterval theirs = new WilsonScoreInterval().createInterval(trials, events, .95);
        WilsonInterval mine = WilsonInterval.of(events, trials);
        assertEquals(theirs.getLowerBound(), mine.low(), 1e-12);
        assertEquals(theirs.getUpperBound(), mine.high(), 1e-12);
    }

    @Test
    void moreTrialsThanAnIntCounts() {
        WilsonInterval interval = WilsonInterval.of(5_000_000_000L, 10_000_000_000L);
        assertEquals(.5, (interval.low() + interval.high()) / 2, 1e-9);
        assertEquals(2 * 1.96 * .5 / 1e5, interval.high() - interval.low(), 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 1", "-1, 3"})
    void whatIsNoShareIsRefused(long events, long trials) {
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(events, trials));
    }
}
