package vitrine.run;

import java.time.Duration;
import java.util.Optional;

/** Estimates the time left of one stage from the share done; silent in the first two seconds, when guesses jump. */
public final class TimeLeft {
    private static final long SETTLING_NANOS = 2_000_000_000L;
    private final long startNanos;
    private final long startDone;

    /**
     * @param startNanos {@link System#nanoTime()} when the stage began
     * @param startDone units already done then
     */
    public TimeLeft(long startNanos, long startDone) {
        this.startNanos = startNanos;
        this.startDone = startDone;
    }

    /** @return the estimate, or empty while there is nothing to extrapolate from */
    public Optional<Duration> estimate(long nowNanos, long done, long total) {
        long elapsed = nowNanos - startNanos;
        if (done <= startDone || total <= done || elapsed < SETTLING_NANOS) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((double) elapsed / (done - startDone) * (total - done))));
    }
}
