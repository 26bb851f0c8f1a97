package vitrine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void extrapolatesTheRateSinceTheStageBegan() {
        TimeLeft fresh = new TimeLeft(0, 0);
        assertEquals(Optional.of(Duration.ofSeconds(30)), fresh.estimate(10 * SECOND, 25, 100));
        TimeLeft resumed = new TimeLeft(5 * SECOND, 50);
        assertEquals(Optional.of(Duration.ofSeconds(6)), resumed.estimate(9 * SECOND, 70, 100));
    }

    @Test
    void saysNothingWithoutASoundBasis() {
        TimeLeft left = new TimeLeft(0, 10);
        assertEquals(Optional.empty(), left.estimate(SECOND, 20, 100), "too early");
        assertEquals(Optional.empty(), left.estimate(5 * SECOND, 10, 100), "nothing done");
        assertEquals(Optional.empty(), left.estimate(5 * SECOND, 20, 0), "total unknown");
        assertEquals(Optional.empty(), left.estimate(5 * SECOND, 100, 100), "finished");
    }
}
