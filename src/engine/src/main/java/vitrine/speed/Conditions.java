package vitrine.speed;

import vitrine.run.CancellationToken;

/**
 * Under which a work is measured.
 *
 * @param threads a training may use; ranking and explaining take one
 * @param seconds of measuring, after twice as many of warming up
 * @param seed of the shop, the parameters and all draws
 */
public record Conditions(int threads, double seconds, long seed, CancellationToken cancellation) {
    public Conditions {
        if (threads < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException(threads + " threads for " + seconds + " s");
        }
    }
}
